import Lessons
import Playground
import Text

/// The words of a step as they are read, and what of them was read already.
struct StepWords {
  let stepState: StepState

  init(_ stepState: StepState) {
    self.stepState = stepState
  }

  /// A step from its words to its open question, the scene before the first thing that is asked.
  func opening() -> [String] {
    let reading = stepState.reading
    let first = reading.firstIndex(where: asks) ?? reading.endIndex
    let parts = [
      paragraph(reading[..<first]), SceneWords(stepState).lines, paragraph(reading[first...]),
      hints,
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// Those of the utterances that were not read yet.
  func lines(of new: [Utterance]) -> [String] { paragraph(new[...]) }

  private func paragraph(_ utterances: ArraySlice<Utterance>) -> [String] {
    utterances.flatMap(lines).filter { !$0.isEmpty }
  }

  /// Whether an utterance asks for something to be done.
  private func asks(_ utterance: Utterance) -> Bool {
    guard case .block(let place) = utterance else { return false }
    return stepState.step.blocks[place].task != nil
  }

  private func lines(of utterance: Utterance) -> [String] {
    switch utterance {
    case .title: []
    case .block(let place): block(place)
    case .options(let place):
      stepState.step.blocks[place].question
        .map { QuestionWords(stepState: stepState, question: $0).choices } ?? []
    case .reply(let place): verdict(onBlock: place) + text(utterance)
    }
  }

  private func text(_ utterance: Utterance) -> [String] {
    stepState.words(of: utterance, .typed).split(separator: "\n").map(String.init)
  }

  private func block(_ place: Int) -> [String] {
    let block = stepState.step.blocks[place]
    guard case .say = block else {
      let lines = text(.block(place))
      let lead =
        block.question != nil
        ? "Question: " : block.goal != nil ? "Goal: " : block.training != nil ? "Task: " : ""
      let first = lines.first.map { [lead + $0] } ?? []
      let start = block.training != nil && !stepState.isTrained ? ["Say run to start it."] : []
      return first + lines.dropFirst().map { lead == "Goal: " ? "  " + $0 : $0 } + start
    }
    return []
  }

  private func verdict(onBlock place: Int) -> [String] {
    guard let question = stepState.step.blocks[place].question,
      let response = stepState.responses[question.id]
    else { return [] }
    return [QuestionWords(stepState: stepState, question: question).verdict(response)]
  }

  // MARK: Hints

  /// The hints that were given.
  private var hints: [String] {
    (0..<stepState.hintsShown).filter { !stepState.skippedHints.contains($0) }.flatMap(hint)
  }

  /// A hint, counted from 0.
  func hint(_ place: Int) -> [String] {
    guard stepState.step.hints.indices.contains(place) else { return [] }
    let lines = stepState.words(ofHint: place, .typed).split(separator: "\n").map(String.init)
    let lead = "Hint \(place + 1) of \(stepState.step.hints.count): "
    return lines.enumerated().map { $0.offset == 0 ? lead + $0.element : $0.element }
  }

  // MARK: Goals

  /// Each goal in view with its parts, and whether they hold.
  var goals: [String] {
    stepState.visibleBlocks.indices.filter { stepState.step.blocks[$0].goal != nil }
      .flatMap { place in
        let isReached = stepState.step.blocks[place].goal.map(stepState.hasReached) == true
        return block(place) + (isReached ? ["  It is reached."] : [])
      }
  }

  // MARK: What comes next

  /// What to say once nothing is asked any more.
  func way(onFrom step: Int, of count: Int) -> String? {
    if stepState.hasPauseAhead { return "Say next to read on." }
    guard stepState.openTasks.isEmpty else { return nil }
    return step + 1 < count ? "Say next for step \(step + 2)." : "Say next to end the lesson."
  }
}
