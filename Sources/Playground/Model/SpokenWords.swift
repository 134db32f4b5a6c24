import Lessons
import Scenes
import Text

/// Markdown as a voice reads it: signs and formulas in words, live numbers from the scene.
package struct SpokenWords {
  package let stepState: StepState
  package let manner: Manner
  /// Where numbers that stand still are read.
  private let scene: Scene

  /// How code is said.
  package enum Manner: Sendable {
    /// As people say it: `W_q` is "W q".
    case aloud
    /// As one types it, so that it can be typed back; a label stands in quotation marks.
    case typed
  }

  /// Words whose standing numbers are those of a scene, or of the present one.
  package init(_ stepState: StepState, frozenIn scene: Scene? = nil, manner: Manner = .aloud) {
    self.stepState = stepState
    self.manner = manner
    self.scene = scene ?? stepState.scene
  }

  /// Paragraphs on lines of their own; what only eyes can take in is left out.
  package func of(_ blocks: [MarkdownBlock]) -> String {
    blocks.map(of).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func of(_ block: MarkdownBlock) -> String {
    switch block {
    case .paragraph(let text), .heading(_, let text): sentence(run(text))
    case .list(_, let items): items.map(of).joined(separator: "\n")
    case .quote(let inner): of(inner)
    case .mathematics(let mathematics): sentence(mathematics.spoken(manner))
    case .table(let head, let rows):
      ([head] + rows).map { sentence($0.map(run).joined(separator: ", ")) }.joined(separator: "\n")
    case .code, .rule: ""
    }
  }

  /// A run of text on one line, without signs of what it is about.
  package func text(_ inlines: [Inline]) -> String { SpokenMark.stripped(run(inlines)) }

  /// Paragraphs on lines of their own, without signs of what they are about.
  package func lines(_ blocks: [MarkdownBlock]) -> [String] {
    of(blocks).split(separator: "\n").map { SpokenMark.stripped($0) }
  }

  /// A run of text on one line.
  package func run(_ inlines: [Inline]) -> String {
    inlines.map(inline).joined().closedUp
  }

  /// Code in the manner of these words.
  package func code(_ text: String) -> String {
    switch manner {
    case .aloud: SpokenSign.said(text, asCode: true)
    case .typed:
      stepState.scene.isLabel(text) ? "\"\(text)\"" : SpokenSign.said(text, asCode: false)
    }
  }

  /// With a full stop, where the voice is to pause.
  package func sentence(_ text: String) -> String {
    let text = text.closedUp
    guard let last = text.last else { return "" }
    return last.isLetter || last.isNumber || last == ")" ? text + "." : text
  }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): SpokenSign.said(text, asCode: false)
    case .emphasis(let text), .strong(let text), .link(let text, _): run(text).spaced(like: text)
    case .code(let text): mark(of: text) + code(text).closedUp
    case .standing(let node, _): mark(of: node) + numbers(of: node, in: scene)
    case .live(let node, _): mark(of: node) + numbers(of: node, in: stepState.scene)
    case .mathematics(let mathematics): mathematics.spoken(manner).closedUp
    case .lineBreak: " "
    }
  }

  /// The sign of the cell that a number is taken from.
  private func mark(of node: NodeID) -> String {
    SpokenMark.sign(of: stepState.spokenPlace(of: Entry(node: node, index: 0)))
  }

  /// The sign of the cell or of the matrix that code names.
  private func mark(of code: String) -> String {
    let scene = stepState.scene
    if code.contains("["), let entry = try? scene.entry(SourceText(file: "words", text: code)) {
      return SpokenMark.sign(of: stepState.spokenPlace(of: entry))
    }
    return SpokenMark.sign(of: stepState.spokenPlace(ofMatrix: code))
  }

  private func numbers(of node: NodeID, in scene: Scene) -> String {
    if stepState.isVeiled(node) { return "a number that is hidden until you answer" }
    return scene.values(of: node).elements.map(SpokenNumber.inSentence).joined(separator: ", ")
  }
}

extension Mathematics {
  /// The formula in words: `q · k / √d_k` is "q times k over the root of d k", or of "d_k".
  package func spoken(_ manner: SpokenWords.Manner = .aloud) -> String {
    switch self {
    case .text(let text), .symbol(let text):
      SpokenSign.said(text, asCode: true, keeping: manner == .typed ? ["_", "(", ")"] : [])
    case .row(let parts): parts.map { $0.spoken(manner) }.joined(separator: " ")
    case .fraction(let over, let under):
      "\(over.spokenPart(manner)) over \(under.spokenPart(manner))"
    case .root(let body): "the root of \(body.spoken(manner))"
    case .scripts(let base, let lower?, let upper) where manner == .typed:
      [
        base.spoken(manner).closedUp + "_" + lower.spoken(manner).closedUp,
        upper?.spokenPower(manner),
      ].compactMap(\.self).joined(separator: " ")
    case .scripts(let base, let lower, let upper):
      [base.spoken(manner), lower?.spoken(manner), upper?.spokenPower(manner)]
        .compactMap(\.self).joined(separator: " ")
    case .fenced(_, let body, _):
      manner == .typed ? "(\(body.spoken(manner)))" : ", \(body.spoken(manner)),"
    }
  }

  /// A part of a fraction; where it has parts itself, typed words put it in parentheses.
  private func spokenPart(_ manner: SpokenWords.Manner) -> String {
    guard manner == .typed, case .row(let parts) = self, parts.count > 1 else {
      return spoken(manner)
    }
    return "(\(spoken(manner)))"
  }

  private func spokenPower(_ manner: SpokenWords.Manner) -> String {
    switch self {
    case .text("2"), .row([.text("2")]): "squared"
    case .text("T"), .symbol("T"), .row([.text("T")]), .row([.symbol("T")]): "transposed"
    case .text, .symbol, .row, .fraction, .root, .scripts, .fenced: "to the power \(spoken(manner))"
    }
  }
}

extension String {
  /// With single spaces, and none before a comma or a full stop.
  fileprivate var closedUp: String {
    singleSpaced.replacing(" ,", with: ",").replacing(" .", with: ".").replacing("( ", with: "(")
      .replacing(" )", with: ")")
  }

  /// With the spaces around that the text had.
  fileprivate func spaced(like text: [Inline]) -> String {
    let plain = text.plainText
    return (plain.first == " " ? " " : "") + self + (plain.last == " " ? " " : "")
  }
}
