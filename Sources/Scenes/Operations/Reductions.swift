import Tensors

extension Operation {
  /// Σ x along the last axis.
  static let sum = Operation.row(
    "sum", "Adds up each row.", .sum,
    example: "sum(A)", traits: .arithmetic,
    words: OperationProse("Add these numbers up.", use: "as a term") { cell in
      [.equation([.sum(cell.values.map(Mathematics.factor), most: 6), .number(cell.value)])]
    })

  /// Σ x / n along the last axis.
  static let mean = Operation.row(
    "mean", "Takes the average of each row.", .mean,
    example: "mean(A)", traits: .keepsRows,
    words: OperationProse(
      "Add these numbers up and divide by how many there are.",
      use: "as one of the numbers averaged"
    ) { cell in
      [
        .equation([
          .fraction(
            .sum(cell.values.map(Mathematics.factor), most: 6), .text(String(cell.values.count))),
          .number(cell.value),
        ])
      ]
    })

  /// The largest number; where several are, they share the derivative.
  static let max = Operation.row(
    "max", "Takes the largest number of each row.", .max,
    example: "max(A)", traits: .arithmetic,
    words: OperationProse("Take the largest of these numbers.", use: "as a candidate") { cell in
      [.equation([.applied("max", cell.values), .number(cell.value)])]
    })

  /// The smallest number; where several are, they share the derivative.
  static let min = Operation.row(
    "min", "Takes the smallest number of each row.", .min,
    example: "min(A)", traits: .arithmetic,
    words: OperationProse("Take the smallest of these numbers.", use: "as a candidate") { cell in
      [.equation([.applied("min", cell.values), .number(cell.value)])]
    })

  /// Σ (x − mean)² / n along the last axis.
  static let variance = Operation.row(
    "variance", "Takes the mean squared distance from the average of each row.", .variance,
    example: "variance(A)",
    words: OperationProse(
      "Average how far, squared, each of these numbers is from their mean.",
      use: "as one of the numbers that vary"
    ) { cell in
      [.equation([.applied("variance", cell.values), .number(cell.value)])]
    })

  /// √ Σ x² along the last axis; at 0 the derivative counts as 0.
  static let norm = Operation.row(
    "norm", "Takes the length of each row as a vector.", .norm,
    example: "norm(A)", traits: .arithmetic,
    words: OperationProse(
      "Square the numbers, add them up and take the root: the length of the vector.",
      use: "as a coordinate"
    ) { cell in
      [
        .equation([
          .root(
            .sum(cell.values.map { .scripts(.factor($0), subscript: nil, superscript: .text("2")) })
          ), .number(cell.value),
        ])
      ]
    })

  /// −Σ p log₂ p in bits, where 0 counts as 0; so does its derivative there.
  static let entropy = Operation.row(
    "entropy", "Measures in bits how evenly each row spreads its shares.", .entropy,
    example: "entropy(P)",
    words: OperationProse(
      "Measure in bits how evenly the shares are spread: 0 when one has all.", use: "as a share"
    ) { cell in
      [.equation([.applied("entropy", cell.values), .number(cell.value)])]
    })

  /// The number of the first largest; it jumps, so its derivative counts as 0.
  static let argmax = Operation.row(
    "argmax", "Tells which place of each row holds the largest number.", .argmax,
    example: "argmax(A)",
    words: OperationProse("Count from 0 to the largest of these numbers.", use: "as a candidate") {
      cell in
      [.equation([.applied("argmax", cell.values), .number(cell.value)])]
    })

  /// Σ aᵢ bᵢ along the last axis.
  static let dot = Operation.likeness(
    "dot", "Multiplies two vectors number by number and adds up.", .dot, example: "dot(A, C)",
    traits: .arithmetic,
    words: OperationProse(
      "Multiply the two vectors number by number and add up what you get.", use: "as a factor",
      pairs: true
    ) { cell in
      [.equation([.products(cell.values), .number(cell.value)])]
    })

  /// q·k / (‖q‖ ‖k‖) for each row of Q and each row of K; 0, as is its derivative, where one is zero.
  static let cosine = Operation(
    "cosine",
    "Measures how far each row of Q and each of K point the same way, from −1 to 1; 0 for a zero row.",
    [.matrix("Q"), .matrix("K")],
    example: "cosine(A, C)",
    words: OperationProse(
      "Divide the dot product by both lengths: 1 is the same direction, 0 a right angle.",
      use: "as a coordinate"
    ) { cell in
      let left = Tensor(stride(from: 0, to: cell.values.count, by: 2).map { cell.values[$0] })
      let right = Tensor(stride(from: 1, to: cell.values.count, by: 2).map { cell.values[$0] })
      let norms = [left, right].map { Reduction.norm.apply($0).scalar }
      if norms.contains(0) {
        return [.text("a vector of length 0 points nowhere, so the cosine counts as 0.00")]
      }
      let lengths = norms.map(Mathematics.number)
      let fraction = Mathematics.fraction(
        .number(PairSimilarity.dot.apply(left, right).scalar),
        .row([lengths[0], .text(" · "), lengths[1]]))
      return [.equation([fraction, .number(cell.value)])]
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    try call.require(1, axes: 1)
    let (queries, keys) = (call.operands[0], call.operands[1])
    guard let traits = queries.last, keys.last == traits else {
      throw .notTheColumns(
        call.texts[1], axis: queries.last.map(call.sheet.name) ?? "", axes: call.names(1))
    }
    var turned = keys
    if keys.count > 1 { turned.swapAt(keys.count - 1, keys.count - 2) }
    let meeting = try ProductMeeting(
      Call(sheet: call.sheet, operands: [queries, turned], passages: call.passages))
    if call.sheet.count(meeting.axes) ?? .max > Graph.mostElements { throw .tooManyNumbers }
    let kernel = PairSimilarityKernel(likeness: .cosine, rows: meeting.product.rowPairing)
    return InferredShape(axes: meeting.axes, kernel: kernel)
  }

  /// How many places an axis has.
  static let size = Operation(
    "size", "Counts the places of an axis.", [.axis("axis")], example: "size(trait)",
    words: OperationProse("Count the places of the axis.", use: "as a number") { cell in
      [.text(String(Int(cell.value)))]
    }
  ) { call in
    let axis = call.axes[0]
    return InferredShape(axes: [], kernel: SizeKernel(axis: axis, size: call.sheet.size(axis)))
  }
}

/// How many places an axis has.
struct SizeKernel: Kernel {
  let axis: AxisKey
  let size: Int

  func fill(_ result: inout [Float], from operands: Operands) { result[0] = Float(size) }
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {}
  func reads(_ index: Int) -> [Read] { [] }
}

extension MatrixProduct {
  /// The rows of the left and of the right, turned, that meet in each cell of the product.
  fileprivate var rowPairing: RowPairing {
    let cells = leftStarts.indices.flatMap { matrix in
      (0..<rows * columns).map { (matrix, $0 / columns, $0 % columns) }
    }
    return RowPairing(
      length: inner, leftStarts: cells.map { leftStarts[$0.0] + $0.1 * inner },
      rightStarts: cells.map { rightStarts[$0.0] + $0.2 * inner })
  }
}
