/// Finds places for the names of arrows: near their tips, apart from each other, and in the order of
/// the tips.
///
/// A name never stands below that of a lower arrow. It hides as little as can be, a tip last of all.
struct PlaneLabels {
  /// A name that looks for a place.
  struct Name: Equatable {
    let width: Int
    /// The dot that its arrow points to.
    let dot: Point
    let isLeftward: Bool
    /// Whether its arrow is long enough to be seen.
    let isSeen: Bool

    /// The cell that its arrow points to.
    var tip: Point { Point(x: dot.x >> 1, y: dot.y >> 2) }
  }

  /// The place of one name, after the places of the names before it.
  private struct Step {
    /// The step of the name before, nil for the first name.
    let previous: Int?
    /// The place, nil where the name goes without.
    let place: Rect?
    /// What all places up to here cost.
    let cost: Int
  }

  private typealias Choice = Shortlist<Rect>.Entry

  private let raster: DotRaster
  private let names: [Name]
  /// The cells that arrows point to, each once.
  private let tips: [Point]
  private var taken: [Rect] = []

  private static let reach = (columns: 4, rows: 3)
  private static let mostChoices = 12
  /// How many ways to place the names so far are kept: few suffice where there is room.
  private static let (fewPlans, manyPlans) = (6, 24)

  init(_ raster: DotRaster, _ names: [Name]) {
    self.raster = raster
    self.names = names
    tips = names.reduce(into: []) { tips, name in
      if !tips.contains(name.tip) { tips.append(name.tip) }
    }
  }

  /// Takes the best places for all names together; nil for a name that finds none.
  ///
  /// Where an arrow that is seen would go without its name, more plans are tried.
  mutating func placeNames() -> [Point?] {
    let choices = names.map(choices)
    var places = places(choosingFrom: choices, keeping: Self.fewPlans)
    if zip(names, places).contains(where: { $0.isSeen && $1 == nil }) {
      places = self.places(choosingFrom: choices, keeping: Self.manyPlans)
    }
    taken += places.compactMap(\.self)
    return places.map { $0?.origin }
  }

  /// The best places for all names together that are found with so many plans.
  private func places(choosingFrom choices: [[Choice]], keeping plans: Int) -> [Rect?] {
    var steps: [Step] = []
    var ends: [Int?] = [nil]
    for (name, choices) in choices.enumerated() {
      let best = bestSteps(for: name, choices, after: ends, of: steps, keeping: plans)
      ends = (steps.count..<steps.count + best.count).map(\.self)
      steps += best
    }
    return places(upTo: ends.first ?? nil, of: steps)
  }

  private func places(upTo end: Int?, of steps: [Step]) -> [Rect?] {
    var places: [Rect?] = []
    var next = end
    while let step = next {
      places.append(steps[step].place)
      next = steps[step].previous
    }
    return places.reversed()
  }

  /// The cheapest steps for a name after those of the name before, the cheapest first.
  private func bestSteps(
    for name: Int, _ choices: [Choice], after ends: [Int?], of steps: [Step], keeping count: Int
  ) -> [Step] {
    var best = Shortlist<Step>(limit: count)
    for end in ends {
      let paid = end.map { steps[$0].cost } ?? 0
      for choice in choices {
        let cost = paid + choice.cost
        // The other choices cost as much or more.
        guard best.admits(cost) else { break }
        guard fits(choice.item, of: name, after: end, of: steps) else { continue }
        best.insert(Step(previous: end, place: choice.item, cost: cost), cost: cost)
      }
      let cost = paid + Self.costOfNone
      best.insert(Step(previous: end, place: nil, cost: cost), cost: cost)
    }
    return best.entries.map(\.item)
  }

  /// Takes a place if it is free altogether.
  mutating func claim(_ width: Int, at place: Point) -> Bool {
    let rect = Rect(x: place.x, y: place.y, width: width, height: 1)
    guard width > 0, isInside(rect), hiddenCells(rect) == 0, !taken.contains(where: rect.touches)
    else { return false }
    taken.append(rect)
    return true
  }

  /// Takes the first of these places where nothing at all is drawn.
  mutating func firstClear(_ width: Int, of places: [Point]) -> Point? {
    let clear = places.first { place in
      let rect = Rect(x: place.x, y: place.y, width: width, height: 1)
      return isInside(rect) && raster.drawnCells(row: place.y, columns: place.x..<rect.right) == 0
        && !taken.contains(where: rect.touches)
    }
    if let clear { taken.append(Rect(x: clear.x, y: clear.y, width: width, height: 1)) }
    return clear
  }

  /// The cheapest places for a name, were it alone, the cheapest first.
  ///
  /// The rows nearest to the tip come first, so that most of the others need only a glance.
  private func choices(for name: Name) -> [Choice] {
    var best = Shortlist<Rect>(limit: Self.mostChoices)
    for y in Self.rows(around: name.tip.y) where (0..<raster.rows).contains(y) {
      for x in columns(around: name) {
        let place = Rect(x: x, y: y, width: name.width, height: 1)
        let least = remoteness(of: place, for: name) + costOfHiddenCells(place)
        guard best.admits(least) else { continue }
        best.insert(place, cost: least + nuisance(of: place, to: name))
      }
    }
    return best.entries
  }

  /// Rows by their distance, those above first.
  private static func rows(around y: Int) -> [Int] {
    [y] + (1...reach.rows).flatMap { [y - $0, y + $0] }
  }

  /// The columns where a name may begin.
  private func columns(around name: Name) -> StrideThrough<Int> {
    let first = max(name.tip.x - name.width - Self.reach.columns, 0)
    let last = min(name.tip.x + Self.reach.columns + 1, raster.columns - name.width)
    return stride(from: first, through: last, by: 1)
  }

  private func isInside(_ place: Rect) -> Bool {
    place.intersection(Rect(x: 0, y: 0, width: raster.columns, height: raster.rows)) == place
  }
}

extension PlaneLabels {
  private static let costOfNone = 60
  private static let costOfHiddenTip = 30

  /// How far away a place is, and whether it is on the side that the arrow comes from.
  private func remoteness(of place: Rect, for name: Name) -> Int {
    let isOnWrongSide = name.isLeftward != (place.x < name.tip.x)
    return place.distance(to: name.tip) + (isOnWrongSide ? 1 : 0)
  }

  /// An arrow that is hidden costs more than an axis, an arc or what was before.
  private func costOfHiddenCells(_ place: Rect) -> Int {
    hiddenCells(place) * 2 + raster.drawnCells(row: place.y, columns: place.x..<place.right)
  }

  /// Which tips a place hides, and whether it could be taken for another arrow's.
  private func nuisance(of place: Rect, to name: Name) -> Int {
    let distance = place.distance(to: name.tip)
    var (confusion, hiddenTips) = (0, 0)
    for tip in tips {
      if place.contains(tip) { hiddenTips += 1 }
      if tip == name.tip { continue }
      let other = place.distance(to: tip)
      confusion = max(confusion, other < distance ? 8 : other == distance ? 3 : 0)
    }
    return confusion + hiddenTips * Self.costOfHiddenTip
  }

  private func hiddenCells(_ place: Rect) -> Int {
    raster.ownedCells(row: place.y, columns: place.x..<place.right)
  }

  /// Whether a place is apart from those of the names before, and in the order of the arrows.
  private func fits(_ place: Rect, of name: Int, after end: Int?, of steps: [Step]) -> Bool {
    var (next, index) = (end, name - 1)
    while let step = next {
      if let other = steps[step].place {
        guard !place.touches(other), Self.keepOrder(names[name], place, names[index], other)
        else { return false }
      }
      (next, index) = (steps[step].previous, index - 1)
    }
    return true
  }

  /// Whether the higher of two arrows has the higher name, and the left one the left name on a row.
  private static func keepOrder(_ one: Name, _ place: Rect, _ two: Name, _ other: Rect) -> Bool {
    if place.y == other.y {
      return one.dot.x == two.dot.x || (one.dot.x < two.dot.x) == (place.x < other.x)
    }
    return one.dot.y == two.dot.y || (one.dot.y < two.dot.y) == (place.y < other.y)
  }
}

extension Rect {
  /// Whether no free cell on their row parts two places.
  fileprivate func touches(_ other: Rect) -> Bool {
    y == other.y && x <= other.right && other.x <= right
  }

  /// How far a cell is away, in columns, of which a row is worth two.
  fileprivate func distance(to point: Point) -> Int {
    let columns = max(x - point.x - 1, point.x - right, 0)
    return columns + 2 * abs(y - point.y)
  }
}
