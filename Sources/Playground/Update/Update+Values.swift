import Lessons
import Scenes
import Text

extension Model {
  /// Drags, restores or types the value in hand.
  mutating func changeValue(_ change: Message.Value) -> [Effect] {
    if session?.stepState.focus == .training { return turnKnob(change) }
    guard let target = valueInHand else { return [] }
    if let obstacle = session?.stepState.obstacleToDragging {
      notice = Notice(text: obstacle)
      session?.stepState.wordsInView = .question
      return []
    }
    switch change {
    case .nudge(let steps, let pace):
      return drag(target, by: steps, pace)
    case .restore:
      if let formula = session?.stepState.formula(of: target.slider) {
        return choose(version: 0, of: formula)
      }
      return self.change { scene throws(Diagnostics) in
        try scene.set(target.slider, to: target.startValue)
      }
    case .type:
      prompt = session.map { target.prompt(in: $0.stepState.scene) }
      return []
    }
  }

  /// Moves a value by so many keys; one that does not suit the scene, as a size may not, is passed over.
  mutating func drag(_ target: ValueInHand, by steps: Int, _ pace: Pace) -> [Effect] {
    if let stepState = session?.stepState, let formula = stepState.formula(of: target.slider) {
      let place = target.moved(from: target.value, by: steps, pace, in: stepState.scene)
      return choose(version: Int(place), of: formula)
    }
    let drag = Drag(target: target.slider, isUpward: steps > 0, pace: pace)
    return change(by: drag) { scene throws(Diagnostics) in
      var value = target.moved(from: target.value, by: steps, pace, in: scene)
      for _ in 0..<Self.mostPassedOver {
        if (try? scene.set(target.slider, to: value)) != nil { return }
        let next = target.moved(from: value, by: steps.signum(), .normal, in: scene)
        if next == value { break }
        value = next
      }
      try scene.set(target.slider, to: value)
    }
  }

  /// Lets a version of a formula run, undoably.
  mutating func choose(version place: Int, of formula: FormulaSwitch) -> [Effect] {
    guard var session, place != session.stepState.step.version(of: formula) else { return [] }
    do throws(Diagnostics) {
      session.stepState.run(try session.stepState.step.version(choosing: [formula.name: place]))
      self.session = session
      return noticeReachedGoals()
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
      return []
    }
  }

  /// Each is tried by reading the scene again.
  private static var mostPassedOver: Int { 16 }

  /// Changes the scene, then sees which goals that has reached.
  ///
  /// Where none was, the note is said; without a note, that a run has ended, if one has.
  mutating func change(
    by drag: Drag? = nil, saying note: Notice? = nil,
    _ body: (inout Scene) throws(Diagnostics) -> Void
  ) -> [Effect] {
    guard var session else { return [] }
    do {
      let hadRun = (session.stepState.run?.training.reached ?? 0) > 0
      try session.stepState.change(by: drag, body)
      self.session = session
      notice = note ?? (hadRun && session.stepState.run == nil ? .runIsOver : nil)
      return noticeReachedGoals()
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
      return []
    }
  }

  mutating func changeHistory(_ change: Message.History) {
    guard session != nil else { return }
    switch change {
    case .undo:
      if session?.stepState.undo() == false { notice = Notice(text: "nothing to undo") }
    case .redo:
      if session?.stepState.redo() == false { notice = Notice(text: "nothing to redo") }
    case .reset: reset()
    case .keepAside: toggleComparison()
    case .toggleSandbox:
      session?.stepState.toggleSandbox()
      let isOn = session?.stepState.isSandbox ?? false
      notice = Notice(
        text: isOn
          ? "sandbox: nothing here counts; \(key: .sandbox) leaves it"
          : "out of the sandbox, as you left it")
    }
  }
}

extension Model {
  /// Puts the scene back to its start; asked twice, the questions are open again, for another reader.
  private mutating func reset() {
    guard let stepState = session?.stepState else { return }
    if offer == .askingAgain {
      offer = nil
      session?.stepState.askAgain()
      show(.start)
      let numbers = stepState.step.isVaried ? ", with other numbers" : ""
      notice = Notice(text: "the questions are open again\(numbers); your progress is kept")
      return
    }
    let hasChanged = session?.stepState.restart() ?? false
    let state =
      hasChanged
      ? "the step is back at its start; \(key: .undo) undoes" : "the step is at its start"
    guard stepState.hasAnswers else {
      notice = Notice(text: state)
      return
    }
    offer = .askingAgain
    notice = Notice(forms: [
      "\(state); \(key: .reset) again opens its questions",
      "\(key: .reset) again opens the questions",
    ])
  }
}

/// An input that the keys would change now, with what bounds it.
package struct ValueInHand: Equatable, Sendable {
  package let slider: SliderTarget
  package let value: Float
  package let startValue: Float
  /// The values at which it can stand.
  package let domain: SliderDomain

  func moved(from value: Float, by steps: Int, _ pace: Pace, in scene: Scene) -> Float {
    domain.moved(from: value, by: steps, pace: pace.factor, in: scene)
  }

  /// Where another value is typed.
  func prompt(in scene: Scene) -> Prompt {
    Prompt(purpose: .value(slider, domain), label: "\(slider.name(in: scene)) =")
  }
}
