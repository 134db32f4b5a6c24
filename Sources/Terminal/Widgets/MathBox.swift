/// A formula with its fractions stacked, or on one line where there is only one.
package struct MathBox: Widget, Equatable, Sendable {
  package var tree: MathTree

  package init(_ tree: MathTree) { self.tree = tree }

  package func size(fitting: Size, look: Appearance) -> Size {
    let lines = lines(fitting: fitting, look: look)
    return Size(
      width: min(fitting.width, lines.map(\.width).max() ?? 0),
      height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Appearance) {
    let pen = Pen(rect, look)
    for (y, line) in lines(fitting: rect.size, look: look).enumerated() {
      pen.write(pen.truncated(line, to: rect.width), x: 0, y: y, on: &buffer)
    }
  }

  /// The row of the baseline, to set a formula beside something else.
  package func baseline(fitting: Size, look: Appearance) -> Int {
    let block = tree.block(symbols: look.symbols)
    return block.fits(fitting) ? block.above : 0
  }

  /// The rows of the formula: stacked where that fits, else one line, which may be too long.
  func lines(fitting: Size, look: Appearance) -> [Line] {
    let block = tree.block(symbols: look.symbols)
    return block.fits(fitting) ? block.lines : [tree.line(symbols: look.symbols)]
  }
}

extension MathBlock {
  fileprivate func fits(_ size: Size) -> Bool { width <= size.width && height <= size.height }
}
