import Lessons
import Scenes
import Text

extension StepState {
  /// The question that waits for an answer: the first of the revealed part without a right one.
  package var openQuestion: Question? {
    guard let question = visibleBlocks.last?.question, !isSettled(question) else { return nil }
    return question
  }

  /// Whether a question needs no other answer.
  package func isSettled(_ question: Question) -> Bool {
    guard let response = responses[question.id] else { return false }
    return asksOnce || question.kind.isSettledByAnyGuess || response.isRight
  }

  package func hasReached(_ goal: Goal) -> Bool { reachedGoals[goal.id] != nil }

  /// Whether a goal, or a run, was brought about in this session.
  package func hasReachedHere(_ id: String) -> Bool {
    reachedGoals[id] != nil && !rememberedGoals.contains(id)
  }

  /// Keeps the scene that has brought a goal, or a run, about.
  package mutating func reach(_ id: String) {
    reachedGoals[id] = now
    rememberedGoals.remove(id)
  }

  /// What keeps the step from being finished, in words for the foot.
  package var openTasks: [String] {
    let unanswered = step.questions.filter { !isSettled($0) }.count
    let unreached = step.goals.filter { !hasReached($0) }.count
    return [
      count(unanswered, "question"), count(unreached, "goal"), count(isTrained ? 0 : 1, "run"),
    ].compactMap { $0 }
  }

  /// What waits to be done before the step is left, in fewer and fewer words; nil where nothing does.
  package var reminder: [String]? {
    guard let (task, key) = openTask else { return nil }
    return [
      "\(task) is open here: \(key), or \(key: .goOn) again to go on",
      "\(task) is open: \(key); \(key: .goOn) goes on", "open: \(key); \(key: .goOn) goes on",
    ]
  }

  /// The first thing that is open, and what to press for it.
  private var openTask: (task: String, key: String)? {
    if let question = openQuestion {
      return ("a question", question.invitation)
    }
    if step.goals.contains(where: { !hasReached($0) }) {
      return (
        "a goal",
        nextHint != nil ? "\(key: .hint) gives a hint" : "\(key: .check) checks it"
      )
    }
    return isTrained ? nil : ("the run", "\(key: .run) starts it")
  }

  private func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : counted(number, noun)
  }

  /// The blocks up to the first pause not yet passed or the first question still open.
  package var visibleBlocks: ArraySlice<Block> { step.blocks.prefix(visibleCount) }

  private var visibleCount: Int {
    var pauses = 0
    for index in step.stops {
      if let question = step.blocks[index].question {
        if !isSettled(question) { return index + 1 }
      } else {
        pauses += 1
        if pauses > pausesPassed { return index }
      }
    }
    return step.blocks.count
  }

  package var hasPauseAhead: Bool {
    visibleCount < step.blocks.count && openQuestion == nil
  }

  /// Why the sliders are locked, if they are: a prediction comes before its reveal, but not before the goal
  /// above it.
  package var obstacleToDragging: String? {
    guard !isSandbox, let question = openQuestion, question.kind.locksSliders,
      !visibleBlocks.contains(where: { $0.goal.map { !hasReached($0) } ?? false })
    else { return nil }
    return "guess first: \(question.instruction)"
  }

  /// Why the run cannot be started, if it cannot: what comes before it in the step waits.
  package var obstacleToRunning: String? {
    if let obstacle = obstacleToDragging { return obstacle }
    guard !isSandbox, step.training != nil, !visibleBlocks.contains(where: { $0.training != nil })
    else { return nil }
    guard let question = openQuestion else { return "read on first: \(key: .goOn)" }
    return "answer first: \(question.instruction)"
  }

  /// The hint that can be asked for now: those of what is done are passed over, and one of what is not yet asked
  /// holds back all that follow.
  package var nextHint: Int? {
    let next = step.hints.indices.dropFirst(hintsShown).first { place in
      step.hints[place].task.map { !isDone($0) } ?? true
    }
    guard let next, let task = step.hints[next].task else { return next }
    return visibleBlocks.contains { $0.task == task } ? next : nil
  }

  /// Why there is no hint now, in words for a notice.
  var reasonForNoHint: String {
    if step.hints.isEmpty { return "this step has no hints" }
    let waits = step.hints.dropFirst(hintsShown).contains { hint in
      hint.task.map { !isDone($0) } ?? false
    }
    return waits ? "the next hint belongs to what comes later" : "no more hints"
  }

  private func isDone(_ task: String) -> Bool {
    step.blocks.contains { block in
      guard block.task == task else { return false }
      return block.question.map(isSettled) ?? block.goal.map(hasReached) ?? isTrained
    }
  }

  /// Gives a hint; those before it that were not given are passed over.
  mutating func give(hint place: Int) {
    skippedHints.formUnion(hintsShown..<place)
    hintsShown = place + 1
  }

  /// Whether there is an answer, a goal or a run to forget.
  var hasAnswers: Bool { !isSandbox && !(responses.isEmpty && reachedGoals.isEmpty) }

  /// Forgets answers and goals, so that the step can be done again; the scene goes back to its start.
  ///
  /// Questions whose numbers vary have the next ones.
  mutating func askAgain() {
    if step.isVaried, let scene = try? step.scene(ofVariant: seed + 1) {
      seed += 1
      start = scene
    }
    restart()
    forgetHistory()
    responses = [:]
    reachedGoals = [:]
    kept = nil
    take(version: step.base ?? step)
    rememberedGoals = []
    (hintsShown, skippedHints, pausesPassed) = (0, [], 0)
    experiments = []
    (isSolutionOffered, usedSolution) = (false, false)
    asksAgain = true
    restartAppearances()
    focus = firstFocus
  }

  /// Judges a guess against what the scene computes, and reveals it.
  package mutating func respond(to question: Question, with guess: Guess) throws(Diagnostics)
    -> Bool
  {
    if let task = question.formula, case .formula(let text) = guess {
      return write(text, task, for: question)
    }
    let after = try question.revealed(scene)
    let truth = question.truth(before: scene, after: after, start: start)
    let isRight = question.judge(guess, truth)
    let tries = (responses[question.id]?.tries ?? 0) + 1
    responses[question.id] = Response(
      guess: guess, isRight: isRight,
      moment: Moment(scene: question.answer.isOfStart ? start : after, step: step),
      rightOptions: truth.options, tries: tries,
      mistake: isRight ? nil : question.mistake(behind: guess, start: start, after: after))
    if !question.setup.isEmpty {
      try change { scene throws(Diagnostics) in scene = after }
    }
    return isRight
  }
}
