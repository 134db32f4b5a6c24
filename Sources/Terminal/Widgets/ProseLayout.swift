import Text

/// Sets blocks of prose into lines.
struct ProseLayout: Equatable {
  let width: Int
  let appearance: Appearance

  private static let indent = 6

  /// Blocks with one blank line between them.
  func lines(_ blocks: [ProseBlock]) -> [Line] { Self.parted(blocks.map(lines)) }

  /// The lines of several blocks with one blank line between them.
  static func parted(_ blocks: [[Line]]) -> [Line] {
    Array(blocks.filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  func lines(_ block: ProseBlock) -> [Line] {
    switch block {
    case .heading(let line):
      line.spans.map(ProseInline.span).wrapped(to: width, symbols: appearance.symbols)
    case .paragraph(let inlines): inlines.wrapped(to: width, symbols: appearance.symbols)
    case .mathematics(let tree): mathematics(tree)
    case .list(let isOrdered, let items): list(items, isOrdered: isOrdered)
    case .checks(let checks): checks.flatMap(lines)
    case .code(let lines): code(lines)
    case .quote(let blocks): quote(blocks)
    }
  }

  // Indented as far as the line allows, on one line where it is too wide to be stacked.
  private func mathematics(_ tree: MathTree) -> [Line] {
    let box = MathBox(tree)
    let lines = box.lines(fitting: Size(width: width, height: .max), appearance: appearance)
    let widest = lines.map(\.width).max() ?? 0
    if widest > width { return lines.flatMap { $0.wrapped(to: width) } }
    return lines.map { $0.indented(by: min(Self.indent, width - widest)) }
  }

  private func list(_ items: [[ProseBlock]], isOrdered: Bool) -> [Line] {
    let signs = items.indices.map { isOrdered ? "\($0 + 1)" : appearance.symbols.planned }
    let column = min((signs.map { TextWidth.width(of: $0) }.max() ?? 0) + 1, width - 1)
    guard column > 0 else { return items.flatMap(lines) }
    let inner = ProseLayout(width: width - column, appearance: appearance)
    return zip(signs, items).flatMap { sign, blocks in
      inner.lines(blocks).enumerated().map { index, line in
        index == 0 ? line.led(by: Span(sign, .dim), column: column) : line.indented(by: column)
      }
    }
  }

  /// What goes on below is set in as far as the words behind the mark.
  private func lines(_ check: ProseCheck) -> [Line] {
    let column = width > 12 ? 4 : 2
    let mark = Line([Span(String(repeating: " ", count: column - 2)), check.mark, Span(" ")])
    return check.words.wrapped(to: width - column, symbols: appearance.symbols).enumerated()
      .map { index, line in index == 0 ? mark + line : line.indented(by: column) }
  }

  private func code(_ lines: [Line]) -> [Line] {
    let indent = width > 12 ? 2 : 0
    let room = width - indent
    return lines.flatMap { $0.isEmpty ? [$0] : $0.cut(to: room) }
      .map { $0.indented(by: indent) }
  }

  private func quote(_ blocks: [ProseBlock]) -> [Line] {
    guard width > 4 else { return lines(blocks) }
    return ProseLayout(width: width - 2, appearance: appearance).lines(blocks).map {
      $0.led(by: Span(appearance.symbols.verticalRule, .rule), column: 2)
    }
  }
}

extension Line {
  func indented(by count: Int) -> Line {
    count > 0 && !isEmpty ? Line(String(repeating: " ", count: count)) + self : self
  }

  /// The line behind a sign that has a column of its own.
  func led(by sign: Span, column: Int) -> Line {
    let air = Span(String(repeating: " ", count: max(0, column - sign.width)))
    return Line([sign, air]) + self
  }

  /// The line in pieces of at most so many cells, wherever that cuts it: the spaces of code count.
  func cut(to width: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line([])
    for span in spans {
      for character in span.text {
        let piece = span.with(text: String(character))
        if line.width + piece.width > width, !line.isEmpty {
          lines.append(line)
          line = []
        }
        line.spans.append(piece)
      }
    }
    return lines + [line]
  }
}
