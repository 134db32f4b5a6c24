import Text

/// Spans placed around a baseline: what a formula looks like when it may take several rows.
struct MathBlock: Equatable {
  /// A span at its place; `y` is 0 on the baseline and negative above it.
  struct Piece: Equatable {
    var x: Int
    var y: Int
    var span: Span
  }

  var width = 0
  /// Rows above the baseline.
  var above = 0
  /// Rows below the baseline.
  var below = 0
  var pieces: [Piece] = []

  init() {}

  init(_ line: Line) {
    for span in line.spans {
      pieces.append(Piece(x: width, y: 0, span: span))
      width += TextWidth.width(of: span.text)
    }
  }

  var height: Int { above + 1 + below }

  /// The pieces of another block, moved; the size grows to hold them.
  mutating func add(_ block: MathBlock, x: Int, y: Int) {
    width = max(width, x + block.width)
    above = max(above, block.above - y)
    below = max(below, block.below + y)
    pieces += block.pieces.map { Piece(x: $0.x + x, y: $0.y + y, span: $0.span) }
  }

  /// The block as rows of text, the highest first.
  var lines: [Line] {
    (-above...below).map { y in
      var spans: [Span] = []
      var x = 0
      for piece in pieces.filter({ $0.y == y }).sorted(by: { $0.x < $1.x }) {
        if piece.x > x { spans.append(Span(String(repeating: " ", count: piece.x - x))) }
        spans.append(piece.span)
        x = max(x, piece.x) + TextWidth.width(of: piece.span.text)
      }
      return Line(spans)
    }
  }
}

extension MathTree {
  /// The formula with its fractions stacked.
  func block(symbols: Symbols) -> MathBlock {
    switch self {
    case .text, .symbol: MathBlock(line(symbols: symbols))
    case .row(let parts): rowBlock(parts, symbols)
    case .fraction(let upper, let lower):
      fractionBlock(upper.block(symbols: symbols), lower.block(symbols: symbols), symbols)
    case .root(let inner): rootBlock(inner, symbols)
    case .scripts(let base, let lower, let upper): scriptsBlock(base, lower, upper, symbols)
    case .fenced(let open, let inner, let close):
      fencedBlock(open, inner.block(symbols: symbols), close, symbols)
    }
  }

  private func rowBlock(_ parts: [MathTree], _ symbols: Symbols) -> MathBlock {
    let row = MathRow(parts)
    var block = MathBlock()
    for index in parts.indices {
      let gap = row.hasSpace(before: index, isTight: false, symbols) ? 1 : 0
      block.add(parts[index].block(symbols: symbols), x: block.width + gap, y: 0)
    }
    return block
  }

  private func fractionBlock(
    _ upper: MathBlock, _ lower: MathBlock, _ symbols: Symbols
  ) -> MathBlock {
    let width = max(upper.width, lower.width, 1)
    var block = MathBlock(Line(String(repeating: symbols.rule, count: width)))
    block.add(upper, x: (width - upper.width) / 2, y: -1 - upper.below)
    block.add(lower, x: (width - lower.width) / 2, y: 1 + lower.above)
    return block
  }

  private func rootBlock(_ inner: MathTree, _ symbols: Symbols) -> MathBlock {
    let sign = MathBlock(Line(symbols.root))
    let content = inner.block(symbols: symbols)
    var block = sign
    let needsFence = !inner.isAtom || sign.width > 1
    block.add(
      needsFence ? fencedBlock("(", content, ")", symbols) : content, x: sign.width, y: 0)
    return block
  }

  private func scriptsBlock(
    _ base: MathTree, _ lower: MathTree?, _ upper: MathTree?, _ symbols: Symbols
  ) -> MathBlock {
    let scripted = ScriptedBase(base, lower, upper)
    if scripted.fitsOneLine(symbols: symbols) {
      return MathBlock(scripted.line(symbols: symbols))
    }
    var block = base.block(symbols: symbols)
    let x = block.width
    let (above, below) = (block.above, block.below)
    if let upper = upper?.block(symbols: symbols) {
      block.add(upper, x: x, y: -above - 1 - upper.below)
    }
    if let lower = lower?.block(symbols: symbols) {
      block.add(lower, x: x, y: below + 1 + lower.above)
    }
    return block
  }

  private func fencedBlock(
    _ open: String, _ inner: MathBlock, _ close: String, _ symbols: Symbols
  ) -> MathBlock {
    var block = MathBlock()
    block.add(fence(open, around: inner, symbols), x: 0, y: 0)
    block.add(inner, x: block.width, y: 0)
    block.add(fence(close, around: inner, symbols), x: block.width, y: 0)
    return block
  }

  private func fence(_ sign: String, around inner: MathBlock, _ symbols: Symbols) -> MathBlock {
    guard inner.height > 1, let tall = symbols.fences[sign] else {
      return MathBlock(sign.isEmpty ? [] : Line(sign))
    }
    var block = MathBlock()
    for y in -inner.above...inner.below {
      let part = y == -inner.above ? tall.top : y == inner.below ? tall.bottom : tall.middle
      block.add(MathBlock(Line(part)), x: 0, y: y)
    }
    return block
  }
}
