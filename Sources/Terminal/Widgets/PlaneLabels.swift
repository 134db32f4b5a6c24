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

    /// The cell that its arrow points to.
    var tip: Point { Point(x: dot.x >> 1, y: dot.y >> 2) }
  }

  private struct Choice {
    let place: Rect
    let cost: Int
  }

  /// Places for the first names, and what they cost together.
  private struct Plan {
    var places: [Rect?] = []
    var cost = 0

    func with(_ place: Rect?, cost: Int) -> Plan {
      Plan(places: places + [place], cost: cost)
    }
  }

  /// A place for the next name after a plan, and what all places then cost.
  private struct Step {
    let plan: Int
    let place: Rect?
    let cost: Int
  }

  private let raster: DotRaster
  private let names: [Name]
  /// The cells that arrows point to, each once.
  private let tips: [Point]
  private var taken: [Rect] = []

  private static let reach = (columns: 4, rows: 3)
  private static let mostChoices = 24
  private static let mostPlans = 24

  init(_ raster: DotRaster, _ names: [Name]) {
    self.raster = raster
    self.names = names
    tips = names.reduce(into: []) { tips, name in
      if !tips.contains(name.tip) { tips.append(name.tip) }
    }
  }

  /// Takes the best places for all names together; nil for a name that finds none.
  mutating func placeNames() -> [Point?] {
    var plans = [Plan()]
    for name in names {
      plans = bestSteps(from: plans, for: name).map { step in
        plans[step.plan].with(step.place, cost: step.cost)
      }
    }
    let places = plans[0].places
    taken += places.compactMap(\.self)
    return places.map { $0?.origin }
  }

  /// The cheapest ways to go on from the plans, the cheapest first.
  private func bestSteps(from plans: [Plan], for name: Name) -> [Step] {
    let choices = choices(for: name)
    var best: [Step] = []
    best.reserveCapacity(Self.mostPlans + 1)
    for (number, plan) in plans.enumerated() {
      for choice in choices {
        let step = Step(plan: number, place: choice.place, cost: plan.cost + choice.cost)
        // The other choices cost as much or more.
        guard Self.isAmong(best, step) else { break }
        if fits(choice.place, of: name, in: plan) { Self.insert(step, into: &best) }
      }
      Self.insert(Step(plan: number, place: nil, cost: plan.cost + Self.costOfNone), into: &best)
    }
    return best
  }

  private static func isAmong(_ best: [Step], _ step: Step) -> Bool {
    best.count < mostPlans || step.cost < best[mostPlans - 1].cost
  }

  /// Of steps that cost the same the earlier stands first.
  private static func insert(_ step: Step, into best: inout [Step]) {
    guard isAmong(best, step) else { return }
    let place = best.firstIndex { step.cost < $0.cost } ?? best.count
    best.insert(step, at: place)
    if best.count > mostPlans { best.removeLast() }
  }

  /// Takes a place if it is free altogether.
  mutating func claim(_ width: Int, at place: Point) -> Bool {
    let rect = Rect(x: place.x, y: place.y, width: width, height: 1)
    guard width > 0, isInside(rect), hiddenCells(rect) == 0, !taken.contains(where: rect.touches)
    else { return false }
    taken.append(rect)
    return true
  }

  /// The cheapest places for a name, were it alone.
  private func choices(for name: Name) -> [Choice] {
    let (columns, rows) = Self.reach
    var choices: [Choice] = []
    for y in name.tip.y - rows...name.tip.y + rows {
      for x in name.tip.x - name.width - columns...name.tip.x + columns + 1 {
        let place = Rect(x: x, y: y, width: name.width, height: 1)
        guard isInside(place) else { continue }
        choices.append(Choice(place: place, cost: cost(of: place, for: name)))
      }
    }
    return Array(choices.sorted { $0.cost < $1.cost }.prefix(Self.mostChoices))
  }

  private func isInside(_ place: Rect) -> Bool {
    place.intersection(Rect(x: 0, y: 0, width: raster.columns, height: raster.rows)) == place
  }
}

extension PlaneLabels {
  private static let costOfNone = 60
  private static let costOfHiddenTip = 30

  /// How far away a place is, what it hides, and whether it could be taken for another arrow's.
  private func cost(of place: Rect, for name: Name) -> Int {
    let distance = place.distance(to: name.tip)
    var (confusion, hiddenTips) = (0, 0)
    for tip in tips {
      if place.contains(tip) { hiddenTips += 1 }
      if tip == name.tip { continue }
      let other = place.distance(to: tip)
      confusion = max(confusion, other < distance ? 8 : other == distance ? 3 : 0)
    }
    let isOnWrongSide = name.isLeftward != (place.x < name.tip.x)
    return distance + (isOnWrongSide ? 1 : 0) + confusion
      + hiddenCells(place) * 3 + hiddenTips * Self.costOfHiddenTip
  }

  private func hiddenCells(_ place: Rect) -> Int {
    (place.x..<place.right).count { x in
      (raster.cell(column: x, row: place.y)?.owner ?? -1) >= 0
    }
  }

  private func fits(_ place: Rect, of name: Name, in plan: Plan) -> Bool {
    for (index, other) in plan.places.enumerated() {
      guard let other else { continue }
      if place.touches(other) || !Self.keepOrder(name, place, names[index], other) { return false }
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
