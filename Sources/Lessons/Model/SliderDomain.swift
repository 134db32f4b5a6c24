import Scenes
import Text

/// The values at which a slider can stand.
package enum SliderDomain: Equatable, Sendable {
  /// From the lowest to the highest number; `step` is how far one key goes.
  case range(ClosedRange<Float>, step: Float, Edge = .closed)
  /// These numbers, from the smallest to the largest.
  case list([Float])
  /// The places of the axis of this name, shown by their labels.
  case places(axis: String)
  /// The versions of a formula, by their labels.
  case versions([String])

  /// What lies beyond the lowest number of a range.
  package enum Edge: Sendable {
    case closed
    /// One step below the lowest number comes −∞.
    case minusInfinity
    /// The highest number again, as for an angle.
    case wrapped
  }
}

extension SliderDomain {
  /// The values one by one, the lowest first; of a range the places of its grid, at most a million.
  package func count(in scene: Scene) -> Int {
    switch self {
    case .range(let range, let step, let edge):
      let steps = Double(range.upperBound - range.lowerBound) / Double(step)
      let count = Int(min(max((steps + 1e-4).rounded(.down), 0), 1e6)) + 1
      return edge == .minusInfinity ? count + 1 : count
    case .list(let numbers): return numbers.count
    case .places(let axis): return scene.axis(axis)?.size ?? 0
    case .versions(let labels): return labels.count
    }
  }

  /// The value at a place among all, counted from 0.
  package func value(at place: Int) -> Float {
    switch self {
    case .range(let range, let step, let edge):
      let place = edge == .minusInfinity ? place - 1 : place
      guard place >= 0 else { return -.infinity }
      let value = Double(range.lowerBound) + Double(place) * Double(step)
      return min(Float((value * 1e5).rounded() / 1e5), range.upperBound)
    case .list(let numbers): return numbers[place]
    case .places, .versions: return Float(place)
    }
  }

  /// Whether all its values are whole numbers.
  package var isWhole: Bool {
    let numbers =
      switch self {
      case .range(let range, let step, _): [range.lowerBound, range.upperBound, step]
      case .list(let numbers): numbers
      case .places, .versions: [Float]()
      }
    return numbers.allSatisfy { $0 == $0.rounded() }
  }

  /// How far it is from one value to another, the shorter way where its ends meet.
  package func change(from old: Float, to new: Float) -> Float {
    guard case .range(let range, _, .wrapped) = self else { return new - old }
    let turn = range.upperBound - range.lowerBound
    return (new - old).remainder(dividingBy: turn).withoutNoise
  }

  /// Whether it has no gaps, so that a slope means something.
  package var isContinuous: Bool {
    switch self {
    case .range: true
    case .list, .places, .versions: false
    }
  }

  /// Whether the slider can be brought to a value, be it by typing.
  package func contains(_ value: Float, in scene: Scene) -> Bool {
    switch self {
    case .range(let range, _, let edge):
      range.contains(value) || edge == .minusInfinity && value == -.infinity
    case .list(let numbers): numbers.contains(value)
    case .places, .versions:
      value == value.rounded() && value >= 0 && value < Float(count(in: scene))
    }
  }

  /// Where so many keys of a pace lead; lists and labels go to their ends where the pace is above 1.
  package func moved(
    from value: Float, by steps: Int, pace: Float = 1, in scene: Scene
  ) -> Float {
    switch self {
    case .range(let range, let step, let edge):
      moved(from: value, by: Float(steps) * pace * step, range, edge)
    case .list(let numbers):
      Self.moved(from: value, by: pace > 1 ? steps * numbers.count : steps, among: numbers)
    case .places, .versions:
      Self.moved(
        from: value, by: pace > 1 ? steps * count(in: scene) : steps,
        among: (0..<count(in: scene)).map(Float.init))
    }
  }

  private func moved(
    from value: Float, by amount: Float, _ range: ClosedRange<Float>, _ edge: Edge
  ) -> Float {
    let moved = (value + amount).withoutNoise
    let (low, high) = (range.lowerBound, range.upperBound)
    switch edge {
    case .closed: break
    case .minusInfinity:
      if amount < 0, value <= low { return -.infinity }
    case .wrapped:
      if moved > high { return (moved - (high - low)).withoutNoise }
      if moved < low { return (moved + (high - low)).withoutNoise }
    }
    return min(max(moved, low), high)
  }

  /// From a value between two numbers the nearer one that way is the first.
  private static func moved(from value: Float, by steps: Int, among numbers: [Float]) -> Float {
    guard steps != 0, let last = numbers.indices.last else { return value }
    let place: Int
    if let here = numbers.firstIndex(of: value) {
      place = here + steps
    } else if steps > 0 {
      place = (numbers.firstIndex { $0 > value } ?? last) + steps - 1
    } else {
      place = (numbers.lastIndex { $0 < value } ?? 0) + steps + 1
    }
    return numbers[min(max(place, 0), last)]
  }

  /// A value as it is counted within the domain: an angle of −90° is 270 where that runs from 0 to 360.
  package func counted(_ value: Float) -> Float {
    guard case .range(let range, _, .wrapped) = self else { return value }
    if value < range.lowerBound { return value + 360 }
    return value > range.upperBound ? value - 360 : value
  }

  /// The value that somebody means by what they typed: a label or a number; nil where it is neither.
  package func value(typed text: String, in scene: Scene) -> Float? {
    if case .versions(let labels) = self { return labels.firstIndex(of: text).map(Float.init) }
    guard case .places(let name) = self else { return TypedNumber.value(of: text) }
    let word = text.filter { $0 != "\"" }
    return scene.axis(name)?.place(of: word).map(Float.init) ?? TypedNumber.value(of: text)
  }

  /// The label that stands for a value; nil where the number itself does.
  package func label(of value: Float, in scene: Scene) -> String? {
    if case .versions(let labels) = self, contains(value, in: scene) { return labels[Int(value)] }
    guard case .places(let name) = self, contains(value, in: scene), let axis = scene.axis(name)
    else { return nil }
    return axis.shownLabel(Int(value))
  }

  /// All of it in words: `-2 to 2`, `1, 2, 4, 8`, `a place of token`.
  package var words: String {
    switch self {
    case .range(let range, _, let edge):
      (edge == .minusInfinity ? "-inf, " : "")
        + "\(range.lowerBound.plain) to \(range.upperBound.plain)"
    case .list(let numbers): numbers.map(\.plain).joined(separator: ", ")
    case .places(let axis): "the places of \(axis)"
    case .versions(let labels): labels.joined(separator: ", ")
    }
  }
}

extension Scene {
  fileprivate func axis(_ name: String) -> Axis? { axes.first { $0.name == name } }
}

extension Float {
  /// Rid of the noise that binary fractions gather: ten nudges of .1 make 1, not 1.0000001.
  package var withoutNoise: Float {
    guard isFinite, abs(self) < 1e6 else { return self }
    return Float((Double(self) * 1e5).rounded() / 1e5)
  }

  /// To four decimals, without a point where there are none.
  var plain: String {
    let rounded = (self * 10_000).rounded() / 10_000
    guard rounded.isFinite, abs(rounded) < 1e6 else { return description }
    return rounded == rounded.rounded() ? Int(rounded).description : rounded.description
  }
}
