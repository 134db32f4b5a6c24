import Text

/// Curves over one axis, such as a loss over the steps of training.
package struct CurvePlot: Widget, Equatable, Sendable {
  /// Points joined by lines.
  package struct Curve: Equatable, Sendable {
    package var name: String
    package var role: Role
    package var points: [SIMD2<Float>]

    package init(_ name: String, role: Role, points: [SIMD2<Float>]) {
      self.name = name
      self.role = role
      self.points = points
    }

    /// Values at 0, 1, 2 and so on; of very many those that a screen can tell apart.
    package init(_ name: String, role: Role, values: [Float]) {
      self.init(name, role: role, points: Self.points(of: values))
    }

    /// More stretches than any screen has columns of dots.
    private static let mostStretches = 2_048

    /// Of each stretch that is narrower than a dot only the first, the lowest, the highest and the last
    /// value, which look like all of them.
    private static func points(of values: [Float]) -> [SIMD2<Float>] {
      guard values.count > 4 * mostStretches else {
        return values.enumerated().map { SIMD2(Float($0), $1) }
      }
      let length = (values.count - 1) / mostStretches + 1
      return stride(from: 0, to: values.count, by: length).flatMap { start in
        let stretch = start..<min(start + length, values.count)
        return outline(of: stretch, in: values).map { SIMD2(Float($0), values[$0]) }
      }
    }

    /// The places to draw, in their order; the first one where no value is finite.
    private static func outline(of stretch: Range<Int>, in values: [Float]) -> [Int] {
      var (first, lowest, highest, last): (Int?, Int, Int, Int) = (nil, 0, 0, 0)
      for place in stretch where values[place].isFinite {
        if first == nil { (first, lowest, highest) = (place, place, place) }
        if values[place] < values[lowest] { lowest = place }
        if values[place] > values[highest] { highest = place }
        last = place
      }
      guard let first else { return [stretch.lowerBound] }
      return Set([first, lowest, highest, last]).sorted()
    }
  }

  package var title: Line
  package var captions: [Line]
  package var curves: [Curve]
  /// The point to look at, marked on each curve: its `x`.
  package var mark: Float?
  /// Whether the vertical axis begins at zero even where no curve comes near it.
  package var includesZero: Bool
  /// Numbers that the vertical axis covers whatever the curves do.
  package var range: ClosedRange<Float>?
  /// Whether each of several curves has marks of its own on it, and before its name.
  package var hasMarks: Bool
  /// How far the horizontal axis goes at least, where curves have yet to come.
  package var end: Float?
  /// What stands at the ends of the horizontal axis in place of numbers.
  package var endLabels: [String] = []

  package init(
    title: Line = [], captions: [Line] = [], curves: [Curve] = [], mark: Float? = nil,
    includesZero: Bool = true, end: Float? = nil, hasMarks: Bool = false
  ) {
    self.title = title
    self.captions = captions
    self.curves = curves
    self.mark = mark
    self.includesZero = includesZero
    self.end = end
    self.hasMarks = hasMarks
  }

  /// Whether no curve can be drawn.
  package var isEmpty: Bool { curves.allSatisfy(\.points.isEmpty) }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: min(fitting.width, 48), height: min(fitting.height, 10))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    var area = rect
    let head = head(appearance.symbols)
    if !head.title.isEmpty, rect.height > 2 {
      head.draw(Pen(rect, appearance), on: &buffer)
      area = area.split(top: 1).rest
    }
    guard let bounds, area.height > 0 else { return }
    let hasAxis = area.height > 2
    let rows = hasAxis ? area.split(bottom: 1) : (area, Rect(.zero))
    let labelWidth = hasAxis ? Self.labelWidth(bounds, appearance) : 0
    let plot = area.width > labelWidth + 4 ? rows.0.split(left: labelWidth).rest : rows.0
    drawCurves(bounds, Pen(plot, appearance), on: &buffer)
    guard hasAxis, plot.width < rows.0.width else { return }
    drawLabels(bounds, Pen(area, appearance), plot, on: &buffer)
  }

  /// The title and the names of the curves; these alone where there is no title.
  private func head(_ symbols: Symbols) -> PanelTitle {
    let names = names(symbols)
    guard title.isEmpty, !names.isEmpty else {
      return PanelTitle(title: title, captions: names + captions)
    }
    let air = Span("   ")
    return PanelTitle(
      title: Line(Array(names.map(\.spans).joined(separator: [air]))), captions: captions)
  }

  /// The curves' names in their colours, where there are several.
  private func names(_ symbols: Symbols) -> [Line] {
    guard curves.count > 1 else { return [] }
    return curves.enumerated().map { index, curve in
      Line(hasMarks ? sign(of: index, symbols) + " " + curve.name : curve.name, curve.role)
    }
  }

  private func sign(of curve: Int, _ symbols: Symbols) -> String {
    symbols.curveMarks[curve % symbols.curveMarks.count]
  }
}

extension CurvePlot {
  /// The stretch of numbers that the plot covers.
  private struct Bounds {
    var low: SIMD2<Float>
    var high: SIMD2<Float>

    /// A point's place between the lower and the upper end, both ways between 0 and 1.
    func share(_ point: SIMD2<Float>) -> SIMD2<Double> {
      let low = SIMD2<Double>(low)
      let span = SIMD2<Double>(high) - low
      let offset = SIMD2<Double>(point) - low
      return SIMD2(
        span.x > 0 ? offset.x / span.x : 0.5, span.y > 0 ? offset.y / span.y : 0.5)
    }
  }

  private var finitePoints: [SIMD2<Float>] {
    curves.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
  }

  private var bounds: Bounds? {
    let points = finitePoints
    guard var low = points.first, var high = points.first else { return nil }
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    if includesZero {
      low.y = min(0, low.y)
      high.y = max(0, high.y)
    }
    if let range, range.lowerBound.isFinite, range.upperBound.isFinite {
      low.y = min(low.y, range.lowerBound)
      high.y = max(high.y, range.upperBound)
    }
    if let end { high.x = max(high.x, end) }
    return Bounds(low: low, high: high)
  }

  private func drawCurves(_ bounds: Bounds, _ pen: Pen, on buffer: inout Buffer) {
    var raster = DotRaster(columns: pen.width, rows: pen.height)
    guard raster.width > 0, raster.height > 0 else { return }
    for (index, curve) in curves.enumerated() {
      plot(curve, index, bounds, on: &raster)
    }
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        guard let cell = raster.cell(column: column, row: row) else { continue }
        let style = pen.appearance.style(curves[cell.owner].role)
        let glyph = glyph(cell.bits, of: cell.owner, pen.appearance.symbols)
        pen.write(glyph, x: column, y: row, style, on: &buffer)
      }
    }
    if hasMarks, curves.count > 1 { drawSigns(bounds, pen, on: &buffer) }
    drawMarks(bounds, pen, on: &buffer)
  }

  /// Where there are no dots, the curves after the first are drawn with other signs.
  private func glyph(_ bits: UInt8, of curve: Int, _ symbols: Symbols) -> String {
    guard symbols.isASCII, curve > 0 else { return symbols.dots(bits) }
    return [".", ":", "'"][(curve - 1) % 3]
  }

  /// Puts the marks of each curve on some of its points, far enough apart to leave the line between them, and each
  /// curve's beside those of the others.
  private func drawSigns(_ bounds: Bounds, _ pen: Pen, on buffer: inout Buffer) {
    let room = Size(width: pen.width, height: pen.height)
    for (index, curve) in curves.enumerated() {
      let style = pen.appearance.style(curve.role)
      var next = index * Self.pitch / curves.count
      for point in curve.points where point.x.isFinite && point.y.isFinite {
        let place = place(point, bounds, room)
        guard place.x >= next || point == curve.points.last else { continue }
        pen.write(
          sign(of: index, pen.appearance.symbols), x: place.x, y: place.y, style, on: &buffer)
        next = place.x + Self.pitch
      }
    }
  }

  /// The cells from one mark of a curve to its next.
  private static let pitch = 8

  // A value that is not finite leaves a gap.
  private func plot(
    _ curve: Curve, _ index: Int, _ bounds: Bounds, on raster: inout DotRaster
  ) {
    var last: Point?
    for point in curve.points {
      guard point.x.isFinite, point.y.isFinite else {
        last = nil
        continue
      }
      let dot = place(point, bounds, Size(width: raster.width, height: raster.height))
      raster.line(from: last ?? dot, to: dot, owner: index)
      last = dot
    }
  }

  private func place(_ point: SIMD2<Float>, _ bounds: Bounds, _ size: Size) -> Point {
    let share = bounds.share(point)
    return Point(
      x: (share.x * Double(size.width - 1)).cells,
      y: size.height - 1 - (share.y * Double(size.height - 1)).cells)
  }

  private func drawMarks(_ bounds: Bounds, _ pen: Pen, on buffer: inout Buffer) {
    guard let mark else { return }
    for curve in curves {
      guard let point = curve.points.first(where: { $0.x >= mark }), point.y.isFinite,
        point.x.isFinite
      else { continue }
      let place = place(point, bounds, Size(width: pen.width, height: pen.height))
      pen.write([Span(pen.appearance.symbols.knob, .hand)], x: place.x, y: place.y, on: &buffer)
    }
  }
}

extension CurvePlot {
  private static func labelWidth(_ bounds: Bounds, _ appearance: Appearance) -> Int {
    [bounds.low.y, bounds.high.y].map { TextWidth.width(of: appearance.number($0)) }.max().map {
      $0 + 1
    }
      ?? 0
  }

  // Steps are counted, other places measured.
  private func stepText(_ value: Float, _ pen: Pen) -> String {
    value == value.rounded() ? NumberFormat.plain(value) : pen.appearance.number(value)
  }

  private func drawLabels(_ bounds: Bounds, _ pen: Pen, _ plot: Rect, on buffer: inout Buffer) {
    let style = pen.appearance.style(.dim)
    let end = plot.x - pen.rect.x - 1
    let number = pen.appearance.number
    pen.write(number(bounds.high.y), endingAt: end, y: 0, style, on: &buffer)
    pen.write(number(bounds.low.y), endingAt: end, y: plot.height - 1, style, on: &buffer)
    let y = pen.height - 1
    let first = endLabels.first.map(pen.appearance.symbols.spelled)
    let last = endLabels.last.map(pen.appearance.symbols.spelled)
    let left = pen.write(
      first ?? stepText(bounds.low.x, pen), x: end + 1, y: y, style, on: &buffer)
    let right = last ?? stepText(bounds.high.x, pen)
    if left + TextWidth.width(of: right) < pen.width {
      pen.write(right, endingAt: pen.width, y: y, style, on: &buffer)
    }
  }
}
