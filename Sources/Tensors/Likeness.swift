/// How alike two rows are: their dot product, or the cosine of the angle between them.
package enum Likeness: CaseIterable, Sendable {
  /// The sum Σ aᵢ bᵢ.
  case dot
  /// The quotient Σ aᵢ bᵢ / (‖a‖ ‖b‖); NaN where a row is zero, since it then has no direction.
  case cosine
}

// MARK: Tensors

extension Likeness {
  /// Compares each row with the row of the same place.
  package func apply(_ left: Tensor, _ right: Tensor) -> Tensor {
    precondition(left.shape == right.shape, "rows are compared with as many rows")
    let view = StridedView(contiguous: left.shape)
    var result = Tensor.zeros(left.shape.dropLast())
    apply(left, right, by: RowPairing(view, view), into: &result)
    return result
  }

  package func apply(
    _ left: Tensor, _ right: Tensor, by rows: RowPairing, into result: inout Tensor
  ) {
    rows.check(left, right, result)
    result.elements.write(reading: left.elements, right.elements) { result, left, right in
      rows.forEachPair { pair, place in
        let a = Vector(left, pair.left, pair.count)
        let b = Vector(right, pair.right, pair.count)
        result[place] = Float(value(a, b))
      }
    }
  }

  /// Adds gradient · ∂f/∂left, summed where a row of the left operand is compared more than once.
  package func addLeftGradient(
    _ gradient: Tensor, _ left: Tensor, _ right: Tensor, by rows: RowPairing,
    into leftGradient: inout Tensor
  ) {
    rows.check(left, right, gradient)
    precondition(leftGradient.count == left.count, "a gradient has the shape of its operand")
    leftGradient.elements.write(
      reading: gradient.elements, left.elements, right.elements
    ) { sum, gradient, left, right in
      rows.forEachPair { pair, place in
        let a = Vector(left, pair.left, pair.count)
        let b = Vector(right, pair.right, pair.count)
        add(Double(gradient[place]), a, b, into: sum + pair.left.start)
      }
    }
  }

  /// Adds gradient · ∂f/∂right, summed where a row of the right operand is compared more than once.
  package func addRightGradient(
    _ gradient: Tensor, _ left: Tensor, _ right: Tensor, by rows: RowPairing,
    into rightGradient: inout Tensor
  ) {
    rows.check(left, right, gradient)
    precondition(rightGradient.count == right.count, "a gradient has the shape of its operand")
    rightGradient.elements.write(
      reading: gradient.elements, left.elements, right.elements
    ) { sum, gradient, left, right in
      rows.forEachPair { pair, place in
        let a = Vector(left, pair.left, pair.count)
        let b = Vector(right, pair.right, pair.count)
        // Both functions are symmetric.
        add(Double(gradient[place]), b, a, into: sum + pair.right.start)
      }
    }
  }
}

// MARK: One pair of rows

extension Likeness {
  private struct Vector {
    let numbers: Source
    let step: Int
    let count: Int

    init(_ numbers: Source, _ row: RowPairing.Row, _ count: Int) {
      (self.numbers, step, self.count) = (numbers + row.start, row.step, count)
    }

    subscript(place: Int) -> Double { Double(numbers[place * step]) }

    func dot(_ other: Vector) -> Double { preciseSum(count) { self[$0] * other[$0] } }
    var length: Double { dot(self).squareRoot() }
  }

  private func value(_ a: Vector, _ b: Vector) -> Double {
    switch self {
    case .dot: a.dot(b)
    case .cosine: a.dot(b) / (a.length * b.length)
    }
  }

  // ∂(a·b)/∂a = b, and ∂cos/∂a = (b / ‖b‖ − cos · a / ‖a‖) / ‖a‖.
  private func add(_ gradient: Double, _ a: Vector, _ b: Vector, into sum: Target) {
    switch self {
    case .dot:
      for place in 0..<a.count { sum[place * a.step] += Float(gradient * b[place]) }
    case .cosine:
      let (lengthA, lengthB) = (a.length, b.length)
      let cosine = a.dot(b) / (lengthA * lengthB)
      for place in 0..<a.count {
        let turn = b[place] / lengthB - cosine * a[place] / lengthA
        sum[place * a.step] += Float(gradient * turn / lengthA)
      }
    }
  }
}
