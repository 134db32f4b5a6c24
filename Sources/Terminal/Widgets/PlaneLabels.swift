/// Finds places for names in a drawing, such that no two touch and few arrows are hidden.
struct PlaneLabels {
  private let raster: DotRaster
  /// Whether a name stands in a cell, row by row.
  private var taken: [Bool]

  init(_ raster: DotRaster) {
    self.raster = raster
    taken = Array(repeating: false, count: raster.columns * raster.rows)
  }

  /// Takes the best free place near a tip for a name of `width` cells.
  mutating func place(_ width: Int, beside tip: Point, isLeftward: Bool) -> Point? {
    var best: (place: Point, cost: Int)?
    for (rank, place) in candidates(width, tip, isLeftward).enumerated() {
      // The later a place, the more it has to save.
      if let best, best.cost <= rank { break }
      guard let hidden = cost(width, place) else { continue }
      let cost = hidden * 3 + rank
      if best.map({ cost < $0.cost }) ?? true { best = (place, cost) }
    }
    guard let best else { return nil }
    take(width, best.place)
    return best.place
  }

  /// Takes a place if it is free altogether.
  mutating func claim(_ width: Int, at place: Point) -> Bool {
    guard width > 0, cost(width, place) == 0 else { return false }
    take(width, place)
    return true
  }

  private func candidates(_ width: Int, _ tip: Point, _ isLeftward: Bool) -> [Point] {
    let beside = isLeftward ? tip.x - width : tip.x + 1
    let opposite = isLeftward ? tip.x + 1 : tip.x - width
    let rows = [0, -1, 1, -2, 2, -3, 3]
    return rows.flatMap { dy in
      [beside, tip.x - width / 2, opposite].map { Point(x: $0, y: tip.y + dy) }
    }
  }

  // Nothing where the name does not fit or would touch another one; else the arrows it hides.
  private func cost(_ width: Int, _ place: Point) -> Int? {
    guard place.x >= 0, place.y >= 0, place.x + width <= raster.columns, place.y < raster.rows
    else { return nil }
    var hidden = 0
    for x in place.x - 1...place.x + width {
      if isTaken(x, place.y) { return nil }
      let isInside = x >= place.x && x < place.x + width
      guard isInside, let cell = raster.cell(column: x, row: place.y) else { continue }
      hidden += cell.owner < 0 ? 0 : 1
    }
    return hidden
  }

  private func isTaken(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < raster.columns && taken[y * raster.columns + x]
  }

  // The place has been found to be inside.
  private mutating func take(_ width: Int, _ place: Point) {
    for x in place.x..<place.x + width { taken[place.y * raster.columns + x] = true }
  }
}
