import Lessons
import Progress
import Scenes
import Text

extension Model {
  /// Brings the open question into view: nobody answers what they have not seen.
  mutating func showQuestion() {
    guard let question = session?.desk.openQuestion else { return }
    session?.desk.zoomed = nil
    session?.desk.wordsInView = .question
    session?.desk.isReading = true
    if !question.isNumeric {
      notice = Notice(text: "read it first, then press 1 to \(question.options.count)")
    }
  }

  /// Opens the line in which a number is typed; nothing is answered yet.
  mutating func beginAnswer(with character: Character) -> [Effect] {
    prompt = Prompt(purpose: .answer, label: "your answer:", line: EditableLine(String(character)))
    return []
  }

  /// Answers the open question by one of its options, counted from 0.
  mutating func answer(option: Int) -> [Effect] {
    guard let question = session?.desk.openQuestion else { return [] }
    guard question.options.indices.contains(option) else {
      notice = Notice(text: "choose 1 to \(question.options.count)")
      return []
    }
    return answer(question, with: .option(option))
  }

  /// Judges a guess, reveals what it was about and records it.
  mutating func answer(_ question: Question, with guess: Guess) -> [Effect] {
    guard var session else { return [] }
    do {
      let isRight = try session.desk.respond(to: question, with: guess)
      self.session = session
      handOverRun()
      record(question.kind.outcome, question.id, isRight: isRight, guess: question.text(of: guess))
      notice = Notice(
        text: isRight
          ? "right" : question.kind == .predict ? "not this time: look" : "not yet: try again",
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
    guard let desk = session?.desk, desk.focus == .words, desk.firstFocus == .training,
      !desk.isTrained
    else { return }
    session?.desk.focus = .training
  }

  /// Marks the goals that hold now; each only once.
  mutating func noticeReachedGoals() -> [Effect] {
    guard let session else { return [] }
    let reached = session.desk.step.goals.filter { goal in
      !session.desk.hasReachedHere(goal.id) && goal.isReached(in: session.desk.scene)
    }
    guard !reached.isEmpty, !session.desk.isSandbox else { return [] }
    for goal in reached {
      self.session?.desk.reach(goal.id)
      record(.goal, goal.id, isRight: !session.desk.usedSolution)
    }
    show(.reply(to: reached[0].id))
    notice = Notice(forms: ["goal reached: \(reached[0].title)", "goal reached"], tone: .good)
    return saving
  }

  /// Brings a part of the words into view.
  mutating func show(_ words: WordsInView) {
    session?.desk.wordsInView = words
  }

  mutating func record(
    _ kind: Outcome.Kind, _ block: String, isRight: Bool, guess: String? = nil
  ) {
    guard let session, !session.isFree, !session.desk.isSandbox else { return }
    let address = BlockAddress(lesson: session.lesson.id, step: session.step.id, block: block)
    progress.record(kind, of: address, isRight: isRight, guess: guess, at: now)
    if session.desk.openTasks.isEmpty { finishStep() }
  }

  /// Hints, the solution and the explicit check.
  mutating func help(_ aid: Message.Aid) -> [Effect] {
    guard session != nil else { return [] }
    switch aid {
    case .hint: showHint()
    case .solution: return showSolution()
    case .check: checkGoals()
    }
    return []
  }

  private mutating func showHint() {
    guard let desk = session?.desk else { return }
    guard desk.hintsShown < desk.step.hints.count else {
      let none = desk.step.hints.isEmpty ? "this step has no hints" : "no more hints"
      notice = Notice(text: desk.isSolvable ? none + "; s shows the solution" : none)
      return
    }
    session?.desk.hintsShown += 1
    notice = Notice(text: "hint \(desk.hintsShown + 1) of \(desk.step.hints.count)")
    show(.hint)
  }

  private mutating func showSolution() -> [Effect] {
    guard let desk = session?.desk else { return [] }
    if let obstacle = desk.obstacleToDragging {
      notice = Notice(text: obstacle)
      return []
    }
    guard desk.isSolvable else {
      notice = Notice(text: "there is nothing left to solve in this step")
      return []
    }
    guard desk.isSolutionOffered else {
      session?.desk.isSolutionOffered = true
      notice = Notice(text: "press s once more to see the solution; u undoes it")
      return []
    }
    session?.desk.isSolutionOffered = false
    session?.desk.usedSolution = true
    guard let goal = desk.goalToSolve else {
      return desk.step.training.map { solve($0) } ?? []
    }
    return change { scene throws(Diagnostics) in
      for assignment in goal.solution { try scene.apply(assignment) }
    }
  }

  private mutating func checkGoals() {
    guard let desk = session?.desk else { return }
    guard !desk.step.goals.isEmpty || desk.step.training != nil else {
      notice = Notice(text: "this step has no goal")
      return
    }
    if let open = desk.step.goals.first(where: { !$0.isReached(in: desk.scene) }) {
      notice = Notice(forms: ["not yet: \(open.title)", "not yet"], tone: .wrong)
    } else if !desk.isTrained {
      notice = Notice(text: "not yet: r runs the training", tone: .wrong)
    } else {
      notice = Notice(text: "every goal of this step holds", tone: .good)
    }
  }
}

extension StepState {
  /// The first open goal that has a solution.
  fileprivate var goalToSolve: Goal? {
    step.goals.first { !hasReached($0) && !$0.solution.isEmpty }
  }

  /// Whether there is a solution that could be shown: of a goal, or a run that arrives.
  fileprivate var isSolvable: Bool { goalToSolve != nil || !isTrained }
}

extension Goal {
  /// The author's words for the condition, where there are any.
  package var title: String { ask.isEmpty ? whenText : ask.plainText }
}

extension QuestionKind {
  var outcome: Outcome.Kind {
    switch self {
    case .predict: .predict
    case .choice: .choice
    case .number: .number
    }
  }
}
