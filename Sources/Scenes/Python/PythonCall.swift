import Tensors
import Text

/// One matrix of a scene as PyTorch is to say it: its operands as text, and the axes of all of them.
struct PythonCall {
  let node: Node
  let operands: [PythonText]
  /// The axes of each operand.
  let axes: [[AxisKey]]
  /// The numbers of each operand as they are now.
  let values: [Tensor]
  let sheet: AxisSheet
  /// The Python name of an axis's size.
  let sizeName: (AxisKey) -> String
}

extension PythonCall {
  /// The axes of the result.
  var result: [AxisKey] { node.axes }

  /// An option of the call as text.
  func setting(_ number: Int) -> String {
    switch node.kernel.settings[number] {
    case .fixed(let number): Self.written(number)
    case .operand(let position): operands[position].text
    }
  }

  /// An option that takes a whole number, rounded where it moves.
  func whole(_ number: Int, least: Int = 1) -> String {
    switch node.kernel.settings[number] {
    case .fixed(let number): String(Int(number))
    case .operand(let position): "whole(\(operands[position].text), \(least))"
    }
  }

  private static func written(_ number: Double) -> String {
    Double(Int(exactly: number) ?? 0) == number ? String(Int(number)) : "\(number)"
  }

  // MARK: Dimensions

  /// The dimension that a reduction takes away: −1 for the last.
  var reducedDimension: Int {
    let place = axes[0].indices.dropLast().first { axes[0][$0] != result[$0] }
    return place ?? -1
  }

  /// The dimension along which the numbers of a row of the first operand lie: −1 for the last.
  var rowDimension: Int {
    let places = node.kernel.reads(0).filter { $0.operand == 0 }.map(\.place)
    let step = places.count > 1 ? places[1] - places[0] : 1
    let strides = Tensor.strides(of: values[0].shape)
    let place = strides.indices.last {
      strides[$0] == step && values[0].shape[$0] == places.count
    }
    return place.map { $0 == strides.count - 1 ? -1 : $0 } ?? -1
  }

  /// Whether a row of scores holds ∞ or nothing but −∞, of which PyTorch's softmax makes NaN.
  var hasLostRows: Bool {
    let scores = values[0].elements
    return scores.contains(.infinity)
      || scores.indices.contains { cell in
        node.kernel.reads(cell).allSatisfy { scores[$0.place] == -.infinity }
      }
  }

  // MARK: Axes by name

  /// A tensor whose axes take these places of a result: reordered, with `None` where it lacks one.
  static func spread(_ operand: PythonText, _ places: [Int], of count: Int) -> PythonText {
    var operand = operand
    let order = places.indices.sorted { places[$0] < places[$1] }
    if order != Array(places.indices) {
      operand = operand.followed(by: ".permute(\(order.map(String.init).joined(separator: ", ")))")
    }
    guard let first = places.min() else { return operand }
    var index = (first..<count).map { places.contains($0) ? ":" : "None" }
    while index.last == ":" { index.removeLast() }
    return index.isEmpty ? operand : operand.followed(by: "[\(index.joined(separator: ", "))]")
  }

  /// A matrix with its stacks beside those of a result, its last axes where they are.
  func stacked(_ position: Int, _ stacks: [AxisKey]) -> PythonText {
    let own = axes[position]
    let kept = min(own.count, 2)
    let places = own.dropLast(kept).map { stacks.firstIndex(of: $0) ?? 0 }
    return Self.spread(
      operands[position], places + (0..<kept).map { stacks.count + $0 }, of: stacks.count + kept)
  }

  /// Two operands that meet number by number.
  func pair(_ left: Int, _ right: Int) -> (PythonText, PythonText) {
    guard let (axes, places) = Pairing.meeting(axes[left], axes[right]) else {
      return (operands[left], operands[right])
    }
    return (
      Self.spread(operands[left], places.left, of: axes.count),
      Self.spread(operands[right], places.right, of: axes.count)
    )
  }

  /// The operand's axes among those of the result.
  func fitted(_ position: Int) -> PythonText {
    guard let (_, places) = Pairing.meeting(result, axes[position]) else {
      return operands[position]
    }
    return Self.spread(operands[position], places.right, of: result.count)
  }

  /// The stacks of a product of two operands.
  func stacks(_ left: Int, _ right: Int) -> [AxisKey] {
    Pairing.joined(axes[left].dropLast(2), axes[right].dropLast(2))
  }

  /// With rows and columns swapped; a vector stays as it is.
  func turned(_ operand: PythonText, _ position: Int) -> PythonText {
    switch axes[position].count {
    case 0, 1: operand
    case 2: operand.followed(by: ".T")
    case _: operand.followed(by: ".transpose(-2, -1)")
    }
  }

  /// The position that the first place of an axis stands for.
  func firstPosition(_ axis: AxisKey) -> Int { sheet.positions(axis).first ?? 0 }

  /// The numbers of the rows that `lookup` takes from its table.
  var lookedUpRows: [Int] {
    let width = result.count > 1 ? sheet.size(result[result.count - 1]) : 1
    let (rows, table) = (
      sheet.size(result[max(result.count - 2, 0)]),
      sheet.size(axes[0][max(axes[0].count - 2, 0)])
    )
    return (0..<rows).map { (node.kernel.shown($0 * width) ?? 0) / width % table }
  }

  /// The size of the whole axis whose positions the last axis of the result has.
  var wholeSize: String { sizeName(sheet.root(result[result.count - 1])) }

  /// Of a table over whole axes what the last axes of the result, which may be parts, take of it.
  func partOfWhole(_ table: String, last count: Int) -> PythonText {
    let items = result.suffix(count).map { axis in
      let start = sheet.firstPosition(axis)
      return sheet.root(axis) == axis ? ":" : "\(start):\(start + sheet.size(axis))"
    }
    guard items.contains(where: { $0 != ":" }) else { return PythonText(table) }
    return PythonText(table).followed(by: "[..., \(items.joined(separator: ", "))]")
  }

  /// The index that shows what the result shows of its operand: `[:, 1]`.
  var index: String {
    let shape = values[0].shape
    let last = node.shape.reduce(1, *) - 1
    let (start, end) = (coordinates(of: 0, shape), coordinates(of: last, shape))
    var open = result[...]
    var items = shape.indices.map { place -> String in
      let (first, last) = (start[place], end[place])
      let longerToCome = shape.indices[place...].count { start[$0] != end[$0] }
      guard first != last || (open.count > longerToCome && isOne(open.first, of: axes[0][place]))
      else { return String(first) }
      open = open.dropFirst()
      return last - first + 1 == shape[place] ? ":" : "\(first):\(last + 1)"
    }
    while items.last == ":" { items.removeLast() }
    return items.isEmpty ? "" : "[\(items.joined(separator: ", "))]"
  }

  /// Whether an axis has one place and is all or a part of another.
  private func isOne(_ axis: AxisKey?, of whole: AxisKey) -> Bool {
    axis.map { sheet.size($0) == 1 && sheet.start(of: $0, in: whole) != nil } ?? false
  }

  private func coordinates(of index: Int, _ shape: [Int]) -> [Int] {
    var rest = node.kernel.shown(index) ?? 0
    return Tensor.strides(of: shape).map { stride in
      defer { rest %= stride }
      return rest / stride
    }
  }
}
