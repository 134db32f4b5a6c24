/// How alike two rows are: their dot product, or the cosine of the angle between them.
package enum PairSimilarity: CaseIterable, Sendable {
  /// Σ aᵢ bᵢ
  case dot
  /// Σ aᵢ bᵢ / (‖a‖ ‖b‖); 0 with a slope of 0 where a row is zero, since it then has no direction.
  case cosine
}

/// Rows of two operands that are compared with each other; an operand's row may come again.
package struct RowPairing: Equatable, Sendable {
  package let length: Int
  package let leftStarts: [Int]
  package let rightStarts: [Int]
  private let leftExtent: Int
  private let rightExtent: Int

  package init(length: Int, leftStarts: [Int], rightStarts: [Int]) {
    precondition(leftStarts.count == rightStarts.count, "each row is compared with one row")
    precondition(
      (leftStarts + rightStarts).allSatisfy { $0 >= 0 }, "a row lies within its operand")
    (self.length, self.leftStarts, self.rightStarts) = (length, leftStarts, rightStarts)
    leftExtent = leftStarts.max().map { $0 + length } ?? 0
    rightExtent = rightStarts.max().map { $0 + length } ?? 0
  }

  /// Each row with the row of the same number.
  package init(length: Int, rows: Int) {
    let starts = (0..<rows).map { $0 * length }
    self.init(length: length, leftStarts: starts, rightStarts: starts)
  }

  private init(swapping rows: RowPairing) {
    length = rows.length
    (leftStarts, rightStarts) = (rows.rightStarts, rows.leftStarts)
    (leftExtent, rightExtent) = (rows.rightExtent, rows.leftExtent)
  }

  /// The same pairs with left and right exchanged.
  var swapped: RowPairing { RowPairing(swapping: self) }

  func check(_ left: [Float], _ right: [Float], _ result: [Float]) {
    precondition(
      left.count >= leftExtent && right.count >= rightExtent, "a row lies within its operand")
    precondition(result.count == leftStarts.count, "each pair of rows gives one number")
  }
}

extension PairSimilarity {
  package func apply(_ left: Tensor, _ right: Tensor) -> Tensor {
    precondition(left.shape == right.shape, "rows are compared with as many rows")
    var result = Tensor.zeros(left.shape.dropLast())
    let rows = RowPairing(length: left.rowLength, rows: left.rowCount)
    apply(left.elements, right.elements, by: rows, into: &result.elements)
    return result
  }

  package func apply(
    _ left: [Float], _ right: [Float], by rows: RowPairing, into result: inout [Float]
  ) {
    rows.check(left, right, result)
    result.write(reading: left, right) { result, left, right in
      for pair in rows.leftStarts.indices {
        let (a, b) = (left + rows.leftStarts[pair], right + rows.rightStarts[pair])
        result[pair] = Float(value(rows.length, a, b))
      }
    }
  }

  /// Adds gradient · ∂f/∂left; as both are symmetric, swapped operands give the right one's.
  package func addLeftGradient(
    _ gradient: [Float], _ left: [Float], _ right: [Float], by rows: RowPairing,
    into leftGradient: inout [Float]
  ) {
    rows.check(left, right, gradient)
    precondition(leftGradient.count == left.count, "a gradient has the shape of its operand")
    leftGradient.write(reading: gradient, left, right) { sum, gradient, left, right in
      for pair in rows.leftStarts.indices {
        let (start, b) = (rows.leftStarts[pair], right + rows.rightStarts[pair])
        add(Double(gradient[pair]), rows.length, left + start, b, into: sum + start)
      }
    }
  }

  package func addRightGradient(
    _ gradient: [Float], _ left: [Float], _ right: [Float], by rows: RowPairing,
    into rightGradient: inout [Float]
  ) {
    addLeftGradient(gradient, right, left, by: rows.swapped, into: &rightGradient)
  }
}

// MARK: One pair of rows

extension PairSimilarity {
  private func value(_ count: Int, _ a: Source, _ b: Source) -> Double {
    switch self {
    case .dot: dot(count, a, b)
    case .cosine: cosine(count, a, b).value
    }
  }

  // ∂(a·b)/∂a = b, and ∂cos/∂a = (b / ‖b‖ − cos · a / ‖a‖) / ‖a‖.
  private func add(_ gradient: Double, _ count: Int, _ a: Source, _ b: Source, into sum: Target) {
    switch self {
    case .dot:
      for place in 0..<count { sum[place] += Float(gradient * Double(b[place])) }
    case .cosine:
      let (cosine, lengthA, lengthB) = cosine(count, a, b)
      if lengthA == 0 || lengthB == 0 { return }
      for place in 0..<count {
        let turn = Double(b[place]) / lengthB - cosine * Double(a[place]) / lengthA
        sum[place] += Float(gradient * turn / lengthA)
      }
    }
  }

  private func cosine(
    _ count: Int, _ a: Source, _ b: Source
  ) -> (value: Double, lengthA: Double, lengthB: Double) {
    let (lengthA, lengthB) = (dot(count, a, a).squareRoot(), dot(count, b, b).squareRoot())
    let product = dot(count, a, b)
    // The product with a zero vector is 0 already, or NaN where the other is not finite.
    let hasDirections = lengthA != 0 && lengthB != 0
    return (hasDirections ? product / (lengthA * lengthB) : product, lengthA, lengthB)
  }

  private func dot(_ count: Int, _ a: Source, _ b: Source) -> Double {
    preciseSum(count) { Double(a[$0]) * Double(b[$0]) }
  }
}
