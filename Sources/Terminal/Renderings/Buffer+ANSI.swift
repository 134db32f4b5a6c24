extension Buffer {
  /// The rows as text with the colours and weights that a terminal of this depth understands.
  ///
  /// Every row ends in a reset, so that it can stand alone.
  package func ansi(depth: ColorDepth) -> String {
    (0..<size.height).map { ansiRow($0, depth: depth) }.joined(separator: "\n") + "\n"
  }

  private func ansiRow(_ y: Int, depth: ColorDepth) -> String {
    var text = ""
    var current: Style?
    for cell in row(y) {
      if cell.style != current {
        text += SelectGraphicRendition(style: cell.style, depth: depth).sequence
        current = cell.style
      }
      text += cell.text
    }
    return text + SelectGraphicRendition.reset
  }
}

/// The control sequence that changes how a terminal writes (ECMA-48, SGR).
private struct SelectGraphicRendition {
  static let reset = "\u{1b}[0m"

  let style: Style
  let depth: ColorDepth

  /// Starts from nothing, then sets everything that the style says.
  var sequence: String {
    let codes = ["0"] + attributes + color(style.foreground, base: 30) + ground
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }

  private var attributes: [String] {
    var codes: [String] = []
    if style.bold { codes.append("1") }
    if style.dim { codes.append("2") }
    if style.italic { codes.append("3") }
    if style.underlined { codes.append("4") }
    if style.reversed { codes.append("7") }
    return codes
  }

  private var ground: [String] { color(style.background, base: 40) }

  private func color(_ color: Color, base: Int) -> [String] {
    guard let (r, g, b) = color.components else { return [] }
    switch depth {
    case .mono: return []
    case .sixteen:
      return color.named.map { ["\($0 < 8 ? base + $0 : base + 60 + $0 - 8)"] } ?? []
    case .indexed: return color.index.map { ["\(base + 8)", "5", "\($0)"] } ?? []
    case .full: return ["\(base + 8)", "2", "\(r)", "\(g)", "\(b)"]
    }
  }
}
