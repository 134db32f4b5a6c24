extension Rect {
  /// The block without its outermost columns and rows.
  package func inset(dx: Int = 0, dy: Int = 0) -> Rect {
    inset(left: dx, top: dy, right: dx, bottom: dy)
  }

  /// The block without so many columns and rows at each side.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// The upper `count` rows, and what is left below them.
  package func split(top count: Int) -> (top: Rect, rest: Rect) {
    let taken = Swift.min(Swift.max(0, count), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// What is left above the lower `count` rows, and those.
  package func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let (top, rest) = split(top: height - Swift.min(Swift.max(0, count), height))
    return (top, rest)
  }

  /// The first `count` columns, and what is left beside them.
  package func split(left count: Int) -> (left: Rect, rest: Rect) {
    let taken = Swift.min(Swift.max(0, count), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// What is left beside the last `count` columns, and those.
  package func split(right count: Int) -> (rest: Rect, right: Rect) {
    let (left, rest) = split(left: width - Swift.min(Swift.max(0, count), width))
    return (left, rest)
  }

  /// Blocks of these heights below each other, `gap` rows apart; what does not fit is cut.
  package func rows(_ heights: [Int], gap: Int = 0) -> [Rect] {
    var top = y
    return heights.map { height in
      defer { top += height + gap }
      return Rect(x: x, y: top, width: width, height: height).intersection(self)
    }
  }

  /// Blocks of these widths beside each other, `gap` columns apart; what does not fit is cut.
  package func columns(_ widths: [Int], gap: Int = 0) -> [Rect] {
    var left = x
    return widths.map { width in
      defer { left += width + gap }
      return Rect(x: left, y: y, width: width, height: height).intersection(self)
    }
  }

  /// The block of that size in the middle of this one, cut to it.
  package func centered(_ size: Size) -> Rect {
    Rect(
      x: x + Swift.max(0, width - size.width) / 2, y: y + Swift.max(0, height - size.height) / 2,
      width: Swift.min(size.width, width), height: Swift.min(size.height, height))
  }
}
