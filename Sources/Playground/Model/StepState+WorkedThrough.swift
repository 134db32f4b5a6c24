import Lessons
import Scenes
import Text

extension StepState {
  /// The step in the hands of somebody who answers everything right, reads it to its end, and reaches goals and
  /// run as the lesson's own solutions do.
  ///
  /// - Throws: where an answer cannot be revealed.
  package func workedThrough() throws(Diagnostics) -> StepState {
    var state = self
    while state.openQuestion != nil || state.hasPauseAhead {
      state.hintsShown = state.hintsInReach
      if let question = state.openQuestion {
        guard let guess = try question.rightGuess(in: state.scene, start: state.start),
          try state.respond(to: question, with: guess), state.isSettled(question)
        else { break }
      } else {
        state.pausesPassed += 1
      }
      state.noteView()
    }
    state.hintsShown = step.hints.count
    state.reachEverything()
    state.noteView()
    return state
  }

  /// The same answers and goals with the scene as the step began.
  package var atItsStart: StepState {
    var state = self
    state.restart()
    state.forgetHistory()
    return state
  }

  /// The hints that belong to nothing, or to what has come into view.
  private var hintsInReach: Int {
    step.hints.prefix { hint in
      guard let task = hint.task else { return true }
      return visibleBlocks.contains { $0.task == task }
    }.count
  }

  private mutating func reachEverything() {
    for goal in step.goals { reachedGoals[goal.id] = step.moment(solving: goal) }
    if let task = step.training {
      reachedGoals[task.id] = Moment(scene: task.trained(step.scene), step: step)
    }
  }
}

extension Step {
  /// The moment after a goal's solution, from the start of the step.
  func moment(solving goal: Goal) -> Moment {
    let version = (try? version(choosing: goal.versions)) ?? self
    // Another version of the step has its matrices under other ids.
    let own = version.goals.first { $0.id == goal.id } ?? goal
    var solved = version.scene
    do {
      for assignment in own.solution { try solved.apply(assignment) }
      return Moment(scene: solved, step: version)
    } catch {
      return Moment(scene: scene, step: self)
    }
  }
}

extension Question {
  /// An answer that is right; nil where the scene has none.
  fileprivate func rightGuess(in scene: Scene, start: Scene) throws(Diagnostics) -> Guess? {
    if let formula { return .formula(formula.answerText) }
    return truth(before: scene, after: try revealed(scene), start: start).rightGuess
  }
}

extension Truth {
  fileprivate var rightGuess: Guess? {
    switch self {
    case .options(let places): places.first.map(Guess.option)
    case .number(let number, _): .number(number)
    case .order(let numbers): .order(numbers.indices.sorted { numbers[$0] > numbers[$1] })
    }
  }
}
