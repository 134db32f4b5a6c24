import Scenes
import Terminal
import Testing
import Text

@testable import Lessons
@testable import Pages
@testable import Playground

/// Every shipped lesson from its first page to its last, by keys alone: each question is answered, each goal
/// reached with the sliders, each run started.
@Suite struct PlayedLessonsTests {
  @Test(arguments: shippedLibrary.course.entries.map(\.id), [Size.usual, .comfortable])
  func aLessonIsPlayedToItsEnd(id: String, size: Size) throws {
    var student = Student(at: shippedLibrary, size: size)
    student.model.open(try shippedLibrary.lesson(id), step: 0)
    let steps = try student.session.lesson.steps
    for step in steps {
      #expect(try student.session.step.id == step.id)
      try student.playStep()
      try student.press("n")
      let isFinished = student.model.progress.isFinished(step: step.id, of: id)
      #expect(isFinished, "\(id)/\(step.id)")
    }
    #expect(student.model.session == nil)
    #expect(student.window.context == .closing)
    #expect(student.model.progress.isFinished(id, steps: steps.map(\.id)))
  }
}

extension Student {
  /// Does everything that a step asks, up to a goal where one is named, and looks at every page on the way.
  mutating func playStep(upTo last: String? = nil) throws {
    let place = "\(try session.lesson.id)/\(try session.step.id)"
    for _ in 0..<60 {
      try readOn()
      if let goal = try goalInView {
        if goal.id == last { return }
        try bring(about: goal)
        let isReached = try stepState.hasReached(goal)
        #expect(isReached, "\(place): goal \(goal.id)")
        if !isReached { return }
      } else if let question = try stepState.openQuestion {
        try answer(question)
      } else if let task = try stepState.step.training, try !stepState.isTrained {
        try run(task)
        if try !stepState.isTrained {
          Issue.record("\(place): the run does not arrive")
          return
        }
      } else if try !stepState.hasPauseAhead {
        return
      }
      #expect(rows.count == size.height)
    }
    Issue.record("\(place) does not end")
  }

  /// The first goal in view that is not reached and can be dragged to now.
  private var goalInView: Goal? {
    get throws {
      let stepState = try stepState
      guard stepState.obstacleToDragging == nil else { return nil }
      return stepState.visibleBlocks.lazy.compactMap(\.goal)
        .first { goal in !stepState.hasReached(goal) }
    }
  }

  /// Answers a question rightly, by its keys.
  private mutating func answer(_ question: Question) throws {
    let scene = try stepState.scene
    if let formula = question.formula {
      try press("e ctrl-u")
      type(formula.answer.text)
      try press("enter")
    } else {
      switch question.truth(
        before: scene, after: try question.revealed(scene), start: try stepState.start)
      {
      case .options(let options):
        // The first press may only bring the question into view.
        for _ in 0..<12 where try !stepState.isSettled(question) {
          try press("\((options.first ?? 0) + 1)")
        }
      case .number(let number, _):
        try showQuestion()
        type("\(number)")
        try press("enter")
      case .order(let numbers):
        try showQuestion()
        let order = numbers.indices.sorted { numbers[$0] > numbers[$1] }
        try press(order.map { "\($0 + 1)" }.joined(separator: " ") + " enter")
      }
    }
    let isAnswered = try stepState.isSettled(question)
    #expect(isAnswered, "\(question.location): \(question.id)")
  }

  private mutating func showQuestion() throws {
    for _ in 0..<12 where try !LessonPage(window, session).showsQuestion { try press("space") }
  }

  /// Brings the sliders to where the lesson's own solution puts them.
  private mutating func bring(about goal: Goal) throws {
    for (formula, version) in goal.versions {
      try set(.version(of: formula), to: Float(version))
    }
    var solved = try stepState.scene
    let own = try stepState.step.goals.first { $0.id == goal.id } ?? goal
    for assignment in own.solution { try solved.apply(assignment) }
    for slider in try stepState.step.sliders {
      if case .version = slider.target { continue }
      let value = slider.domain.counted(solved.value(of: slider.target))
      if try stepState.scene.value(of: slider.target) != solved.value(of: slider.target) {
        try set(slider.target, to: value)
      }
    }
  }

  /// Takes a slider in hand with the arrows, and types a value.
  private mutating func set(_ target: SliderTarget, to value: Float) throws {
    for _ in 0..<12 where try stepState.focus != .sliders { try press("tab") }
    let sliders = try stepState.step.sliders
    for _ in sliders where try stepState.sliderInHand?.target != target { try press("down") }
    for _ in sliders where try stepState.sliderInHand?.target != target { try press("up") }
    let slider = try #require(try stepState.sliderInHand)
    #expect(slider.target == target)
    try press("=")
    try press("ctrl-u")
    type(slider.domain.label(of: value, in: try stepState.scene) ?? "\(value)")
    try press("enter")
  }

  /// Starts a run as its author would, and lets it go on.
  private mutating func run(_ task: TrainingTask) throws {
    for _ in 0..<12 where try stepState.focus != .training { try press("tab") }
    if let rate = task.solution {
      for _ in 0..<4 where try stepState.controls.knob != .rate { try press("down") }
      try press("= ctrl-u")
      type("\(rate)")
      try press("enter")
    }
    try press("r")
    for _ in 0..<5_000 where try !stepState.isTrained { send(.tick) }
  }
}
