/// Cells of a row that one element of a picture can show.
struct SVGRun {
  let x: Int
  private(set) var width: Int
  private(set) var texts: [String]
  let kind: Kind
  let ink: Color
  let ground: Color?
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
    let ink = cell.style.foreground == .standard ? theme.palette.text : cell.style.foreground
    let ground = cell.style.background == .standard ? nil : cell.style.background
    self.ink = cell.style.reversed ? ground ?? theme.canvas : ink
    self.ground = cell.style.reversed ? ink : ground == theme.canvas ? nil : ground
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
