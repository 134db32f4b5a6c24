import Lessons
import Progress
import Scenes
import Text

extension Model {
  /// Brings the open question into view: nobody answers what they have not seen.
  mutating func showQuestion() {
    guard let question = session?.stepState.openQuestion else { return }
    session?.stepState.zoomed = nil
    session?.stepState.wordsInView = .question
    session?.stepState.isReading = true
    if !question.isTyped {
      notice = Notice(text: "read it first, then press \(question.instruction)")
    }
  }

  /// Opens the line in which an answer is typed; nothing is answered yet.
  mutating func beginAnswer(with character: String) -> [Effect] {
    prompt = Prompt(purpose: .answer, label: "your answer:", line: EditableLine(character))
    return []
  }

  /// Answers the open question by one of its options, counted from 0.
  mutating func answer(option: Int) -> [Effect] {
    guard let question = session?.stepState.openQuestion else { return [] }
    guard !question.isTyped, question.options.indices.contains(option) else {
      notice = Notice(
        text: question.isTyped ? question.instruction : "choose \(question.instruction)")
      return []
    }
    return answer(question, with: .option(option))
  }

  /// Judges a guess, reveals what it was about and records it.
  mutating func answer(_ question: Question, with guess: Guess) -> [Effect] {
    guard var session else { return [] }
    do {
      let isRight = try session.stepState.respond(to: question, with: guess)
      self.session = session
      if case .unreadable(_, let column)? = session.stepState.responses[question.id]?.verdict {
        show(.reply(to: question.id))
        beginFormula(cursorAt: column - 1)
        return []
      }
      handOverRun()
      let stepState = session.stepState
      record(
        question.kind.outcome, question.id, isRight: isRight, guess: question.text(of: guess),
        misconception: stepState.misconception(behind: question))
      notice = Notice(
        text: isRight
          ? "right"
          : stepState.isSettled(question) ? "not this time: look" : "not yet: try again",
        tone: isRight ? .good : .wrong)
      show(.reply(to: question.id))
      return noticeReachedGoals() + saving
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
      return []
    }
  }

  /// Puts a run into the hand of somebody who has read and guessed.
  private mutating func handOverRun() {
    guard let stepState = session?.stepState, stepState.focus == .words,
      stepState.firstFocus == .training,
      !stepState.isTrained
    else { return }
    session?.stepState.focus = .training
  }

  /// Marks the goals that hold now; each only once.
  mutating func noticeReachedGoals() -> [Effect] {
    guard let session else { return [] }
    let reached = session.stepState.step.goals.filter { goal in
      !session.stepState.hasReachedHere(goal.id) && goal.isReached(in: session.stepState.scene)
    }
    guard !reached.isEmpty, !session.stepState.isSandbox else { return [] }
    for goal in reached {
      self.session?.stepState.reach(goal.id)
      record(.goal, goal.id, isRight: !session.stepState.usedSolution)
    }
    show(.reply(to: reached[0].id))
    notice = Notice(forms: ["goal reached: \(reached[0].title)", "goal reached"], tone: .good)
    return saving
  }

  /// Brings a part of the words into view.
  mutating func show(_ words: WordsInView) {
    session?.stepState.wordsInView = words
  }

  mutating func record(
    _ kind: Outcome.Kind, _ block: String, isRight: Bool, guess: String? = nil,
    misconception: String? = nil
  ) {
    guard let session, !session.isFree, !session.stepState.isSandbox else { return }
    if session.purpose == .review {
      return recordReview(isRight: isRight, misconception: misconception)
    }
    let address = BlockAddress(lesson: session.lesson.id, step: session.step.id, block: block)
    progress.record(
      kind, of: address, isRight: isRight, guess: guess, misconception: misconception, at: now)
    if session.stepState.openTasks.isEmpty { finishStep() }
  }

  /// Hints, the solution and the explicit check.
  mutating func help(_ aid: Message.Aid) -> [Effect] {
    guard session != nil else { return [] }
    switch aid {
    case .hint: showHint()
    case .solution: return showSolution()
    case .check: checkGoals()
    case .experiment: return openExperiment()
    case .write: beginFormula()
    }
    return []
  }

  /// Opens the line in which the formula is written, with what it holds so far.
  private mutating func beginFormula(cursorAt place: Int? = nil) {
    guard let question = session?.stepState.openQuestion, let task = question.formula else {
      notice = Notice(text: "no formula is asked for here")
      return
    }
    var text = task.from ?? ""
    if case .formula(let last)? = session?.stepState.responses[question.id]?.guess { text = last }
    var line = EditableLine(text)
    for _ in 0..<max(text.count - (place ?? text.count), 0) { line.apply(.moveLeft) }
    prompt = Prompt(purpose: .formula, label: "\(task.name) =", line: line)
  }

  private mutating func showHint() {
    guard let stepState = session?.stepState, !nameExperiment() else { return }
    guard let next = stepState.nextHint else {
      let none = stepState.reasonForNoHint
      notice = Notice(
        text: stepState.isSolvable ? none + "; \(key: .solution) shows the solution" : none)
      return
    }
    session?.stepState.give(hint: next)
    if let session, session.isKept, !stepState.isSandbox {
      progress.noteHints(
        next + 1 - session.stepState.skippedHints.count, step: session.step.id,
        of: session.lesson.id, at: now)
    }
    notice = Notice(text: "hint \(next + 1) of \(stepState.step.hints.count)")
    show(.hint)
  }

  private mutating func showSolution() -> [Effect] {
    guard let stepState = session?.stepState else { return [] }
    if let obstacle = stepState.obstacleToDragging {
      notice = Notice(text: obstacle)
      return []
    }
    guard stepState.isSolvable else {
      notice = Notice(
        text: stepState.openQuestion.map { "no goal is open, but a question: \($0.instruction)" }
          ?? "there is nothing left to solve in this step")
      return []
    }
    guard stepState.isSolutionOffered else {
      session?.stepState.isSolutionOffered = true
      notice = Notice(
        text: "press \(key: .solution) once more to see the solution; \(key: .undo) undoes it")
      return []
    }
    session?.stepState.isSolutionOffered = false
    session?.stepState.usedSolution = true
    guard let goal = stepState.goalToSolve else {
      return stepState.step.training.map { solve($0) } ?? []
    }
    var effects: [Effect] = []
    for formula in stepState.step.switches {
      if let place = goal.versions[formula.name] { effects += choose(version: place, of: formula) }
    }
    // Another version of the step has its matrices under other ids.
    let own = session?.stepState.step.goals.first { $0.id == goal.id } ?? goal
    return effects
      + change { scene throws(Diagnostics) in
        for assignment in own.solution { try scene.apply(assignment) }
      }
  }

  private mutating func checkGoals() {
    guard let stepState = session?.stepState else { return }
    guard !stepState.step.goals.isEmpty || stepState.step.training != nil else {
      notice = Notice(text: "this step has no goal")
      return
    }
    if let open = stepState.step.goals.first(where: { !$0.isReached(in: stepState.scene) }) {
      notice = Notice(
        forms: ["not yet: \(open.openTitle(in: stepState.scene))", "not yet"], tone: .wrong)
    } else if !stepState.isTrained {
      notice = Notice(text: "not yet: \(key: .run) runs the training", tone: .wrong)
    } else {
      notice = Notice(text: "every goal of this step holds", tone: .good)
    }
  }
}

extension StepState {
  /// The first open goal that has a solution.
  fileprivate var goalToSolve: Goal? {
    step.goals.first { !hasReached($0) && !($0.solution.isEmpty && $0.versions.isEmpty) }
  }

  /// Whether there is a solution that could be shown: of a goal, or a run that arrives.
  fileprivate var isSolvable: Bool { goalToSolve != nil || !isTrained }
}

extension Goal {
  /// The author's words for the condition, where there are any.
  package var title: String { ask.isEmpty ? whenText : ask.plainText }

  /// The first of its parts that does not hold, where they are shown one by one.
  fileprivate func openTitle(in scene: Scene) -> String {
    guard showsParts, let open = parts.first(where: { !$0.holds(in: scene) }) else { return title }
    return open.say.isEmpty ? open.text : open.say.plainText
  }
}
