import Text

/// Where cells stand in a picture, and how runs of them are written.
struct SVGGrid {
  let size: Size
  /// The air around the cells.
  var margin = 12

  private let cellWidth = 9
  private let cellHeight = 19
  /// The advance of DejaVu Sans Mono is 1233/2048 of its size: here, just a cell.
  private let fontSize = 14.95
  private let baseline = 14

  func opening(ground: Color) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" \(frame)>
    <rect width="\(width)" height="\(height)" rx="9" fill="\(ground.hex)"/>

    """
  }

  /// The tag of a picture within a page, whose description bears this id.
  func opening(description: String) -> String {
    """
    <svg role="img" aria-describedby="\(description)" \(extent) \
    style="font:\(fontSize)px \(Self.fonts)">

    """
  }

  var width: Int { size.width * cellWidth + 2 * margin }
  private var height: Int { size.height * cellHeight + 2 * margin }

  private var frame: String {
    "\(extent) font-size=\"\(fontSize)\" font-family=\"\(Self.fonts)\""
  }

  private var extent: String {
    "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
  }

  private static let fonts = "'DejaVu Sans Mono','Menlo','Consolas',monospace"

  /// What lies under a run, if it is not the picture's own ground.
  func ground(_ run: SVGRun, row: Int) -> String? {
    guard let ground = run.ground else { return nil }
    return """
      <rect x="\(left(run.x))" y="\(top(row))" width="\(run.width * cellWidth)" \
      height="\(cellHeight)" \(ground.attributes)/>

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
    <text x="\(left(run.x))" y="\(top(row) + baseline)" \(run.ink.attributes)\
    \(emphasis(run.attributes))>\(run.texts.joined().escapedForMarkup)</text>

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
    return "<path \(run.ink.attributes)\(alpha) d=\"\(shapes.joined())\"/>\n"
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

/// What a run is painted with: a colour, and perhaps another for a page on a dark ground.
struct SVGPaint: Equatable {
  let color: Color
  var dark: Color?

  /// The colour, and the other one as the property `--d` for a style sheet.
  var attributes: String {
    "fill=\"\(color.hex)\"" + (dark.map { " style=\"--d:\($0.hex)\"" } ?? "")
  }
}

extension Color {
  /// `#56b4e9`; black for the terminal's own colour, which a picture cannot know.
  package var hex: String {
    guard let (r, g, b) = components else { return "#000000" }
    let digits = String(UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension Double {
  /// A number of at most two decimals.
  var forSVG: String {
    let rounded = (self * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
