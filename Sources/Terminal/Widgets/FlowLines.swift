/// The lines of a flow: thickness, density and brightness all say how large a weight is.
struct FlowLines {
  private let view: FlowView
  private let layout: FlowLayout
  private let appearance: Appearance
  private let links: [Link]

  /// One weight between two tokens in view.
  private struct Link {
    let query: Int
    let key: Int
    /// From 0 to 1, the largest weight there can be.
    let share: Float
    let isNegative: Bool
  }

  init(_ view: FlowView, _ layout: FlowLayout, _ appearance: Appearance) {
    self.view = view
    self.layout = layout
    self.appearance = appearance
    links = Self.links(of: view, layout)
  }

  func draw(_ pen: Pen, on buffer: inout Buffer) {
    let lines = layout.lines
    guard lines.width > 0, lines.height > 0 else { return }
    var quiet = DotRaster(columns: lines.width, rows: lines.height)
    var loud = quiet
    for index in links.indices {
      if isLoud(links[index]) { plot(index, on: &loud) } else { plot(index, on: &quiet) }
    }
    for row in 0..<lines.height {
      for column in 0..<lines.width {
        let (upper, lower) = (
          loud.cell(column: column, row: row), quiet.cell(column: column, row: row)
        )
        guard let cell = upper ?? lower else { continue }
        let link = links[cell.owner]
        // Where lines cross, a cell holds the dots of both, or each would break the other.
        let bits = cell.bits | (lower?.bits ?? 0)
        pen.write(
          glyph(bits, link), x: lines.x + column, y: lines.y + row, style(link), on: &buffer)
      }
    }
  }

  private func isLoud(_ link: Link) -> Bool {
    view.focusedQuery == nil || link.query == view.focusedQuery
  }

  /// The weights to draw, the largest last, so that it lies on top.
  private static func links(of view: FlowView, _ layout: FlowLayout) -> [Link] {
    let limit = view.limit ?? largest(of: view, layout)
    guard limit > 0, limit.isFinite else { return [] }
    var links: [Link] = []
    for query in layout.queries.shown {
      for key in layout.keys.shown {
        guard let weight = view.weights[query, key], weight.isFinite else { continue }
        let share = min(1, weight.magnitude / limit)
        links.append(Link(query: query, key: key, share: share, isNegative: weight < 0))
      }
    }
    return links.filter { isDrawn($0, of: view) }.sorted { $0.share < $1.share }
  }

  /// The current ones show all that has digits; of the others, lines everywhere would say
  /// nothing, so only what is more than an equal share is drawn.
  private static func isDrawn(_ link: Link, of view: FlowView) -> Bool {
    if link.query == view.focusedQuery { return link.share >= 0.005 }
    return link.share * Float(view.weights.columnCount) >= 1.25
  }

  private static func largest(of view: FlowView, _ layout: FlowLayout) -> Float {
    layout.queries.shown.reduce(0) { largest, query in
      view.weights.row(query).reduce(largest) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    }
  }

  private func plot(_ index: Int, on raster: inout DotRaster) {
    let link = links[index]
    let start = 4 * (layout.queries.y(of: link.query) - layout.lines.y) + 1
    let end = 4 * (layout.keys.y(of: link.key) - layout.lines.y) + 1
    let stroke = Stroke(link.share, isPlain: !appearance.symbols.hasBraille)
    // Dashes of neighbours begin at different places, or they would join into columns.
    let phase = 3 * link.key + 2 * link.query
    for x in 0..<raster.width where (x + phase) % Stroke.period < stroke.dash {
      let along = Double(x) / Double(max(1, raster.width - 1))
      let y = start + (along * Double(end - start)).cells
      for offset in stroke.offsets { raster.plot(x: x, y: y + offset, owner: index) }
    }
    if stroke.dash == Stroke.period { fillSteps(from: start, to: end, index, on: &raster) }
  }

  // A steep line moves more than a dot down for each to the right.
  private func fillSteps(from start: Int, to end: Int, _ index: Int, on raster: inout DotRaster) {
    guard abs(end - start) >= raster.width else { return }
    raster.line(
      from: Point(x: 0, y: start), to: Point(x: raster.width - 1, y: end), owner: index)
  }

  private func glyph(_ bits: UInt8, _ link: Link) -> String {
    guard !appearance.symbols.hasBraille else { return appearance.symbols.dots(bits) }
    let shades = appearance.symbols.shades
    // Without colours and dots, dense signs are kept for the current ones.
    guard isLoud(link) else { return shades[1] }
    return shades[1 + Int(link.share * Float(shades.count - 2) * 0.999)]
  }

  private func style(_ link: Link) -> Style {
    let role = link.isNegative ? Role.loss : view.role
    guard isLoud(link) else { return appearance.faded(role, to: 0.5 + 0.15 * link.share) }
    return appearance.faded(role, to: 0.75 + 0.25 * link.share).with(
      bold: view.focusedQuery != nil && link.share >= 0.5)
  }
}

/// How a weight is drawn: tiny ones dotted, small ones dashed, large ones several dots thick.
private struct Stroke {
  /// So many dots of each period are drawn.
  let dash: Int
  /// Where the dots stand, up and down from the middle of the row.
  let offsets: ClosedRange<Int>

  static let period = 6

  init(_ share: Float, isPlain: Bool) {
    dash = share < 0.05 ? 1 : share < 0.12 ? 3 : share < 0.2 ? 5 : Self.period
    offsets = isPlain || share < 0.4 ? 0...0 : share < 0.65 ? 0...1 : share < 0.85 ? -1...1 : -1...2
  }
}

extension Appearance {
  /// A role's ink at a part of its strength, from 0, hardly seen, to 1.
  func faded(_ role: Role, to strength: Float) -> Style {
    let style = style(role)
    switch colors {
    case .full, .indexed:
      let ink = style.foreground.blended(towards: theme.canvas, by: 1 - strength)
      return style.with(foreground: ink)
    case .sixteen, .mono: return style.with(dim: strength < 0.5)
    }
  }
}
