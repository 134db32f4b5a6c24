import Lessons
import Text

extension Model {
  /// Moves between the steps, and within the words of a long one.
  mutating func turn(_ turn: Message.Turn) -> [Effect] {
    guard let session else {
      if closing != nil { return turnBack(turn) }
      map.select(turn, count: mapEntries.count)
      return []
    }
    switch turn {
    case .nextStep: return leaveForNextStep()
    case .previousStep: return open(step: session.stepIndex - 1)
    case .firstStep: return open(step: 0)
    case .lastStep: return open(step: session.lesson.steps.count - 1)
    case .toStep(let number): return open(step: number - 1)
    }
  }

  /// Reads the words of the step in front.
  mutating func read(_ read: Message.Read) -> [Effect] {
    guard session != nil else { return [] }
    switch read {
    case .from(let place): session?.stepState.wordsInView = .from(place)
    case .on: return readOn()
    case .question: showQuestion()
    case .words: session?.stepState.isReading = true
    case .edge(let scrolls): noticeEdgeOfWords(scrolls: scrolls)
    }
    return []
  }

  private mutating func readOn() -> [Effect] {
    guard let session else { return [] }
    if session.stepState.hasPauseAhead {
      self.session?.stepState.pausesPassed += 1
      return []
    }
    if offersToLeave(session) { return [] }
    return leaveForNextStep()
  }

  /// Says once what is open at the end of the words; the same key then leaves it so.
  private mutating func offersToLeave(_ session: Session) -> Bool {
    guard offer != .leaving, !session.isAtLastStep || session.purpose == .review,
      let forms = session.stepState.reminder
    else {
      return false
    }
    offer = .leaving
    notice = Notice(forms: forms)
    return true
  }

  /// A step is finished when it is left with nothing open.
  private mutating func leaveForNextStep() -> [Effect] {
    guard let session, !session.isFree else { return [] }
    offer = nil
    if session.purpose == .review { return askNextQuestion() }
    let open = session.stepState.openTasks
    if open.isEmpty { finishStep() }
    if session.isAtLastStep {
      return open.isEmpty ? finishLesson() : stay(because: open)
    }
    let effects = self.open(step: session.stepIndex + 1)
    if let task = open.first {
      notice = Notice(text: "left open in step \(session.stepIndex + 1): \(task)")
    }
    return effects
  }

  private mutating func stay(because open: [String]) -> [Effect] {
    notice = Notice(text: "the last step; still open: \(open.joined(separator: ", "))")
    return []
  }

  /// Leaves by the end; a lesson with steps skipped on the way is not called finished.
  private mutating func finishLesson() -> [Effect] {
    let skipped = skippedSteps
    let lesson = session?.lesson
    let effects = closeSession()
    guard skipped.isEmpty else {
      let steps = skipped.map(String.init).joined(separator: ", ")
      notice = Notice(
        text: "the end; still open: \(agreeing(skipped.count, "step", "steps")) \(steps)")
      return effects
    }
    notice = Notice(text: "lesson finished", tone: .good)
    if let lesson { close(lesson) }
    return effects
  }

  /// The numbers of the steps that were left with something open.
  private var skippedSteps: [Int] {
    guard let lesson = session?.lesson else { return [] }
    return lesson.steps.indices
      .filter { !progress.isFinished(step: lesson.steps[$0].id, of: lesson.id) }
      .map { $0 + 1 }
  }

  mutating func open(step index: Int) -> [Effect] {
    guard var session, session.lesson.steps.indices.contains(index) else {
      notice = Notice(text: index < 0 ? "this is the first step" : "there is no such step")
      return []
    }
    session.stepState.run?.isPlaying = false
    session.stepState.measuring = nil
    session.open(index, progress: progress)
    self.session = session
    beginReading()
    if session.isKept { progress.visit(step: session.step.id, of: session.lesson.id, at: now) }
    return saving
  }

  /// The words come first, where only one part fits.
  mutating func beginReading() {
    session?.stepState.isReading = true
  }

  /// Records the step in front as finished, unless it is only being tried out.
  mutating func finishStep() {
    guard let session, session.isKept, !session.stepState.isSandbox else { return }
    progress.finish(step: session.step.id, of: session.lesson.id, at: now)
  }

  /// Closes whatever is open.
  mutating func goToMap() -> [Effect] {
    (heads, hunt) = (nil, nil)
    return leaveSentence() + closeSession()
  }

  mutating func closeSession() -> [Effect] {
    let effects = session.map { $0.isFree ? [] : saving } ?? []
    if let session, session.isKept { selectLesson(session.lesson.id) }
    session = nil
    wayBack = nil
    (review, closing) = (nil, nil)
    overlays = []
    prompt = nil
    return effects
  }

  /// Where the lesson was left; after its end the first step that is still open, or else the first.
  package func startingStep(of lesson: Lesson) -> Int {
    startingStep(of: lesson.id, among: lesson.steps.map(\.id))
  }

  package func startingStep(of lesson: String, among steps: [String]) -> Int {
    let place = progress.place(of: lesson).flatMap(steps.firstIndex) ?? 0
    guard place == steps.count - 1 else { return place }
    return steps.firstIndex { !progress.isFinished(step: $0, of: lesson) } ?? 0
  }

  /// Asks for a lesson of the map.
  mutating func open(lesson id: String, step: Int? = nil) -> [Effect] {
    (review, closing) = (nil, nil)
    return mapEntries.contains { $0.id == id } ? [.load(lesson: id, step: step)] : []
  }

  /// Puts a lesson that was asked for in front.
  mutating func begin(_ opened: OpenedLesson) -> [Effect] {
    if review != nil { return ask(of: opened.lesson) }
    open(opened)
    overlays = []
    guard let session else { return [] }
    if wayBack?.lesson != session.lesson.id { wayBack = nil }
    arrive()
    progress.visit(step: session.step.id, of: session.lesson.id, at: now)
    return saving
  }
}
