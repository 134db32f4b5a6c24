/// Where cells stand in a picture, and how runs of them are written.
struct SVGGrid {
  let size: Size

  private let cellWidth = 9
  private let cellHeight = 19
  private let margin = 12
  /// The advance of DejaVu Sans Mono is 1233/2048 of its size: here, just a cell.
  private let fontSize = 14.95
  private let baseline = 14

  func opening(ground: Color) -> String {
    let width = size.width * cellWidth + 2 * margin
    let height = size.height * cellHeight + 2 * margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-size="\(fontSize)" \
      font-family="'DejaVu Sans Mono','Menlo','Consolas',monospace">
      <rect width="\(width)" height="\(height)" rx="9" fill="\(ground.hex)"/>

      """
  }

  /// What lies under a run, if it is not the picture's own ground.
  func ground(_ run: SVGRun, row: Int) -> String? {
    guard let ground = run.ground else { return nil }
    return """
      <rect x="\(left(run.x))" y="\(top(row))" width="\(run.width * cellWidth)" \
      height="\(cellHeight)" fill="\(ground.hex)"/>

      """
  }

  /// The glyphs of a run.
  func content(_ run: SVGRun, row: Int) -> String? {
    switch run.kind {
    case .blank: run.attributes.contains(.underlined) ? text(run, row: row) : nil
    case .word, .alone: text(run, row: row)
    case .drawn(let opacity): path(run, row: row, opacity: opacity)
    }
  }

  private func text(_ run: SVGRun, row: Int) -> String {
    """
    <text x="\(left(run.x))" y="\(top(row) + baseline)" fill="\(run.ink.hex)"\
    \(emphasis(run.attributes))>\(run.texts.joined().escapedForXML)</text>

    """
  }

  private func path(_ run: SVGRun, row: Int, opacity: Double) -> String {
    let shapes = run.texts.enumerated().compactMap { offset, text in
      DrawnGlyph(text)?.path(
        x: Double(left(run.x + offset)), y: Double(top(row)),
        width: Double(cellWidth), height: Double(cellHeight))
    }
    let shown = run.attributes.contains(.dim) ? opacity * 0.6 : opacity
    let alpha = shown < 1 ? " fill-opacity=\"\(shown.forSVG)\"" : ""
    return "<path fill=\"\(run.ink.hex)\"\(alpha) d=\"\(shapes.joined())\"/>\n"
  }

  private func emphasis(_ attributes: Style.Attributes) -> String {
    var text = ""
    if attributes.contains(.bold) { text += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { text += " font-style=\"italic\"" }
    if attributes.contains(.underlined) {
      text += " text-decoration=\"underline\" xml:space=\"preserve\""
    }
    if attributes.contains(.dim) { text += " fill-opacity=\"0.6\"" }
    return text
  }

  private func left(_ x: Int) -> Int { margin + x * cellWidth }
  private func top(_ y: Int) -> Int { margin + y * cellHeight }
}

extension Color {
  /// `#56b4e9`; black for the terminal's own colour, which a picture cannot know.
  fileprivate var hex: String {
    guard let (r, g, b) = components else { return "#000000" }
    let digits = String(UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension String {
  /// The text as it may stand between XML tags.
  fileprivate var escapedForXML: String {
    reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.append(character)
      }
    }
  }
}

extension Double {
  /// A number of at most two decimals.
  var forSVG: String {
    let rounded = (self * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
