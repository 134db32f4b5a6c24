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
      return drag(target, by: Float(steps) * pace.factor * target.step, pace)
    case .restore:
      return set(target.slider, to: target.startValue)
    case .type:
      prompt = session.map { target.prompt(in: $0.stepState.scene) }
      return []
    }
  }

  /// Moves a value by so much, kept inside its range.
  mutating func drag(_ target: ValueInHand, by amount: Float, _ pace: Pace) -> [Effect] {
    let moved = (target.value + amount).withoutNoise
    return set(
      target.slider, to: min(max(moved, target.range.lowerBound), target.range.upperBound),
      by: Drag(target: target.slider, isUpward: amount > 0, pace: pace))
  }

  private mutating func set(
    _ target: SliderTarget, to value: Float, by drag: Drag? = nil
  ) -> [Effect] {
    change(by: drag) { scene throws(Diagnostics) in
      switch target {
      case .entry(let entry): scene.set(entry, to: value)
      case .axis(let axis): try scene.resize(axis: axis, to: Int(value))
      }
    }
  }

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
  package let range: ClosedRange<Float>
  package let step: Float

  /// Where another value is typed.
  func prompt(in scene: Scene) -> Prompt {
    switch slider {
    case .entry(let entry):
      Prompt(purpose: .value(entry), label: "\(scene.label(of: entry)) =")
    case .axis(let axis): Prompt(purpose: .size(axis: axis), label: "size(\(axis)) =")
    }
  }
}

extension Float {
  /// Rid of the noise that binary fractions gather: ten nudges of .1 make 1, not 1.0000001.
  var withoutNoise: Float {
    guard isFinite, abs(self) < 1e6 else { return self }
    return Float((Double(self) * 1e5).rounded() / 1e5)
  }
}
