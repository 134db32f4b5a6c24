import Text

/// Rows of weights, each as one bar of 100 % that is cut into pieces, all on one scale.
///
/// What is missing from a whole is a hole, what is too much runs on past 100 %, and a share below zero
/// is a debt to the left. Where the cut was before the last change stands above it as a ruler.
package struct ShareBars: Widget, Equatable, Sendable {
  /// One row of weights.
  package struct Cut: Equatable, Sendable {
    package var name: Line
    package var labels: AxisLabels
    /// The size of each piece; empty while they are veiled.
    package var values: [Float]
    /// The sizes before the last change; empty where nothing changed.
    package var before: [Float]
    /// What the pieces are cut from; empty where that is not shown.
    package var scores: [Float]
    /// Their exponentials, one for each score.
    package var portions: [Float] = []
    /// Why it is no cut of one whole.
    package var flaw: String?

    package init(
      name: Line = [], labels: AxisLabels, values: [Float], before: [Float] = [],
      scores: [Float] = [], flaw: String? = nil
    ) {
      self.name = name
      self.labels = labels
      self.values = values
      self.before = before
      self.scores = scores
      self.flaw = flaw
    }

    var isVeiled: Bool { values.isEmpty }
  }

  package var title: Line
  package var captions: [Line]
  package var cuts: [Cut]
  package var role: Role
  /// The size that a piece should have, by its place.
  package var marks: [Int: Float] = [:]
  /// The pieces that nothing should go to.
  package var hatched: Set<Int> = []
  /// The bar and the piece under the hand.
  package var cursor: CellPosition?
  /// Whether a change may come at any time.
  package var keepsRoomForChanges = false
  /// The most cells that 100 % may have, where other bars are compared with these.
  package var mostWholeCells: Int?

  package init(title: Line = [], captions: [Line] = [], cuts: [Cut], role: Role = .output) {
    self.title = title
    self.captions = captions
    self.cuts = cuts
    self.role = role
  }

  package var isVeiled: Bool { cuts.allSatisfy(\.isVeiled) }

  /// The rows of the title, of the bars without air, and of the scale.
  package var leastHeight: Int {
    let rulers = (marks.isEmpty ? 0 : 1) + (showsGhosts ? 1 : 0)
    // Few bars have a row between them, many are as close as the lines of a table.
    let many = cuts.count <= 6 ? 2 * cuts.count - 1 : min(cuts.count, 12)
    let body = cuts.count == 1 ? 4 + rulers : many
    return titleHeight + body + (hasStack ? 4 : 0)
      + (hasFlaws ? 1 : 0)
  }

  var titleHeight: Int { title.isEmpty && captions.isEmpty ? 0 : 1 }
  /// Whether something has to be said of a bar.
  var hasFlaws: Bool { cuts.contains { $0.flaw != nil } }
  var hasStack: Bool { cuts.contains { !$0.scores.isEmpty } }
  var showsGhosts: Bool { keepsRoomForChanges || cuts.contains { !$0.before.isEmpty } }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let most = SharePlan.all(self).height(self)
    return Size(width: fitting.width, height: min(fitting.height, most))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    guard !rect.isEmpty else { return }
    let pen = Pen(rect, appearance)
    let layout = ShareLayout(self, rect.size, appearance)
    if layout.plan.title > 0 {
      PanelTitle(title: title, captions: captions, notes: layout.notes).draw(pen, on: &buffer)
    }
    if layout.plan.stack > 0 { drawStack(y: layout.stackTop, layout, pen, on: &buffer) }
    drawWhole(layout, pen, on: &buffer)
    for index in layout.shown { draw(index, layout, pen, on: &buffer) }
    drawFoot(layout, pen, on: &buffer)
  }

  /// The cells from 0 to 100 % at a size.
  package func wholeCells(in size: Size, appearance: Appearance) -> Int {
    let scale = ShareLayout(self, size, appearance).scale
    return scale.cell(1) - scale.cell(0)
  }

  /// The bar and the piece at a place, by their numbers.
  package func hit(_ point: Point, in rect: Rect, appearance: Appearance) -> CellPosition? {
    guard rect.contains(point) else { return nil }
    let layout = ShareLayout(self, rect.size, appearance)
    let (x, y) = (point.x - rect.x, point.y - rect.y)
    guard let index = layout.shown.first(where: { layout.rows(of: $0).contains(y) }) else {
      return nil
    }
    let strip = layout.strip(of: index)
    let row = y - layout.top(of: index)
    let piece =
      row >= layout.plan.barEnd
      ? layout.columns(of: index, strip).first { $0.range.contains(x) }?.piece
      : strip.piece(inCell: x - layout.barX)
    return piece.flatMap { strip.pieces[$0].place }.map { CellPosition(row: index, column: $0) }
  }

  /// Where the piece under the hand begins.
  package func cursorPlace(in rect: Rect, appearance: Appearance) -> Point? {
    let layout = ShareLayout(self, rect.size, appearance)
    guard let cursor, layout.shown.contains(cursor.row) else { return nil }
    let strip = layout.strip(of: cursor.row)
    guard let piece = strip.pieces.firstIndex(where: { $0.place == cursor.column }) else {
      return nil
    }
    let x = layout.barX + min(strip.cells(of: piece).lowerBound, max(layout.barWidth - 1, 0))
    let y = layout.top(of: cursor.row) + layout.plan.barStart
    return rect.origin.moved(dx: min(x, rect.width - 1), dy: min(y, rect.height - 1))
  }
}

/// A piece of a bar, or several small ones together.
struct SharePiece: Equatable {
  /// Its place in the row of weights; nil for several together.
  let place: Int?
  let label: String
  let value: Float
  let before: Float?

  var change: Float? { before.map { value - $0 } }
}

extension ShareBars.Cut {
  /// The pieces that are not nothing, in their order; of more than so many the smallest are one.
  func pieces(most: Int, keeping kept: Int?) -> [SharePiece] {
    let places = values.indices.filter { values[$0] != 0 || $0 == kept }
    guard places.count > most else { return places.map(piece) }
    let large = largest(max(most - 1, 1), of: places, keeping: kept)
    let chosen = Set(large)
    let rest = places.filter { !chosen.contains($0) }
    func sum(_ numbers: [Float]) -> Float { rest.reduce(0) { $0 + numbers[$1] } }
    let others = SharePiece(
      place: nil, label: "\(rest.count) others", value: sum(values),
      before: before.isEmpty ? nil : sum(before))
    return large.sorted().map(piece) + [others]
  }

  private func piece(_ place: Int) -> SharePiece {
    SharePiece(
      place: place, label: labels.indices.contains(place) ? labels[place] : String(place),
      value: values[place], before: before.isEmpty ? nil : before[place])
  }

  /// The cut in which some pieces have another size and the others share what is left as they do now,
  /// or evenly where they have nothing.
  func sizes(with marks: [Int: Float]) -> [Double] {
    let marked = marks.values.reduce(0.0) { $0 + max(Double($1), 0) }
    let others = values.indices.filter { marks[$0] == nil }
    let now = others.reduce(into: [Int: Double]()) { sizes, place in
      sizes[place] = values[place].isFinite ? max(Double(values[place]), 0) : 0
    }
    let whole = now.values.reduce(0, +)
    return values.indices.map { place in
      if let mark = marks[place] { return Double(mark) }
      let part = whole > 0 ? now[place, default: 0] / whole : 1 / Double(others.count)
      return max(1 - marked, 0) * part
    }
  }

  /// So many of the largest, without sorting all of them.
  private func largest(_ count: Int, of places: [Int], keeping kept: Int?) -> [Int] {
    func size(_ place: Int) -> Float { place == kept ? .infinity : values[place].magnitude }
    var largest: [Int] = []
    for place in places {
      if largest.count == count, size(place) <= size(largest[count - 1]) { continue }
      let index = largest.firstIndex { size($0) < size(place) } ?? largest.count
      largest.insert(place, at: index)
      if largest.count > count { largest.removeLast() }
    }
    return largest
  }
}
