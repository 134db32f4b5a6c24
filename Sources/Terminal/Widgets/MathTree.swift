import Text

/// Mathematics whose words and symbols already know their colours.
package indirect enum MathTree: Equatable, Sendable {
  case text(Span)
  case symbol(Span)
  case row([MathTree])
  case fraction(MathTree, MathTree)
  case root(MathTree)
  case scripts(MathTree, subscript: MathTree?, superscript: MathTree?)
  case fenced(String, MathTree, String)
}

extension MathTree {
  /// Everything on one line, as words in a paragraph need it: `(q·k)/√dₖ`; tight without spaces
  /// around operators, as inside a fraction.
  package func line(isTight: Bool = false, symbols: Symbols) -> Line {
    switch self {
    case .text(let span), .symbol(let span): [span.with(text: symbols.spelled(span.text))]
    case .row(let parts): MathRow(parts).line(isTight: isTight, symbols: symbols)
    case .fraction(let upper, let lower):
      upper.atom(symbols) + "/" + lower.atom(symbols)
    case .root(let inner):
      Line(symbols.root) + inner.atom(symbols, isFenced: symbols.root.count > 1)
    case .scripts(let base, let lower, let upper):
      ScriptedBase(base, lower, upper).line(symbols: symbols)
    case .fenced(let open, let inner, let close):
      Line(open) + inner.line(isTight: isTight, symbols: symbols) + Line(close)
    }
  }

  /// The name of a function in front of what it is taken of: `cos`, `log`.
  var isWord: Bool {
    guard case .text(let span) = self else { return false }
    return span.text.count > 1 && span.text.allSatisfy(\.isLetter)
  }

  /// One line that reads as one thing: in parentheses unless it is a single one already.
  func atom(_ symbols: Symbols, isFenced: Bool = false) -> Line {
    let line = line(isTight: true, symbols: symbols)
    return isAtom && !isFenced ? line : "(" + line + ")"
  }

  /// Whether a root or a stroke in front of it needs no parentheses around it.
  var isAtom: Bool {
    switch self {
    case .text(let span), .symbol(let span): !span.text.unicodeScalars.contains(" ")
    case .row(let parts): parts.count == 1 && parts[0].isAtom || parts.isEmpty
    case .fraction: false
    case .root, .fenced: true
    case .scripts(let base, _, _): base.isAtom
    }
  }

  /// The text without colours, to judge spacing and scripts by.
  var plainText: String {
    switch self {
    case .text(let span), .symbol(let span): span.text
    case .row(let parts): parts.map(\.plainText).joined()
    case .fraction(let upper, let lower): upper.plainText + "/" + lower.plainText
    case .root(let inner): "√" + inner.plainText
    case .scripts(let base, let lower, let upper):
      base.plainText + (lower?.plainText ?? "") + (upper?.plainText ?? "")
    case .fenced(let open, let inner, let close): open + inner.plainText + close
    }
  }

  /// Whether it takes more than a line when there is room.
  var isTall: Bool {
    switch self {
    case .text, .symbol: false
    case .row(let parts): parts.contains(where: \.isTall)
    case .fraction: true
    case .root(let inner), .fenced(_, let inner, _): inner.isTall
    case .scripts(let base, let lower, let upper):
      base.isTall || lower?.isTall == true || upper?.isTall == true
    }
  }
}
