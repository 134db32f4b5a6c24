import Text

/// A base with something small below or above it, as one line can show it.
struct ScriptedBase {
  let base: MathTree
  let lower: MathTree?
  let upper: MathTree?

  init(_ base: MathTree, _ lower: MathTree?, _ upper: MathTree?) {
    self.base = base
    self.lower = lower
    self.upper = upper
  }

  /// Whether one line shows it as well as two would.
  func fitsOneLine(symbols: Symbols) -> Bool {
    !base.isTall && (lower.map { isSimple($0) } ?? true) && (upper.map { isSimple($0) } ?? true)
  }

  /// The base with its scripts: `dₖ`, `x²`, `Kᵀ`, `W_q`, `e^3.24`, `x_(i,j)`.
  func line(symbols: Symbols) -> Line {
    var line = base.line(isTight: true, symbols: symbols)
    if let lower { attach(lower, "_", small: loweredText(lower, symbols), to: &line, symbols) }
    if let upper { attach(upper, "^", small: raisedText(upper, symbols), to: &line, symbols) }
    return line
  }

  private func attach(
    _ script: MathTree, _ mark: String, small: String?, to line: inout Line, _ symbols: Symbols
  ) {
    if let small {
      append(small, to: &line)
    } else if script.isAtom {
      append(mark, to: &line)
      line = line + colored(script.line(isTight: true, symbols: symbols), like: line.spans.last)
    } else {
      line = line + Line(mark + "(") + script.line(isTight: true, symbols: symbols) + ")"
    }
  }

  // The script of a coloured name is part of the name.
  private func append(_ text: String, to line: inout Line) {
    guard let last = line.spans.last else { return line.spans.append(Span(text)) }
    line.spans[line.spans.count - 1] = last.with(text: last.text + text)
  }

  private func colored(_ line: Line, like base: Span?) -> Line {
    guard let base else { return line }
    return Line(line.spans.map { $0 == Span($0.text) ? base.with(text: $0.text) : $0 })
  }

  private func isSimple(_ script: MathTree) -> Bool {
    !script.isTall && (script.isAtom || raised(script) != nil || lowered(script) != nil)
  }

  // `W_q` is the name of a matrix as the scene writes it, and half of its family (W_q, W_o) has no
  // small letter: the family stays together.
  private func loweredText(_ script: MathTree, _ symbols: Symbols) -> String? {
    let isMatrixName =
      base.plainText.allSatisfy(\.isUppercase) && script.plainText.allSatisfy(\.isLowercase)
    return !symbols.isASCII && !isMatrixName ? lowered(script) : nil
  }

  private func raisedText(_ script: MathTree, _ symbols: Symbols) -> String? {
    !symbols.isASCII ? raised(script) : nil
  }

  private func lowered(_ script: MathTree) -> String? {
    ScriptLetters.lowered(script.plainText)
  }

  private func raised(_ script: MathTree) -> String? {
    ScriptLetters.raised(script.plainText)
  }
}
