extension DrawnGlyph {
  /// The outline to fill, for the cell whose upper left corner is at (x, y).
  func path(x: Double, y: Double, width: Double, height: Double) -> String {
    let outline = Outline(x: x, y: y, width: width, height: height)
    return switch self {
    case .block(let left, let top, let right, let bottom):
      outline.box(left * width, top * height, right * width, bottom * height)
    case .shade: outline.box(0, 0, width, height)
    case .arms(let up, let right, let down, let left):
      outline.arms(up: up, right: right, down: down, left: left)
    case .arc(let right, let down): outline.arc(right: right, down: down)
    case .braille(let bits): outline.dots(bits)
    }
  }
}

/// Path data relative to a cell.
private struct Outline {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  private var middle: (x: Double, y: Double) { (width / 2, height / 2) }

  /// Half the thickness of a rule, light or heavy.
  private func half(_ weight: Int) -> Double { weight == 2 ? 1.1 : 0.5 }

  func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> String {
    "M\(at(left, top))H\((x + right).forSVG)V\((y + bottom).forSVG)H\((x + left).forSVG)Z"
  }

  func arms(up: Int, right: Int, down: Int, left: Int) -> String {
    let (cx, cy) = middle
    var path = ""
    if left > 0 { path += box(0, cy - half(left), cx + 0.5, cy + half(left)) }
    if right > 0 { path += box(cx - 0.5, cy - half(right), width, cy + half(right)) }
    if up > 0 { path += box(cx - half(up), 0, cx + half(up), cy + 0.5) }
    if down > 0 { path += box(cx - half(down), cy - 0.5, cx + half(down), height) }
    return path
  }

  func arc(right: Bool, down: Bool) -> String {
    let (cx, cy) = middle
    let sideX = right ? width : 0
    let sideY = down ? height : 0
    let (dx, dy) = (right ? -0.5 : 0.5, down ? -0.5 : 0.5)
    return "M\(at(sideX, cy + dy))Q\(at(cx + dx, cy + dy)) \(at(cx + dx, sideY))"
      + "L\(at(cx - dx, sideY))Q\(at(cx - dx, cy - dy)) \(at(sideX, cy - dy))Z"
  }

  func dots(_ bits: UInt32) -> String {
    // Unicode numbers the upper three rows first, left column then right, and the fourth row last.
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().filter { bits >> UInt32($0.offset) & 1 == 1 }.map { _, place in
      dot(
        (Double(place.0) + 0.5) * width / 2, (Double(place.1) + 0.5) * height / 4)
    }.joined()
  }

  private func dot(_ cx: Double, _ cy: Double) -> String {
    let radius = 1.15
    let (r, d) = (radius.forSVG, (2 * radius).forSVG)
    return "M\(at(cx - radius, cy))a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0Z"
  }

  private func at(_ dx: Double, _ dy: Double) -> String {
    "\((x + dx).forSVG) \((y + dy).forSVG)"
  }
}
