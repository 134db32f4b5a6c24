/// Says at the edge that there is more above or below.
struct MoreMarks {
  let isMoreAbove: Bool
  let isMoreBelow: Bool

  init(_ shown: Range<Int>, of count: Int) {
    isMoreAbove = shown.lowerBound > 0
    isMoreBelow = shown.upperBound < count
  }

  func draw(x: Int, _ pen: Pen, on buffer: inout Buffer) {
    guard pen.width > 2 else { return }
    let style = pen.appearance.style(.dim)
    if pen.height == 1 {
      let above = isMoreAbove ? pen.appearance.symbols.moreAbove : ""
      let below = isMoreBelow ? pen.appearance.symbols.moreBelow : ""
      pen.write(above + below, endingAt: x + 1, y: 0, style, on: &buffer)
      return
    }
    if isMoreAbove { pen.write(pen.appearance.symbols.moreAbove, x: x, y: 0, style, on: &buffer) }
    if isMoreBelow {
      pen.write(pen.appearance.symbols.moreBelow, x: x, y: pen.height - 1, style, on: &buffer)
    }
  }
}
