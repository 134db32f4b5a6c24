import Scenes
import Text

extension LessonChecker {
  /// False at the start and after every reveal of the step, true after the solution, which the student can
  /// bring about.
  mutating func check(_ goal: Goal, in step: Step) {
    let reveals = step.questions.flatMap(\.setup)
    guard let revealed = applied(reveals, to: step.scene) else { return }
    for scene in reveals.isEmpty ? [step.scene] : [step.scene, revealed] {
      if goal.isReached(in: scene) {
        add(.goalAlreadyReached(goal.whenText), at: goal.location)
        return
      }
      guard let version = version(of: step, solving: goal),
        let own = version.goals.first(where: { $0.id == goal.id })
      else { return }
      let start = goal.versions.isEmpty ? scene : scene.carried(into: version.scene)
      guard let solved = applied(own.solution, to: start) else { return }
      for part in own.parts where !part.holds(in: solved) {
        add(.goalNotReached(part.text), at: goal.location)
      }
      checkReach(of: own, in: version, from: start, to: solved)
    }
    checkEase(of: goal, in: step, from: revealed)
  }

  /// The step with the formulas that the solution lets run.
  private mutating func version(of step: Step, solving goal: Goal) -> Step? {
    do throws(Diagnostics) {
      return try step.version(choosing: goal.versions)
    } catch {
      add(error)
      return nil
    }
  }

  /// Whether everything that the solution changes can be dragged, and as far.
  private mutating func checkReach(
    of goal: Goal, in step: Step, from start: Scene, to solved: Scene
  ) {
    let reach = Reach(step, from: start, to: solved)
    guard !reach.isEmpty else {
      add(.nothingToDrag(goal.whenText), at: goal.location)
      return
    }
    for assignment in goal.solution {
      for name in reach.missing(assignment) {
        let text = assignment.source
        let place = SourceLocation(file: text.file, line: text.line, column: text.column)
        add(.outOfReach(name), at: place)
      }
    }
  }

  /// Warns where leaning on one slider, or luck, brings the goal about, unless there is but one or it is meant.
  private mutating func checkEase(of goal: Goal, in step: Step, from start: Scene) {
    guard step.sliders.count > 1, !goal.isMeantEasy else { return }
    var trials = EaseTrials(step, goal, from: start, work: goalWork)
    if let slider = trials.sweep() {
      warn(.sweptGoal(goal.whenText, slider: slider), at: goal.location)
    } else if trials.isReachedByChance() {
      warn(.luckyGoal(goal.whenText), at: goal.location)
    }
    goalWork = trials.work
  }
}

/// What a student can bring about in a step, between two states of its scene.
private struct Reach {
  private let step: Step
  private let start: Scene
  private let solved: Scene
  /// Inputs whose cells are dragged in a panel, and those that a run trains.
  private let inputs: Set<NodeID>

  init(_ step: Step, from start: Scene, to solved: Scene) {
    self.step = step
    self.start = start
    self.solved = solved
    let shown = step.panelRows.joined().flatMap(\.subjects)
      .map { start.source(of: Entry(node: $0, index: 0)).node }
    inputs = Set(shown + (step.training?.plan.parameters ?? [])).filter(start.isInput)
  }

  var isEmpty: Bool { step.sliders.isEmpty && inputs.isEmpty }

  /// What an assignment changes that nothing reaches, by its name.
  func missing(_ assignment: Assignment) -> [String] {
    switch assignment.target {
    case .size(let axis):
      let target = SliderTarget.axis(axis)
      return reaches(target) ? [] : ["size(\(axis))"]
    case .cells(let entries):
      return entries.filter { !reaches($0) }.prefix(3).map(solved.label)
    }
  }

  private func reaches(_ entry: Entry) -> Bool {
    if inputs.contains(entry.node) || start.value(of: entry) == solved.value(of: entry) {
      return true
    }
    return step.sliders.contains { slider in
      slider.target.entries.contains(entry) && reaches(slider.target)
    }
  }

  private func reaches(_ target: SliderTarget) -> Bool {
    switch target {
    case .entry, .axis, .version: isInRange(target)
    case .angle(let x, let y):
      isInRange(target) && isInRange(.length(x: x, y: y))
    case .length(let x, let y):
      isInRange(target) && isInRange(.angle(x: x, y: y))
    }
  }

  /// Whether something stays as it is, or has a slider that reaches it.
  private func isInRange(_ target: SliderTarget) -> Bool {
    let value = solved.value(of: target)
    return abs(start.value(of: target) - value) < 1e-3
      || step.sliders.contains {
        $0.target == target && $0.domain.contains($0.domain.counted(value), in: solved)
      }
  }
}

/// Tries to reach a goal without thinking.
private struct EaseTrials {
  private let step: Step
  private let goal: Goal
  private let start: Scene
  private var random = SplitMix(state: 1)
  private let cost: Double
  /// How many numbers may still be read.
  private(set) var work: Double

  private static let sequences = 20
  private static let drags = 200
  /// Of a slider with more values, so many are tried.
  private static let mostPlaces = 200

  init(_ step: Step, _ goal: Goal, from start: Scene, work: Double) {
    self.step = step
    self.goal = goal
    self.start = start
    self.work = work
    let resizes = SliderRanges(step).resizes
    let perMatrix = Limits.rangeWorkPerMatrix + (resizes ? Limits.rangeWorkPerMatrixRead : 0)
    cost = start.work + Double(start.matrixCount) * perMatrix
  }

  /// The name of a slider that reaches the goal alone, swept from end to end; nil where there is none.
  mutating func sweep() -> String? {
    for slider in step.sliders {
      let count = slider.domain.count(in: start)
      let stride = max(count / Self.mostPlaces, 1)
      for place in Swift.stride(from: 0, to: count, by: stride) {
        guard work >= cost else { return nil }
        var scene = start
        if reaches(&scene, slider, slider.domain.value(at: place)) {
          return slider.group.isEmpty ? slider.label : "\(slider.group) \(slider.label)"
        }
      }
    }
    return nil
  }

  /// Whether any of several random sequences of drags passes through the goal.
  mutating func isReachedByChance() -> Bool {
    (0..<Self.sequences).contains { _ in
      var scene = start
      return (0..<Self.drags).contains { _ in
        guard work >= cost else { return false }
        let slider = step.sliders[Int(random.next() % UInt64(step.sliders.count))]
        guard let target = step.target(of: slider, in: scene) else { return false }
        let value = slider.domain.counted(scene.value(of: target))
        let steps = random.next() % 2 == 0 ? 1 : -1
        return reaches(&scene, slider, slider.domain.moved(from: value, by: steps, in: scene))
      }
    }
  }

  private mutating func reaches(_ scene: inout Scene, _ slider: Slider, _ value: Float) -> Bool {
    work -= cost
    guard let target = step.target(of: slider, in: scene),
      (try? scene.set(target, to: value)) != nil
    else { return false }
    return goal.isReached(in: scene)
  }
}
