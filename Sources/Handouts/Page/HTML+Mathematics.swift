import Scenes

extension HTML {
  /// A formula as MathML, which browsers set and screen readers say.
  init(_ mathematics: Mathematics, isBlock: Bool = false) {
    self.init(
      tag: "math", ["display": isBlock ? "block" : nil],
      HTML(tag: "mrow", [:], mathematics.markup))
  }
}

extension Mathematics {
  fileprivate var markup: HTML {
    switch self {
    case .text(let text): Self.letters(text)
    case .symbol(let text): HTML(tag: "mo", [:], HTML(text))
    case .row(let parts): HTML(tag: "mrow", [:], parts.map(\.markup))
    case .fraction(let over, let under): HTML(tag: "mfrac", [:], over.group, under.group)
    case .root(let body): HTML(tag: "msqrt", [:], body.markup)
    case .scripts(let base, let lower?, let upper?):
      HTML(tag: "msubsup", [:], base.group, lower.group, upper.group)
    case .scripts(let base, let lower?, nil): HTML(tag: "msub", [:], base.group, lower.group)
    case .scripts(let base, nil, let upper?): HTML(tag: "msup", [:], base.group, upper.group)
    case .scripts(let base, nil, nil): base.markup
    case .fenced(let open, let body, let close):
      HTML(
        tag: "mrow", [:], HTML(tag: "mo", [:], HTML(open)), body.markup,
        HTML(tag: "mo", [:], HTML(close)))
    }
  }

  /// As one part, where the markup counts parts.
  private var group: HTML { HTML(tag: "mrow", [:], markup) }

  /// Words and letters are names, digits numbers, and all else signs.
  private static func letters(_ text: String) -> HTML {
    var rest = text[...]
    var parts: [HTML] = []
    while let first = rest.first {
      let kind = Kind(first)
      let run = rest.prefix { Kind($0) == kind && kind != .sign }
      let word = run.isEmpty ? rest.prefix(1) : run
      parts.append(kind.markup(String(word)))
      rest = rest[word.endIndex...]
    }
    return HTML(tag: "mrow", [:], parts)
  }

  private enum Kind {
    case number, name, space, sign

    init(_ character: Character) {
      if character.isNumber || character == "." {
        self = .number
      } else if character.isLetter {
        self = .name
      } else {
        self = character.isWhitespace ? .space : .sign
      }
    }

    func markup(_ text: String) -> HTML {
      switch self {
      case .number: HTML(tag: "mn", [:], HTML(text))
      case .name: HTML(tag: "mi", [:], HTML(text))
      case .space: HTML(tag: "mspace", ["width": "\(0.3 * Double(text.count))em"])
      case .sign: HTML(tag: "mo", [:], HTML(text))
      }
    }
  }
}
