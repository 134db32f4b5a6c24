import Tensors

/// How two matrices meet number by number.
///
/// Rows and columns go by position and must be equal; stacks join by name, in the order in which
/// they first appear. A vector pairs with the axis of its name, with the columns first. A matrix
/// with fewer axes pairs with those of its names, in their order. What is missing is repeated.
struct Pairing {
  let axes: [AxisKey]
  let left: StridedView
  let right: StridedView

  /// Pairs the operands of the operation of this name.
  init(_ call: Call, in name: String) throws(SceneError) {
    let (left, right) = (call.operands[0], call.operands[1])
    guard let (axes, places) = Self.meeting(left, right) else {
      throw Self.mismatch(call, in: name)
    }
    self.axes = axes
    let shape = call.sheet.sizes(axes)
    self.left = Self.view(shape, of: call.sizes(0), at: places.left)
    self.right = Self.view(shape, of: call.sizes(1), at: places.right)
  }

  /// The result's axes, and for each axis of each operand its place among them.
  static func meeting(
    _ left: [AxisKey], _ right: [AxisKey]
  ) -> (axes: [AxisKey], places: (left: [Int], right: [Int]))? {
    if left.count >= 2, right.count >= 2, left.suffix(2) == right.suffix(2) {
      let stacks = joined(left.dropLast(2), right.dropLast(2))
      let axes = stacks + left.suffix(2)
      return (axes, (places(of: left, in: axes), places(of: right, in: axes)))
    }
    if let places = fitted(right, into: left) { return (left, (Array(left.indices), places)) }
    if let places = fitted(left, into: right) { return (right, (places, Array(right.indices))) }
    return nil
  }

  /// The axes of two operands of a call together, and the place of each operand's axes among them.
  static func places(
    _ call: Call, _ operands: [Int]
  ) throws(SceneError) -> (axes: [AxisKey], left: [Int], right: [Int]) {
    let pair = Call(
      sheet: call.sheet, operands: operands.map { call.operands[$0] },
      passages: operands.map { call.passages[$0] })
    guard let (axes, places) = meeting(pair.operands[0], pair.operands[1]) else {
      throw mismatch(pair, in: "where")
    }
    return (axes, places.left, places.right)
  }

  /// Stacks in the order in which they first appear.
  static func joined(_ left: ArraySlice<AxisKey>, _ right: ArraySlice<AxisKey>) -> [AxisKey] {
    left + right.filter { !left.contains($0) }
  }

  /// Where a matrix's stacks, rows and columns stand among the result's.
  private static func places(of axes: [AxisKey], in result: [AxisKey]) -> [Int] {
    let stacks = axes.dropLast(2).map { result.firstIndex(of: $0) ?? 0 }
    return stacks + [result.count - 2, result.count - 1]
  }

  /// The place of each axis of the smaller matrix in the larger, searched from the columns on.
  private static func fitted(_ small: [AxisKey], into large: [AxisKey]) -> [Int]? {
    var places: [Int] = []
    var end = large.count
    for axis in small.reversed() {
      guard let place = large[..<end].lastIndex(of: axis) else { return nil }
      places.append(place)
      end = place
    }
    return places.reversed()
  }

  /// The numbers of an operand of these sizes along the result's axes; a lacking axis repeats them.
  static func view(_ shape: [Int], of sizes: [Int], at places: [Int]) -> StridedView {
    var strides = shape.map { _ in 0 }
    for (place, stride) in zip(places, Tensor.strides(of: sizes)) { strides[place] = stride }
    return StridedView(shape: shape, strides: strides)
  }

  static func mismatch(_ call: Call, in name: String) -> SceneError {
    let (left, right) = (call.operands[0], call.operands[1])
    let isTransposed =
      left.count >= 2 && right.count >= 2
      && Array(left.suffix(2)) == Array(right.suffix(2).reversed())
    let (one, other) = (call.texts[0], call.texts[1])
    var offers: [Offer] = []
    if isTransposed {
      offers.append(Offer(other.turned, in: call.spelled(name, one, other.turned)))
    }
    if name == "*" {
      let product = "\(one.asOperand) @ \(other.asOperand)"
      offers.append(Offer(product, in: product))
    }
    return .pairMismatch(
      left: one, leftAxes: call.names(0), right: other, rightAxes: call.names(1), offers: offers)
  }
}

extension Call {
  /// The call with these two operands, as it would be written.
  fileprivate func spelled(_ name: String, _ left: String, _ right: String) -> String {
    if Operation.infix[name] != nil { return "\(left.asOperand) \(name) \(right.asOperand)" }
    let arguments = [left, right] + axes.map(sheet.name)
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }
}
