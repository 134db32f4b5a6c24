/// Where a part of an axis begins or ends: a whole number, scalar inputs, or a sum of both.
struct PartBound {
  /// A scalar of the sum.
  struct Term {
    let name: String
    let isTakenAway: Bool
    let tokens: Range<Int>
  }

  private(set) var constant = 0
  private(set) var terms: [Term] = []

  /// Reads `3`, `t`, `t + 1` or `t - width + 1`; nil for anything else.
  init?(_ expression: Expression) {
    switch expression.kind {
    case .number(let number):
      guard let whole = Int(exactly: number), whole.magnitude <= Graph.mostElements else {
        return nil
      }
      constant = whole
    case .name(let name):
      terms = [Term(name: name, isTakenAway: false, tokens: expression.tokens)]
    case .chain(let first, let links):
      guard let sum = PartBound(first) else { return nil }
      self = sum
      for link in links {
        guard link.operation == .plus || link.operation == .minus,
          let operand = PartBound(link.operand)
        else { return nil }
        add(operand, isTakenAway: link.operation == .minus)
      }
    case .string, .all, .list, .call, .unknownCall, .index, .foreign:
      return nil
    }
  }

  private mutating func add(_ other: PartBound, isTakenAway: Bool) {
    constant += isTakenAway ? -other.constant : other.constant
    terms += other.terms.map {
      Term(name: $0.name, isTakenAway: $0.isTakenAway != isTakenAway, tokens: $0.tokens)
    }
  }

  /// The bound as a sum that can be computed.
  var sum: ScalarSum {
    terms.reduce(into: ScalarSum(constant)) { sum, term in
      sum.factors[term.name, default: 0] += term.isTakenAway ? -1 : 1
    }
  }
}

/// A whole number and multiples of scalars.
struct ScalarSum: Equatable, Sendable {
  var constant: Int
  var factors: [String: Int] = [:]

  init(_ constant: Int) { self.constant = constant }

  static func + (left: ScalarSum, right: ScalarSum) -> ScalarSum {
    var sum = left
    sum.constant += right.constant
    for (name, factor) in right.factors { sum.factors[name, default: 0] += factor }
    return sum
  }

  static func - (left: ScalarSum, right: ScalarSum) -> ScalarSum {
    var sum = left
    sum.constant -= right.constant
    for (name, factor) in right.factors { sum.factors[name, default: 0] -= factor }
    return sum
  }

  func value(_ scalars: [String: Int]) -> Int {
    factors.reduce(constant) { $0 + $1.value * (scalars[$1.key] ?? 0) }
  }
}

/// The scalars that bound parts of axes: what they hold, and between which numbers they may move.
struct BoundScalars: Equatable, Sendable {
  /// What each of them holds.
  private(set) var values: [String: Int]
  /// What the texts give them.
  private let texts: [String: Int]
  /// Sums that never fall below 0: every part has a place and lies within its parent.
  private let limits: [ScalarSum]

  init(_ texts: [String: Int], limits: [ScalarSum]) {
    self.texts = texts
    values = texts
    self.limits = limits
  }

  /// Those that hold another number than the texts give them.
  var moved: [String: Int] { values.filter { texts[$0.key] != $0.value } }

  /// The numbers that a scalar may hold while the others stay; nil where there are none.
  func range(of name: String) -> ClosedRange<Int>? {
    var (low, high) = (-Graph.mostElements, Graph.mostElements)
    for limit in limits {
      guard let factor = limit.factors[name], factor != 0, let own = values[name] else { continue }
      // rest + factor · x ≥ 0
      let edge = Double(factor * own - limit.value(values)) / Double(factor)
      if factor > 0 {
        low = max(low, Int(edge.rounded(.up)))
      } else {
        high = min(high, Int(edge.rounded(.down)))
      }
    }
    return low <= high ? low...high : nil
  }

  /// Moves the scalars as near to these numbers as all parts together allow.
  mutating func move(to wishes: [String: Int]) {
    // One may have to wait for another: `token[a:b]` moved on as a whole.
    for _ in wishes {
      for (name, wish) in wishes.sorted(by: { $0.key < $1.key }) {
        guard let range = range(of: name) else { continue }
        values[name] = min(max(wish, range.lowerBound), range.upperBound)
      }
    }
  }
}

/// What moves the sizes of axes away from what the texts say.
struct AxisExtents: Equatable, Sendable {
  /// Sizes of whole axes.
  var sizes: [String: Int] = [:]
  /// Numbers of the scalars that bound parts.
  var bounds: [String: Int] = [:]

  var isEmpty: Bool { sizes.isEmpty && bounds.isEmpty }

  /// The same sizes with other numbers for the scalars.
  func moving(_ bounds: [String: Int]) -> AxisExtents {
    AxisExtents(sizes: sizes, bounds: bounds)
  }
}
