import Scenes
import Text

extension LessonChecker {
  mutating func check(_ step: Step) {
    for slider in step.sliders { check(slider, in: step.scene) }
    for formula in step.switches { check(formula, in: step) }
    for name in step.blocks.compactMap(\.sliderName) where step.slider(named: name.text) == nil {
      let closest = name.text.nearest(among: step.sliderNames)
      add(.unknownSlider(name.text, closest: closest), at: name.location)
    }
    for question in step.questions {
      if let task = question.formula {
        check(task, of: question, in: step)
      } else {
        check(question, in: step.scene)
      }
      checkVariants(of: question, in: step)
    }
    for goal in step.goals {
      check(goal, in: step)
      checkVariants(of: goal, in: step)
    }
    if let training = step.training { check(training, in: step) }
  }

  /// A slider that starts outside of its range would jump at the first key.
  private mutating func check(_ slider: Slider, in scene: Scene) {
    let start = slider.start(in: scene)
    guard !slider.domain.contains(start, in: scene) else { return }
    let mistake = ClaimError.sliderOutside(
      label: slider.name, value: start.plain, range: slider.domain.words)
    add(mistake, at: slider.location)
  }

  /// Every version of a formula has to suit all that the step shows and asks.
  private mutating func check(_ formula: FormulaSwitch, in step: Step) {
    for version in formula.versions {
      guard spend(step.scene.cost.work, at: formula.location) else { return }
      do throws(Diagnostics) {
        _ = try step.version(with: [formula.name: version.formula])
      } catch {
        add(error)
      }
    }
  }

  private mutating func check(_ question: Question, in scene: Scene) {
    guard let after = revealed([question], scene) else { return }
    if let check = question.check, !after.holds(check) {
      add(.failedCheck(after.text(of: check)), at: question.location)
    }
    checkNumber(question, in: scene)
    checkTruth(question, question.truth(before: scene, after: after))
    checkMistakes(of: question, start: scene, after: after)
  }

  private mutating func checkNumber(_ question: Question, in scene: Scene) {
    guard let equals = question.equals, case .number(let claimed, let tolerance) = question.answer
    else { return }
    let computed = scene.values(of: equals).elements.first ?? .nan
    let truth = Truth.number(computed, tolerance: tolerance)
    if !question.judge(.number(claimed), truth) {
      add(.wrongNumber(claimed: claimed.plain, computed: computed.plain), at: question.location)
    }
  }

  private mutating func checkTruth(_ question: Question, _ truth: Truth) {
    switch truth {
    case .options(let places) where places.isEmpty: add(.undecided, at: question.location)
    case .options(let places) where places.count > 1:
      let labels = places.map { question.options[$0].text.plainText }
      warn(.tied(labels), at: question.location)
    case .number(let value, _) where value.isNaN: add(.undecided, at: question.location)
    case .order(let numbers): checkOrder(numbers, of: question)
    case .options, .number: break
    }
  }

  private mutating func check(_ task: TrainingTask, in step: Step) {
    for scene in states(of: step) { check(task, from: scene) }
  }

  /// The scene as the step begins and, where it differs, after all its reveals.
  private mutating func states(of step: Step) -> [Scene] {
    guard step.questions.contains(where: { !$0.setup.isEmpty }) else { return [step.scene] }
    return revealed(step.questions, step.scene).map { [step.scene, $0] } ?? []
  }

  /// The scene after these questions have been answered, one after another.
  mutating func revealed(_ questions: [Question], _ scene: Scene) -> Scene? {
    var scene = scene
    for question in questions where !question.setup.isEmpty {
      scene.remember()
      guard let after = applied(question.setup, to: scene) else { return nil }
      scene = after
    }
    return scene
  }

  mutating func applied(_ assignments: [Assignment], to scene: Scene) -> Scene? {
    var scene = scene
    do throws(Diagnostics) {
      for assignment in assignments {
        let text = assignment.source
        let place = SourceLocation(file: text.file, line: text.line, column: text.column)
        let work = scene.cost.work
        guard spend(work + scene.workToRead(for: assignment), at: place) else { return nil }
        try scene.apply(assignment)
        // Another size may take more than the one before it.
        guard spend(max(scene.cost.work - work, 0), at: place) else { return nil }
      }
      return scene
    } catch {
      add(error)
      return nil
    }
  }
}

extension Scene {
  /// A size is set by reading all formulas again.
  fileprivate func workToRead(for assignment: Assignment) -> Double {
    switch assignment.target {
    case .cells: 0
    case .size: Double(matrixCount) * Limits.workPerMatrixRead
    }
  }
}

extension Slider {
  /// Its group and label: `X["it"] noun`.
  fileprivate var name: String { group.isEmpty ? label : "\(group) \(label)" }
}
