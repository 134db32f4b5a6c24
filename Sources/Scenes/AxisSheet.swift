/// The names, sizes and labels of a scene's axes.
struct AxisSheet {
  private(set) var axes: [Axis] = []
  private var indices: [String: Int] = [:]
  /// For each axis with labels, where each of them stands.
  private var places: [[String: Int]] = []
  /// What each part is a part of, and the place there at which it begins.
  private var parents: [Int: (parent: String, start: Int)] = [:]

  mutating func add(_ axis: Axis, partOf parent: (parent: String, start: Int)? = nil) {
    indices[axis.name] = axes.count
    parents[axes.count] = parent
    // In either spelling; a label that is another's shown one means itself.
    let spellings = [axis.labels ?? [], axis.shownLabels ?? []].flatMap { $0.enumerated() }
    places.append(
      Dictionary(
        spellings.map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }))
    axes.append(axis)
  }

  var names: some Sequence<String> { axes.lazy.map(\.name) }

  func key(_ name: String) -> AxisKey? {
    indices[name].map { AxisKey(factors: [$0]) }
  }

  /// The axis of several factors, or nil where one of them is unknown.
  func key(product names: [String]) -> AxisKey? {
    let factors = names.compactMap { indices[$0] }
    return factors.count == names.count ? AxisKey(factors: factors) : nil
  }

  func size(_ key: AxisKey) -> Int {
    key.factors.reduce(1) { $0.multipliedReportingOverflow(by: axes[$1].size).partialValue }
  }

  func sizes(_ keys: [AxisKey]) -> [Int] { keys.map(size) }

  /// Which position each place of an axis stands for, where an operation counts positions: masks,
  /// rotations, distances.
  ///
  /// A part of an axis has the positions of the axis that it was taken from.
  func positions(_ key: AxisKey) -> [Int] {
    let first = firstPosition(key)
    return Array(first..<first + size(key))
  }

  /// The place on a whole axis at which a part of it begins; nil where it is no part of it.
  ///
  /// Parts of parts are parts, and every axis is a part of itself.
  func start(of part: AxisKey, in whole: AxisKey) -> Int? {
    var (key, start) = (part, 0)
    while key != whole {
      guard let (parent, place) = parent(of: key) else { return nil }
      (key, start) = (parent, start + place)
    }
    return start
  }

  /// The axis that a part, or a part of a part, was taken from.
  func root(_ key: AxisKey) -> AxisKey {
    var root = key
    while let (parent, _) = parent(of: root) { root = parent }
    return root
  }

  private func parent(of key: AxisKey) -> (key: AxisKey, start: Int)? {
    guard key.factors.count == 1, let parent = parents[key.factors[0]] else { return nil }
    return self.key(parent.parent).map { ($0, parent.start) }
  }

  /// Which position the first place of an axis stands for, where an operation counts positions.
  func firstPosition(_ key: AxisKey) -> Int { start(of: key, in: root(key)) ?? 0 }

  /// The sizes with a product taken apart, so that a place stays one when an axis is resized.
  func factorSizes(_ keys: [AxisKey]) -> [Int] { keys.flatMap(\.factors).map { axes[$0].size } }

  func name(_ key: AxisKey) -> String {
    key.factors.map { axes[$0].name }.joined(separator: "*")
  }

  /// How many numbers a matrix holds, or nil where no integer can say.
  func count(_ keys: [AxisKey]) -> Int? {
    var count = 1
    for factor in keys.flatMap(\.factors) {
      let (product, overflow) = count.multipliedReportingOverflow(by: axes[factor].size)
      if overflow { return nil }
      count = product
    }
    return count
  }

  /// The axis that a key stands for; a product's words and labels join those of its factors.
  func axis(_ key: AxisKey) -> Axis {
    if key.factors.count == 1 { return axes[key.factors[0]] }
    guard hasLabels(key) else { return Axis(name: name(key), size: size(key)) }
    func joined(_ text: (Axis, Int) -> String) -> [String] {
      (0..<size(key)).map { joinedText(key, $0, text) }
    }
    return Axis(
      name: name(key), size: size(key), words: joined { $0.words?[$1] ?? String($1) },
      labels: joined { $0.label($1) }, shownLabels: joined { $0.shownLabel($1) })
  }

  func label(_ key: AxisKey, _ index: Int) -> String {
    joinedText(key, index) { $0.label($1) }
  }

  private func joinedText(
    _ key: AxisKey, _ index: Int, _ text: (Axis, Int) -> String
  ) -> String {
    var rest = index
    var parts: [String] = []
    for factor in key.factors.reversed() {
      parts.append(text(axes[factor], rest % axes[factor].size))
      rest /= axes[factor].size
    }
    return parts.reversed().joined(separator: "*")
  }

  /// Where a label stands on an axis; a product's joins those of its factors by stars.
  func place(of label: String, on key: AxisKey) -> Int? {
    place(of: label[...], on: key.factors[...])
  }

  private func place(of label: Substring, on factors: ArraySlice<Int>) -> Int? {
    guard let factor = factors.first else { return nil }
    if factors.count == 1 { return place(of: label, on: factor) }
    let rest = factors.dropFirst()
    let size = rest.reduce(1) { $0 * axes[$1].size }
    // A label may have stars of its own.
    return label.indices.lazy.filter { label[$0] == "*" }.compactMap { star in
      place(of: label[..<star], on: factor).flatMap { outer in
        place(of: label[label.index(after: star)...], on: rest).map { outer * size + $0 }
      }
    }.first
  }

  private func place(of label: Substring, on factor: Int) -> Int? {
    let label = String(label)
    if axes[factor].labels != nil { return places[factor][label] }
    return Int(label).flatMap {
      (0..<axes[factor].size).contains($0) && String($0) == label ? $0 : nil
    }
  }

  func hasLabels(_ key: AxisKey) -> Bool {
    key.factors.contains { axes[$0].labels != nil }
  }
}
