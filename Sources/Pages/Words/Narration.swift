import Lessons
import Playground
import Scenes
import Terminal
import Text

/// The words of a step as they stand now: prose, questions, answers, hints, with live numbers.
struct Narration {
  let stepState: StepState
  let appearance: Appearance
  /// Where numbers that stand still are read.
  private(set) var scene: Scene
  let showsScript: Bool
  /// The lesson, where its first or last step is in front.
  private let beginning: Lesson?
  private let ending: Lesson?
  /// Whether rows are dear: short options then stand on one line.
  let isCompact: Bool
  /// What was bet on the first page.
  private let firstBet: SentenceState.Bet?
  /// What the answers show to be believed, by their questions.
  private let beliefs: [String: Misconception]
  /// Where the experiments stand that were named, by their misconceptions.
  private let experiments: [String: Experiment]

  init(
    _ stepState: StepState, _ model: Model, _ appearance: Appearance, isCompact: Bool
  ) {
    self.stepState = stepState
    self.appearance = appearance
    scene = stepState.scene
    self.isCompact = isCompact
    showsScript = model.settings.narration
    firstBet = model.firstBet
    let isKept = model.session?.isKept == true
    beginning = isKept && model.session?.stepIndex == 0 ? model.session?.lesson : nil
    ending = isKept && model.session?.isAtLastStep == true ? model.session?.lesson : nil
    let wrong = stepState.step.questions.filter { stepState.responses[$0.id]?.isRight == false }
    beliefs = wrong.reduce(into: [:]) { $0[$1.id] = model.belief(behind: $1, in: stepState) }
    experiments = stepState.experiments.reduce(into: [:]) { places, named in
      places[named.misconception] = model.experiment(for: named.misconception)
    }
  }

  /// The question that waits for an answer, and its answers so far.
  var openQuestion: [ProseBlock] {
    guard stepState.openQuestion != nil, let place = stepState.visibleBlocks.indices.last else {
      return []
    }
    return words(ofBlock: place).all
  }

  /// Everything revealed so far, the title first; an open question comes last, then the hints.
  var blocks: [ProseBlock] {
    title + stepState.visibleBlocks.indices.flatMap { words(ofBlock: $0).all } + hints + outlook
  }

  /// The title of the step; the lesson opens with its introduction, where there is room.
  var title: [ProseBlock] {
    let heading = ProseBlock.heading([Span(stepState.step.title, .bright, bold: true)])
    return (isCompact ? [] : introduction) + [heading]
  }

  private var introduction: [ProseBlock] {
    beginning.map { lesson in
      prose(
        lesson.introduction.map { block in
          if case .paragraph(let run) = block { .paragraph([.emphasis(run)]) } else { block }
        })
    } ?? []
  }

  /// What a block puts on the page, in its parts, with the numbers with which it appeared.
  func words(ofBlock place: Int) -> BlockWords {
    let block = stepState.step.blocks[place]
    guard stepState.step.standingPlaces.contains(place) else { return words(of: block) }
    return frozen(in: stepState.sceneOnAppearing(ofBlock: place)).words(of: block)
  }

  private func words(of block: Block) -> BlockWords {
    switch block {
    case .prose(let text): BlockWords(ask: prose(text))
    case .question(let question): self.question(question)
    case .goal(let goal): self.goal(goal)
    case .train(let task): training(task)
    case .say(let text): BlockWords(ask: showsScript ? [.quote(prose(text))] : [])
    case .show, .sliders, .formulaSwitch, .hint, .pause, .notes: BlockWords()
    }
  }

  /// The hints that were given, each experiment behind those that came before it.
  var hints: [ProseBlock] {
    (0...stepState.hintsShown).flatMap { given in
      (given > 0 && !stepState.skippedHints.contains(given - 1) ? hint(given - 1) : [])
        + namedExperiments(after: given)
    }
  }

  /// The hint that was given last.
  var lastHint: [ProseBlock] {
    let named = stepState.experiments.last { $0.after == stepState.hintsShown }
    return named.map(experimentWords) ?? hint(stepState.hintsShown - 1)
  }

  private func namedExperiments(after hints: Int) -> [ProseBlock] {
    stepState.experiments.filter { $0.after == hints }.flatMap(experimentWords)
  }

  private func experimentWords(_ named: NamedExperiment) -> [ProseBlock] {
    guard let experiment = experiments[named.misconception] else { return [] }
    let place = experiment.place.prefix(1).uppercased() + experiment.place.dropFirst()
    return [
      .paragraph([
        .span(Span("experiment  ", .dim, bold: true)),
        .span(Span("\(place), puts that belief to the test.", .text)),
      ])
    ]
  }

  /// One of the step's hints, counted from 0.
  func hint(_ index: Int) -> [ProseBlock] {
    guard stepState.step.hints.indices.contains(index) else { return [] }
    let words = frozen(
      in: stepState.sceneOnAppearing(ofBlock: stepState.step.hintPlaces[index]))
    return lead(
      [Span("hint \(index + 1)  ", .dim, bold: true)],
      words.prose(stepState.step.hints[index].text))
  }

  /// What is said where the words go on behind a pause; at the end of the lesson, what to read on.
  var outlook: [ProseBlock] {
    if stepState.hasPauseAhead {
      return [.paragraph([.span(Span("space reads on", .faint))])]
    }
    return stepState.openQuestion == nil ? readings : []
  }

  private var readings: [ProseBlock] {
    guard let further = ending?.header.further, !further.isEmpty else { return [] }
    return [
      .paragraph([.span(Span("Read on", .dim))]),
      .list(isOrdered: false, items: further.map { [.paragraph(words(of: $0))] }),
    ]
  }

  /// Title, place and address.
  private func words(of reading: Reading) -> [ProseInline] {
    let details = [reading.place, reading.address].compactMap(\.self)
    return [.span(Span(reading.title, .text))]
      + details.map { .span(Span(", " + $0, .dim)) }
  }

  private func goal(_ goal: Goal) -> BlockWords {
    let isReached = stepState.hasReached(goal)
    let mark = Span(
      isReached ? appearance.symbols.check + " " : appearance.symbols.open + " ",
      isReached ? .gain : .hand)
    let ask =
      goal.ask.isEmpty
      ? [ProseInline.span(Span(goal.showsParts ? "all at once" : goal.whenText, .bright))]
      : words(goal.ask, bold: true)
    let task = ProseBlock.paragraph([.span(mark)] + ask)
    let parts = goal.showsParts ? claims(goal.parts) : []
    return BlockWords(verdict: [task] + parts, reply: success(of: goal))
  }

  func success(of goal: Goal) -> [ProseBlock] { success(goal.success, of: goal.id) }

  /// What reaching a goal, or the end of a run, adds.
  ///
  /// In a later session the page shows other numbers again, so that the words say whose theirs are.
  func success(_ text: [MarkdownBlock], of goal: String) -> [ProseBlock] {
    guard let then = stepState.reachedGoals[goal] else { return [] }
    let words = frozen(in: stepState.scene(at: then)).prose(text)
    guard stepState.rememberedGoals.contains(goal) else { return words }
    let hasNumbers = text.contains { !$0.numberNodes.isEmpty }
    let source = hasNumbers ? "; the lesson's solution gives: " : ". "
    return lead([Span("reached before" + source, .dim)], words)
  }

  /// The same words with the numbers of another state: what was said about an answer stays true.
  func frozen(in scene: Scene) -> Narration {
    var narration = self
    narration.scene = scene
    return narration
  }

  private func question(_ question: Question) -> BlockWords {
    let response = stepState.responses[question.id]
    let mark = Span("? ", .hand, bold: true)
    return BlockWords(
      ask: lead([mark], prose(question.ask, bold: true)),
      verdict: question.form.words.below(question, response, in: self),
      reply: feedback(to: question, response))
  }

  /// What is said about an answer.
  func feedback(to question: Question, _ response: Response?) -> [ProseBlock] {
    guard let response else { return [] }
    let recalled =
      stepState.isSettled(question) && question.recallsBet ? firstBet.map(recalled) ?? [] : []
    return frozen(in: stepState.scene(at: response.moment))
      .prose(stepState.feedback(to: question, response)) + recalled + belief(behind: question)
  }

  private func recalled(_ bet: SentenceState.Bet) -> [ProseBlock] {
    let words = "On the first page you once bet on the same slider: \(bet.words)."
    return [.paragraph([.span(Span(words, .text, italic: true))])]
  }

  private func belief(behind question: Question) -> [ProseBlock] {
    guard let belief = beliefs[question.id] else { return [] }
    return [.paragraph([.span(Span(belief.diagnosis, .text, italic: true))])]
  }

  /// Puts a mark before the first paragraph.
  private func lead(_ mark: Line, _ blocks: [ProseBlock]) -> [ProseBlock] {
    guard case .paragraph(let first)? = blocks.first else {
      return [.paragraph(mark.spans.map(ProseInline.span))] + blocks
    }
    return [.paragraph(mark.spans.map(ProseInline.span) + first)] + blocks.dropFirst()
  }
}
