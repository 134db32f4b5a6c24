import Text

/// Vectors as arrows from one origin, with equal scales on both axes.
package struct PlaneView: Widget, Equatable, Sendable {
  /// An arrow and its name.
  package struct Vector: Equatable, Sendable {
    package var name: String
    package var x: Float
    package var y: Float
    package var role: Role
    /// Where it pointed before the last deliberate change, if that was elsewhere.
    package var ghost: SIMD2<Float>?

    package init(_ name: String, x: Float, y: Float, role: Role) {
      self.name = name
      self.x = x
      self.y = y
      self.role = role
    }
  }

  package var title: Line
  package var captions: [Line]
  package var vectors: [Vector]
  /// The vector that is current.
  package var focused: Int?
  /// The vector that the focused one is measured against.
  package var partner: Int?
  /// Whether the lengths, the angle and the product are told below the arrows.
  package var isMeasured: Bool
  /// What the axes measure.
  package var xLabel: String
  package var yLabel: String

  package init(
    title: Line = [], captions: [Line] = [], vectors: [Vector] = [], focused: Int? = nil,
    partner: Int? = nil, isMeasured: Bool = true, xLabel: String = "", yLabel: String = ""
  ) {
    self.title = title
    self.captions = captions
    self.vectors = vectors
    self.focused = focused
    self.partner = partner
    self.isMeasured = isMeasured
    self.xLabel = xLabel
    self.yLabel = yLabel
  }

  /// Whether no arrow can be drawn.
  package var isEmpty: Bool { shown.isEmpty }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: min(fitting.width, 48), height: min(fitting.height, 14))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    var area = rect
    if !title.isEmpty, rect.height > 3 {
      PanelTitle(title: title, captions: captions).draw(Pen(rect, appearance), on: &buffer)
      area = area.split(top: 1).rest
    }
    let readout = isMeasured ? PlaneReadout(vectors, focused, partner) : nil
    if area.height > 4, let line = readout?.line(fitting: area.width, symbols: appearance.symbols) {
      let parts = area.split(bottom: 1)
      Pen(parts.bottom, appearance).write(line, x: 0, y: 0, on: &buffer)
      // Where rows are dear the arrows get the one that would part them from the words.
      area = parts.rest.height > 8 ? parts.rest.split(bottom: 1).rest : parts.rest
    }
    drawPlane(Pen(area, appearance), on: &buffer)
  }
}

extension PlaneView {
  private var shown: [Int] {
    let all = vectors.indices.filter { vectors[$0].x.isFinite && vectors[$0].y.isFinite }
    let loud = [partner, focused].compactMap { $0 }
    return all.filter { !loud.contains($0) } + loud.filter(all.contains)
  }

  private func drawPlane(_ pen: Pen, on buffer: inout Buffer) {
    guard pen.width > 1, pen.height > 0 else { return }
    // What was before keeps its place too, so that the plane stands still under a drag.
    let ghosts = shown.compactMap { vectors[$0].ghost }
      .map { Vector("", x: $0.x, y: $0.y, role: .faint) }
    let scale = PlaneScale(
      vectors: shown.map { vectors[$0] } + ghosts, columns: pen.width, rows: pen.height)
    var raster = DotRaster(columns: pen.width, rows: pen.height)
    plotAxes(scale, on: &raster)
    for index in shown { plotGhost(of: index, scale, on: &raster) }
    let arc = arc(scale)
    for dot in arc?.dots ?? [] { raster.plot(x: dot.x, y: dot.y, owner: Self.arcOwner) }
    for index in shown { plotArrow(index, scale, isThick: pen.height >= 14, on: &raster) }
    draw(raster, pen, on: &buffer)
    drawHeads(scale, pen, on: &buffer)
    drawLabels(raster, scale, arc, pen, on: &buffer)
  }

  /// Who draws what is no arrow.
  private static let (axisOwner, ghostOwner, arcOwner) = (-1, -2, -3)

  /// The angle between the focused arrow and its partner; nil where it is too small or not to be told.
  private func arc(_ scale: PlaneScale) -> PlaneArc? {
    guard isMeasured, let focused, let partner, focused != partner, shown.contains(focused),
      shown.contains(partner), scale.isSeen(vectors[focused]), scale.isSeen(vectors[partner])
    else { return nil }
    return PlaneArc(
      from: scale.dot(vectors[focused]), to: scale.dot(vectors[partner]), around: scale.origin)
  }

  /// Dots with gaps, so that what was is not taken for what is.
  private func plotGhost(of index: Int, _ scale: PlaneScale, on raster: inout DotRaster) {
    guard let ghost = vectors[index].ghost, ghost.x.isFinite, ghost.y.isFinite else { return }
    let tip = scale.dot(Vector("", x: ghost.x, y: ghost.y, role: .faint))
    let (dx, dy) = (Double(tip.x - scale.origin.x), Double(tip.y - scale.origin.y))
    let length = max(abs(dx), abs(dy))
    guard length >= 1, tip != scale.dot(vectors[index]) else { return }
    for step in stride(from: 3, through: length, by: 3) {
      raster.plot(
        x: scale.origin.x + (dx * step / length).cells,
        y: scale.origin.y + (dy * step / length).cells, owner: Self.ghostOwner)
    }
  }

  private func plotAxes(_ scale: PlaneScale, on raster: inout DotRaster) {
    for x in stride(from: scale.origin.x % 4, to: raster.width, by: 4) {
      raster.plot(x: x, y: scale.origin.y, owner: Self.axisOwner)
    }
    for y in stride(from: scale.origin.y % 4, to: raster.height, by: 4) {
      raster.plot(x: scale.origin.x, y: y, owner: Self.axisOwner)
    }
  }

  private func plotArrow(
    _ index: Int, _ scale: PlaneScale, isThick: Bool, on raster: inout DotRaster
  ) {
    let tip = scale.dot(vectors[index])
    raster.line(from: scale.origin, to: tip, owner: index)
    if isThick, index == focused || index == partner && isMeasured {
      let isSteep = abs(tip.y - scale.origin.y) > abs(tip.x - scale.origin.x)
      let offset = (dx: isSteep ? 1 : 0, dy: isSteep ? 0 : 1)
      raster.line(
        from: scale.origin.moved(dx: offset.dx, dy: offset.dy),
        to: tip.moved(dx: offset.dx, dy: offset.dy), owner: index)
    }
    guard index == focused, tip != scale.origin else { return }
    for barb in scale.barbs(at: tip) { raster.line(from: tip, to: barb, owner: index) }
  }

  private func draw(_ raster: DotRaster, _ pen: Pen, on buffer: inout Buffer) {
    let faint = pen.appearance.style(.faint)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        guard let cell = raster.cell(column: column, row: row) else { continue }
        let glyph = pen.appearance.symbols.dotGlyph(cell.bits, isAxis: cell.owner < 0)
        let style =
          switch cell.owner {
          case Self.axisOwner: faint
          case Self.ghostOwner: pen.appearance.style(.dim)
          case Self.arcOwner: pen.appearance.style(.bright)
          default: style(cell.owner, pen.appearance)
          }
        pen.put(glyph, x: column, y: row, style, on: &buffer)
      }
    }
  }

  // Where arrows are drawn without braille, heads cannot be drawn with strokes.
  private func drawHeads(_ scale: PlaneScale, _ pen: Pen, on buffer: inout Buffer) {
    guard !pen.appearance.symbols.hasBraille else { return }
    for index in shown {
      let tip = scale.cell(vectors[index])
      let style = style(index, pen.appearance)
      pen.write(pen.appearance.symbols.arrowHead, x: tip.x, y: tip.y, style, on: &buffer)
    }
  }

  private func style(_ index: Int, _ appearance: Appearance) -> Style {
    let role = vectors[index].role
    if index == focused { return appearance.style(role).with(bold: true) }
    return focused == nil || index == partner ? appearance.style(role) : appearance.muted(role)
  }
}

extension PlaneView {
  /// Arrows that coincide have one name together, `cat = dog`; the loudest of them gives it its colour.
  private var joined: [(index: Int, name: String)] {
    var joined: [(index: Int, name: String)] = []
    for index in shown.reversed() {
      if let place = joined.firstIndex(where: { coincide($0.index, index) }) {
        joined[place].name += " = " + vectors[index].name
      } else {
        joined.append((index, vectors[index].name))
      }
    }
    return joined
  }

  private func coincide(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (vectors[one], vectors[other])
    let reach = max(a.x.magnitude, a.y.magnitude) * 1e-4
    return abs(a.x - b.x) <= reach && abs(a.y - b.y) <= reach && a.name != b.name
  }

  private func drawLabels(
    _ raster: DotRaster, _ scale: PlaneScale, _ arc: PlaneArc?, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let joined = joined
    let loudFirst = joined.map(\.index)
    let texts = joined.map { pen.truncated($0.name, to: pen.width / 2) }
    var labels = PlaneLabels(
      raster,
      zip(loudFirst, texts).map { index, text in
        PlaneLabels.Name(
          width: TextWidth.width(of: text), dot: scale.dot(vectors[index]),
          isLeftward: vectors[index].x < 0, isSeen: scale.isSeen(vectors[index]))
      })
    let places = labels.placeNames()
    for ((index, text), place) in zip(zip(loudFirst, texts), places) {
      guard let place else { continue }
      pen.write(text, x: place.x, y: place.y, style(index, pen.appearance), on: &buffer)
    }
    drawAxisLabels(&labels, scale, pen, on: &buffer)
    if let arc { drawDegrees(of: arc, &labels, pen, on: &buffer) }
  }

  private func drawDegrees(
    of arc: PlaneArc, _ labels: inout PlaneLabels, _ pen: Pen, on buffer: inout Buffer
  ) {
    let unit = pen.appearance.symbols.isASCII ? " deg" : "°"
    guard let focused, let partner else { return }
    let degrees = PlaneReadout.degrees(between: vectors[focused], and: vectors[partner])
    let text = "\(degrees)\(unit)"
    let width = TextWidth.width(of: text)
    let places = arc.places(forWidth: width)
    guard let place = labels.firstClear(width, of: places) else { return }
    let style = pen.appearance.style(.bright).with(bold: true)
    pen.write(text, x: place.x, y: place.y, style, on: &buffer)
  }

  private func drawAxisLabels(
    _ labels: inout PlaneLabels, _ scale: PlaneScale, _ pen: Pen, on buffer: inout Buffer
  ) {
    let style = pen.appearance.style(.dim)
    let xName = pen.truncated(xLabel, to: pen.width / 3)
    let yName = pen.truncated(yLabel, to: pen.width / 3)
    let originCell = Point(x: scale.origin.x / 2, y: scale.origin.y / 4)
    let xWidth = TextWidth.width(of: xName)
    let ends = [1, -1, 2, -2, 0].map { Point(x: pen.width - xWidth, y: originCell.y + $0) }
    if let place = ends.first(where: { labels.claim(xWidth, at: $0) }) {
      pen.write(xName, x: place.x, y: place.y, style, on: &buffer)
    }
    let yWidth = TextWidth.width(of: yName)
    let sides = (0...2).flatMap { row in
      [originCell.x + 2, originCell.x - yWidth - 1].map { Point(x: $0, y: row) }
    }
    if originCell.y > 0, let place = sides.first(where: { labels.claim(yWidth, at: $0) }) {
      pen.write(yName, x: place.x, y: place.y, style, on: &buffer)
    }
  }
}
