import Scenes
import Text

extension LessonChecker {
  /// Warns where a number that a question hides can be read elsewhere in its step before it is answered.
  mutating func checkLeaks(of step: Step) {
    for place in step.blocks.indices {
      guard let question = step.blocks[place].question else { continue }
      checkEquals(of: question, at: place, in: step)
      checkTypedNumbers(beside: question, at: place, in: step)
    }
  }

  /// What is shown and always equals what is hidden, however it is worked out.
  private mutating func checkEquals(of question: Question, at place: Int, in step: Step) {
    guard !question.hides.isEmpty, question.formula == nil,
      spend(Double(LeakSearch.trials) * step.scene.cost.work, at: question.location)
    else { return }
    let search = LeakSearch(question, in: step)
    for panel in step.panelRows.joined() {
      let nodes = panel.subjects + [panel.options.scores].compactMap(\.self)
      guard spend(search.work(of: nodes), at: question.location) else { return }
      if let leak = search.leak(in: nodes) {
        let name = "the panel \(panel.kind.rawValue) \(panel.subjectTexts.joined(separator: ", "))"
        warn(.leak(in: name, shown: leak.shown, hidden: leak.hidden), at: panel.location)
      }
    }
    let nodes = step.blocks[...place].flatMap(\.nodesInWords)
    guard spend(search.work(of: nodes), at: question.location) else { return }
    if let leak = search.leak(in: nodes) {
      warn(.leak(in: "the words", shown: leak.shown, hidden: leak.hidden), at: question.location)
    }
  }

  /// Digits that somebody typed and that are the answer.
  private mutating func checkTypedNumbers(
    beside question: Question, at place: Int, in step: Step
  ) {
    guard let after = revealed([question], step.scene),
      case .number(let answer, _) = question.truth(before: step.scene, after: after)
    else { return }
    let words = step.blocks[..<place].flatMap(\.textsBeforeAnswer)
    for (name, text) in [("The title of the step", step.title)] + words.map({ ("The text", $0) })
    where text.tells(answer) {
      warn(.typedAnswer(in: name, NumberFormat.inSentence(answer)), at: question.location)
    }
    for panel in step.panelRows.joined() {
      let texts = [panel.caption, panel.options.name].compactMap(\.self)
      guard texts.contains(where: { $0.tells(answer) }) else { continue }
      warn(.typedAnswer(in: "The caption", NumberFormat.inSentence(answer)), at: panel.location)
    }
  }
}

/// Looks for cells that hold the same numbers as those that a question hides and asks about, in the step's scene
/// and with other inputs.
private struct LeakSearch {
  /// With so many other inputs.
  static let trials = 3

  private let step: Step
  private let covers: [Cover]
  private let scenes: [Scene]
  /// What the answer is read from, and what it holds in each scene.
  private let hidden: [(entry: Entry, values: [Float])]

  init(_ question: Question, in step: Step) {
    self.step = step
    let open = step.questions.drop { $0.id != question.id }
    covers = open.compactMap { step.covers[$0.id] }
    let scenes = [step.scene] + (1...Self.trials).map { step.scene(withOtherInputs: UInt64($0)) }
    self.scenes = scenes
    let cover = step.covers[question.id]
    hidden = question.cellsInQuestion(in: step.scene).filter { cover?.hides($0) ?? false }
      .map { entry in (entry, scenes.map { $0.value(of: entry) }) }
      .filter { _, values in
        values.allSatisfy(\.isFinite) && values.contains { !$0.isNear(values[0]) }
      }
  }

  /// About how many numbers are compared.
  func work(of nodes: [NodeID]) -> Double {
    nodes.reduce(0) { $0 + Double(step.scene.values(of: $1).count) } * Double(hidden.count)
  }

  /// A cell that tells a hidden one, where all of them are told.
  func leak(in nodes: [NodeID]) -> (shown: String, hidden: String)? {
    let shown = nodes.flatMap { node in
      (0..<step.scene.values(of: node).count).map { Entry(node: node, index: $0) }
    }.filter { entry in !covers.contains { $0.hides(entry) } }
    let told = hidden.compactMap { cell in shown.first { holds(cell.values, $0) } }
    guard let first = told.first, told.count == hidden.count else { return nil }
    let scene = step.scene
    return (scene.label(of: first), scene.label(of: scene.source(of: hidden[0].entry)))
  }

  private func holds(_ values: [Float], _ entry: Entry) -> Bool {
    zip(scenes, values).allSatisfy { $0.value(of: entry).isNear($1) }
  }
}

extension Question {
  /// The cells from which the answer is read; all that is hidden where only the author knows it.
  fileprivate func cellsInQuestion(in scene: Scene) -> [Entry] {
    switch answer {
    case .value(let node, _), .startValue(let node, _), .sign(let node):
      [Entry(node: node, index: 0)]
    case .number: equals.map { [Entry(node: $0, index: 0)] } ?? []
    case .grows(let node, let choices), .largest(let node, let choices):
      choices.map { Entry(node: node, index: $0) }
    case .order(let entries): entries
    case .option:
      hides.flatMap { node in
        (0..<scene.values(of: node).count).map { Entry(node: node, index: $0) }
      }
    case .formula: []
    }
  }
}

extension Step {
  /// The scene with inputs some way from their own, the same each time; what sets sizes or places stays.
  fileprivate func scene(withOtherInputs seed: UInt64) -> Scene {
    var random = SplitMix(state: seed)
    var scene = scene
    for input in scene.definitions where input.isInput && mayMove(input) {
      var numbers = scene.values(of: input.node)
      for index in 0..<numbers.count {
        let (stretch, shift) = (random.nextShare(), random.nextShare())
        numbers.elements[index] = numbers.elements[index] * (0.7 + 0.6 * stretch) + 0.2 * shift
      }
      scene.set(input.node, to: numbers)
    }
    return scene
  }

  private func mayMove(_ input: Definition) -> Bool {
    let first = Entry(node: input.node, index: 0)
    return !scene.boundsParts(first)
      && !sliders.contains { $0.target.entries.contains(first) && !$0.domain.isContinuous }
  }
}

extension SplitMix {
  /// From 0 to 1.
  fileprivate mutating func nextShare() -> Float { Float(next() >> 40) / Float(1 << 24) }
}

extension Float {
  /// Nothing is near infinity, which a mask may hold.
  fileprivate func isNear(_ other: Float) -> Bool {
    isFinite && other.isFinite && abs(self - other) <= 1e-5 * max(1, abs(self))
  }
}

extension Block {
  /// The numbers that stand in what is read before a question is answered.
  fileprivate var nodesInWords: [NodeID] { proseBeforeAnswer.flatMap(\.numberNodes) }

  fileprivate var textsBeforeAnswer: [String] { proseBeforeAnswer.map { [$0].plainText } }

  private var proseBeforeAnswer: [MarkdownBlock] {
    switch self {
    case .prose(let text), .say(let text): text
    case .question(let question): question.ask
    case .goal(let goal): [.paragraph(goal.ask)]
    case .train(let task): [.paragraph(task.ask)]
    case .show, .sliders, .formulaSwitch, .hint, .pause, .notes: []
    }
  }
}

extension String {
  /// Whether digits with a decimal point, two of which count, are a number rounded as they are.
  fileprivate func tells(_ number: Float) -> Bool {
    let words = split { !($0.isNumber || $0 == ".") }.map { $0.trimmingPoint }
    return words.contains { word in
      guard let point = word.firstIndex(of: "."), let typed = Double(word),
        word.filter({ $0.isNumber }).drop(while: { $0 == "0" }).count >= 2
      else { return false }
      let decimals = word.distance(from: point, to: word.endIndex) - 1
      let half = 0.5 * (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
      return decimals > 0 && abs(typed - Double(abs(number))) <= half * 1.0001
    }
  }
}

extension Substring {
  /// Without the full stop of a sentence.
  fileprivate var trimmingPoint: Substring { last == "." ? dropLast() : self }
}
