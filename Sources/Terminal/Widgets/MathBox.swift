/// A formula with its fractions stacked, or on one line where there is only one.
package struct MathBox: Widget, Equatable, Sendable {
  package var tree: MathTree

  package init(_ tree: MathTree) { self.tree = tree }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let lines = lines(fitting: fitting, appearance: appearance)
    return Size(
      width: min(fitting.width, lines.map(\.width).max() ?? 0),
      height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    for (y, line) in lines(fitting: rect.size, appearance: appearance).enumerated() {
      pen.write(pen.truncated(line, to: rect.width), x: 0, y: y, on: &buffer)
    }
  }

  /// The row of the baseline, to set a formula beside something else.
  package func baseline(fitting: Size, appearance: Appearance) -> Int {
    let block = tree.block(symbols: appearance.symbols)
    return block.fits(fitting) ? block.above : 0
  }

  /// The rows of the formula: stacked where that fits, else one line, which may be too long.
  func lines(fitting: Size, appearance: Appearance) -> [Line] {
    let block = tree.block(symbols: appearance.symbols)
    return block.fits(fitting) ? block.lines : [tree.line(symbols: appearance.symbols)]
  }
}

extension MathBlock {
  fileprivate func fits(_ size: Size) -> Bool { width <= size.width && height <= size.height }
}
