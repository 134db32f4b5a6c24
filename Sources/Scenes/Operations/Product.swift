import Tensors

extension Operation {
  /// (A @ B)ᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, stack by stack.
  static let product = Operation(
    "@", "Multiplies matrices: each row of the left meets each column of the right.",
    [.matrix("A"), .matrix("B")], notation: .infix(strength: 6), example: "A @ B",
    traits: Traits(rowSums: .mixed(of: [0, 1]), keepsScale: true),
    words: OperationProse(
      "Multiply the row and the column number by number and add up what you get.",
      use: "as a factor", pairs: true
    ) { cell in
      [.equation([.products(cell.values), .number(cell.value)])]
    }
  ) { call throws(SceneError) in
    let meeting = try ProductMeeting(call)
    return InferredShape(axes: meeting.axes, kernel: ProductKernel(product: meeting.product))
  }
}

/// Which axes of two matrices meet in a product; a vector is one row or one column.
struct ProductMeeting {
  let axes: [AxisKey]
  let product: MatrixProduct

  /// More multiplications than this would keep a person waiting.
  private static let mostWork = 2e10

  init(_ call: Call) throws(SceneError) {
    let (left, right) = (call.operands[0], call.operands[1])
    guard let last = left.last else { throw .productOfNumber(call.texts[0]) }
    guard let first = right.count >= 2 ? right[right.count - 2] : right.last else {
      throw .productOfNumber(call.texts[1])
    }
    guard last == first else { throw Self.mismatch(call, columns: last, rows: first) }
    let (leftStacks, rightStacks) = (left.dropLast(2), right.dropLast(2))
    let stacks = Pairing.joined(leftStacks, rightStacks)
    let rows = left.suffix(2).dropLast()
    let columns = right.count >= 2 ? right.suffix(1) : []
    axes = stacks + rows + columns
    let stack = call.sheet.sizes(stacks)
    let work = call.sheet.sizes(axes + [last]).reduce(1.0) { $0 * Double($1) }
    if work > Self.mostWork { throw .tooMuchWork }
    product = MatrixProduct(
      rows: rows.first.map(call.sheet.size) ?? 1, inner: call.sheet.size(last),
      columns: columns.first.map(call.sheet.size) ?? 1,
      leftStarts: Self.starts(call.sizes(0), leftStacks, in: stacks, stack),
      rightStarts: Self.starts(call.sizes(1), rightStacks, in: stacks, stack))
  }

  /// Where an operand's matrix begins for each place of the stacks.
  private static func starts(
    _ sizes: [Int], _ own: ArraySlice<AxisKey>, in stacks: [AxisKey], _ shape: [Int]
  ) -> [Int] {
    let strides = Tensor.strides(of: sizes)
    let view = StridedView(
      shape: shape, strides: stacks.map { own.firstIndex(of: $0).map { strides[$0] } ?? 0 })
    return (0..<view.count).map(view.source)
  }

  private static func mismatch(_ call: Call, columns: AxisKey, rows: AxisKey) -> SceneError {
    let (left, right) = (call.operands[0], call.operands[1])
    let (leftText, rightText) = (call.texts[0], call.texts[1])
    return .productMismatch(
      left: leftText, columns: call.sheet.name(columns), leftIsVector: left.count == 1,
      right: rightText, rows: call.sheet.name(rows), rightIsVector: right.count == 1,
      offers: offers(call, columns: columns, rows: rows))
  }

  /// What would meet: a side turned, both swapped, heads joined or split.
  private static func offers(_ call: Call, columns: AxisKey, rows: AxisKey) -> [Offer] {
    let (left, right) = (call.operands[0], call.operands[1])
    let (leftText, rightText) = (call.texts[0], call.texts[1])
    func replacingLeft(_ text: String) -> Offer {
      Offer(text, in: "\(text.asOperand) @ \(rightText.asOperand)")
    }
    var offers: [Offer] = []
    if right.count >= 2, right.last == columns {
      let turned = rightText.turned
      offers.append(Offer(turned, in: "\(leftText.asOperand) @ \(turned)"))
    }
    if left.count >= 2, right.count >= 2, right.last == left[left.count - 2] {
      let swapped = "\(rightText.asOperand) @ \(leftText.asOperand)"
      offers.append(Offer(swapped, in: swapped))
    }
    if left.count >= 2, left[left.count - 2] == rows {
      offers.append(replacingLeft(leftText.turned))
    }
    if let head = left.dropLast(2).first(where: { $0.times(columns) == rows }) {
      offers.append(
        replacingLeft("join(\(leftText), \(call.sheet.name(head)), \(call.sheet.name(columns)))"))
    }
    if let head = right.dropLast(2).first(where: { $0.times(rows) == columns }) {
      offers.append(
        replacingLeft("split(\(leftText), \(call.sheet.name(head)), \(call.sheet.name(rows)))"))
    }
    let isReordered = Set(columns.factors) == Set(rows.factors)
    return offers + (isReordered ? [Offer("Did you mean the same order on both sides?")] : [])
  }
}

private struct ProductKernel: Kernel {
  var multipliesRows: Bool { true }
  let product: MatrixProduct

  func fill(_ result: inout [Float], from operands: Operands) {
    product.apply(operands[0], operands[1], into: &result)
  }

  // ∂(A B)/∂A = S Bᵀ and ∂(A B)/∂B = Aᵀ S, where S is the sensitivity of the product.
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    if position == 0 {
      product.addLeftGradient(back.sensitivity, back.operands[1], into: &sum)
    } else {
      product.addRightGradient(back.sensitivity, back.operands[0], into: &sum)
    }
  }

  func reads(_ index: Int) -> [Read] {
    let (place, cell) = index.quotientAndRemainder(dividingBy: product.rows * product.columns)
    let (row, column) = cell.quotientAndRemainder(dividingBy: product.columns)
    let leftStart = product.leftStarts[place] + row * product.inner
    let rightStart = product.rightStarts[place] + column
    return (0..<product.inner).flatMap {
      [
        Read(operand: 0, place: leftStart + $0),
        Read(operand: 1, place: rightStart + $0 * product.columns),
      ]
    }
  }
}
