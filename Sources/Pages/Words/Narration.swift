import Lessons
import Playground
import Scenes
import Terminal
import Text

/// The words of a step as they stand now: prose, questions, answers, hints, with live numbers.
struct Narration {
  let stepState: StepState
  let appearance: Appearance
  /// Where the live numbers are read.
  private(set) var scene: Scene
  let showsScript: Bool
  /// Whether rows are dear: short options then stand on one line.
  let isCompact: Bool
  let memo: ProseMemo
  /// Whether the numbers are those of an earlier moment.
  private(set) var isFrozen = false
  /// What was read of the scene as it is now.
  let notes = Notes()

  final class Notes {
    var readings: [LiveReading] = []
  }

  init(
    _ stepState: StepState, _ model: Model, _ appearance: Appearance, isCompact: Bool,
    memo: ProseMemo = ProseMemo()
  ) {
    self.stepState = stepState
    self.appearance = appearance
    scene = stepState.scene
    self.isCompact = isCompact
    self.memo = memo
    showsScript = model.settings.narration
  }

  /// The live numbers that the words have read up to now.
  var readings: [LiveReading] { notes.readings }

  /// The question that waits for an answer, and its answers so far.
  var openQuestion: [ProseBlock] { stepState.openQuestion.map { question($0).all } ?? [] }

  /// Everything revealed so far, the title first; an open question comes last, then the hints.
  var blocks: [ProseBlock] {
    title + stepState.visibleBlocks.flatMap { words(of: $0).all } + hints + outlook
  }

  var title: [ProseBlock] { [.heading([Span(stepState.step.title, .bright, bold: true)])] }

  /// What a block puts on the page, in its parts.
  func words(of block: Block) -> BlockWords {
    switch block {
    case .prose(let text): BlockWords(ask: prose(text))
    case .question(let question): self.question(question)
    case .goal(let goal): self.goal(goal)
    case .train(let task): training(task)
    case .say(let text): BlockWords(ask: showsScript ? [.quote(prose(text))] : [])
    case .show, .sliders, .hint, .pause, .notes: BlockWords()
    }
  }

  var hints: [ProseBlock] { (0..<stepState.hintsShown).flatMap(hint) }

  /// One of the step's hints, counted from 0.
  func hint(_ index: Int) -> [ProseBlock] {
    guard stepState.step.hints.indices.contains(index) else { return [] }
    return lead([Span("hint \(index + 1)  ", .dim, bold: true)], prose(stepState.step.hints[index]))
  }

  private var outlook: [ProseBlock] {
    guard stepState.hasPauseAhead else { return [] }
    return [.paragraph([.span(Span("space reads on", .faint))])]
  }

  private func goal(_ goal: Goal) -> BlockWords {
    let isReached = stepState.hasReached(goal)
    let mark = Span(
      isReached ? appearance.symbols.check + " " : appearance.symbols.open + " ",
      isReached ? .gain : .hand)
    let ask =
      goal.ask.isEmpty
      ? [ProseInline.span(Span(goal.whenText, .bright))] : words(goal.ask, bold: true)
    let task = ProseBlock.paragraph([.span(mark)] + ask)
    return BlockWords(verdict: [task], reply: success(of: goal))
  }

  func success(of goal: Goal) -> [ProseBlock] { success(goal.success, of: goal.id) }

  /// What reaching a goal, or the end of a run, adds.
  ///
  /// In a later session the page shows other numbers again, so that the words say whose theirs are.
  func success(_ text: [MarkdownBlock], of goal: String) -> [ProseBlock] {
    guard let then = stepState.reachedGoals[goal] else { return [] }
    let words = frozen(in: then).prose(text)
    guard stepState.rememberedGoals.contains(goal) else { return words }
    let hasNumbers = text.contains { !$0.liveNodes.isEmpty }
    let source = hasNumbers ? "; the lesson's solution gives: " : ". "
    return lead([Span("reached before" + source, .dim)], words)
  }

  /// The same words with the numbers of another state: what was said about an answer stays true.
  func frozen(in scene: Scene) -> Narration {
    var narration = self
    narration.scene = scene
    narration.isFrozen = true
    return narration
  }

  private func question(_ question: Question) -> BlockWords {
    let response = stepState.responses[question.id]
    let mark = Span("? ", .hand, bold: true)
    return BlockWords(
      ask: lead([mark], prose(question.ask, bold: true)),
      verdict: options(of: question, response) + entry(of: question, response),
      reply: feedback(to: question, response))
  }

  private func options(of question: Question, _ response: Response?) -> [ProseBlock] {
    guard !question.options.isEmpty else { return [] }
    let lines = question.options.enumerated().map { index, option in
      self.option(option, index, response, in: question)
    }
    if isCompact, question.hasShortOptions {
      return [.paragraph(Array(lines.enumerated().map(numbered).joined()))]
    }
    return [.list(isOrdered: true, items: lines.map { [.paragraph($0)] })]
  }

  /// `2 cat`, never separated by the end of a line, with air before the next.
  private func numbered(_ index: Int, _ option: [ProseInline]) -> [ProseInline] {
    [.span(Span("\(index + 1)\u{a0}", .dim))] + option.map(\.unbroken) + [.span(Span("    "))]
  }

  private func option(
    _ option: Choice, _ index: Int, _ response: Response?, in question: Question
  ) -> [ProseInline] {
    let isGuess = response?.guess == .option(index)
    let text = words(option.text, bold: isGuess)
    guard let response, isGuess || stepState.isSettled(question) else { return text }
    let isRight = response.rightOptions.contains(index)
    let guess = ProseInline.span(Span("  \(appearance.symbols.guess)\u{a0}your\u{a0}guess", .dim))
    let mark =
      isRight
      ? Span("\u{a0}\(appearance.symbols.check)", .gain)
      : Span("\u{a0}\(appearance.symbols.cross)", .loss)
    return text + (isGuess ? [guess] : []) + (isGuess || isRight ? [.span(mark)] : [])
  }

  private func entry(of question: Question, _ response: Response?) -> [ProseBlock] {
    guard question.isNumeric else { return [] }
    guard let response, case .number(let number) = response.guess else {
      return [.paragraph([.span(Span("type a number, then enter", .faint))])]
    }
    let mark = response.isRight ? appearance.symbols.check : appearance.symbols.cross
    return [
      .paragraph([
        .span(Span("your answer ", .dim)),
        .span(Span(NumberFormat.typed(number), .bright, bold: true)),
        .span(Span(" " + mark, response.isRight ? .gain : .loss)),
      ])
    ]
  }

  /// What is said about an answer.
  func feedback(to question: Question, _ response: Response?) -> [ProseBlock] {
    guard let response else { return [] }
    let isSettled = stepState.isSettled(question)
    let text =
      isSettled
      ? question.feedback(to: response.guess, isRight: response.isRight)
      : question.retryAdvice(for: response.guess)
    return frozen(in: response.scene).prose(text)
  }

  /// Puts a mark before the first paragraph.
  private func lead(_ mark: Line, _ blocks: [ProseBlock]) -> [ProseBlock] {
    guard case .paragraph(let first)? = blocks.first else {
      return [.paragraph(mark.spans.map(ProseInline.span))] + blocks
    }
    return [.paragraph(mark.spans.map(ProseInline.span) + first)] + blocks.dropFirst()
  }
}

extension ProseInline {
  /// The same words, kept on one line.
  fileprivate var unbroken: ProseInline {
    guard case .span(var span) = self else { return self }
    span.text = span.text.replacingEach(" ", with: "\u{a0}")
    return .span(span)
  }
}

extension Question {
  /// Whether all options together are short enough for one line.
  fileprivate var hasShortOptions: Bool {
    options.reduce(0) { $0 + $1.text.plainText.unicodeScalars.count } <= 40
  }

  /// What a wrong answer hears while it may be tried again: its own reason, not the solution.
  fileprivate func retryAdvice(for guess: Guess) -> [MarkdownBlock] {
    guard case .option(let index) = guess, options.indices.contains(index) else { return whenWrong }
    return whenWrong + options[index].why
  }
}
