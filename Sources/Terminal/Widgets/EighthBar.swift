/// A bar measured in eighths of a cell.
struct EighthBar: Equatable {
  let eighths: Int
  let symbols: Symbols

  init(_ eighths: Int, symbols: Symbols) {
    self.eighths = max(0, eighths)
    self.symbols = symbols
  }

  private var full: Int { eighths / 8 }
  private var rest: Int { eighths % 8 }

  /// The bar as it grows to the right.
  var text: String {
    let body = String(repeating: symbols.bars[8], count: full)
    return rest == 0 ? body : body + symbols.bars[rest]
  }

  /// Draws the bar as it grows to the left from `end`.
  ///
  /// Blocks exist for the left edge only: the tip is what the bar leaves free, with the colours
  /// exchanged.
  func drawLeft(from end: Int, y: Int, _ style: Style, _ pen: Pen, on buffer: inout Buffer) {
    let body = String(repeating: symbols.bars[8], count: full)
    pen.write(body, x: end - full, y: y, style, on: &buffer)
    guard rest > 0 else { return }
    if !symbols.isASCII {
      let tip = symbols.bars[8 - rest]
      pen.write(tip, x: end - full - 1, y: y, style.with(reversed: true), on: &buffer)
    } else if rest >= 4 {
      pen.write(symbols.bars[8], x: end - full - 1, y: y, style, on: &buffer)
    }
  }
}
