/// Cells of a row that one element of a picture can show.
struct SVGRun {
  let x: Int
  private(set) var width: Int
  private(set) var texts: [String]
  let kind: Kind
  let ink: SVGPaint
  let ground: SVGPaint?
  let attributes: Style.Attributes

  enum Kind: Equatable {
    case blank
    case word
    /// One glyph by itself: a wide one, or one that fonts often borrow from each other.
    case alone
    case drawn(opacity: Double)
  }

  init(cell: Cell, x: Int, width: Int, theme: Theme) {
    self.x = x
    self.width = width
    texts = [cell.text]
    attributes = cell.style.attributes
    kind = SVGRun.kind(of: cell.text, width: width)
    let colors = cell.colors(theme)
    ink = SVGPaint(color: colors.ink)
    ground = colors.ground.map { SVGPaint(color: $0) }
  }

  /// A cell of a picture that has other colours on a dark page, those of the same cell drawn there.
  init(cell: Cell, dark: Cell, x: Int, width: Int) {
    self.x = x
    self.width = width
    texts = [cell.text]
    attributes = cell.style.attributes
    kind = SVGRun.kind(of: cell.text, width: width)
    let (light, night) = (cell.colors(.light), dark.colors(.dark))
    ink = SVGPaint(color: light.ink, dark: night.ink)
    let isBare = light.ground == nil && night.ground == nil
    ground =
      isBare
      ? nil
      : SVGPaint(
        color: light.ground ?? Theme.light.canvas, dark: night.ground ?? Theme.dark.canvas)
  }

  func continues(with next: SVGRun) -> Bool {
    kind == next.kind && kind != .alone && ink == next.ink && ground == next.ground
      && attributes == next.attributes
  }

  mutating func append(_ next: SVGRun) {
    texts += next.texts
    width += next.width
  }

  private static func kind(of text: String, width: Int) -> Kind {
    if text == " " { return .blank }
    if let shape = DrawnGlyph(text) { return .drawn(opacity: shape.opacity) }
    let isCommon = text.unicodeScalars.allSatisfy { $0.value < 0x250 }
    return width == 1 && isCommon ? .word : .alone
  }
}

extension Cell {
  /// What a cell shows on a theme's canvas; no ground where that is the canvas.
  fileprivate func colors(_ theme: Theme) -> (ink: Color, ground: Color?) {
    let ink = style.foreground == .standard ? theme.palette.text : style.foreground
    let ground = style.background == .standard ? nil : style.background
    return (
      style.reversed ? ground ?? theme.canvas : ink,
      style.reversed ? ink : ground == theme.canvas ? nil : ground
    )
  }
}
