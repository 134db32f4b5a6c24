/// Matrices multiplied in stacks: result[s] = left[s] · right[s] for every place `s` of the stack.
///
/// The engine joins stacks by name, so it says where each place's two matrices start; the same start
/// may come again. Matrices are row-major: rows × inner and inner × columns.
package struct MatrixProduct: Equatable, Sendable {
  package let rows: Int
  package let inner: Int
  package let columns: Int
  package let leftStarts: [Int]
  package let rightStarts: [Int]
  private let leftExtent: Int
  private let rightExtent: Int

  package init(
    rows: Int, inner: Int, columns: Int, leftStarts: [Int] = [0], rightStarts: [Int] = [0]
  ) {
    precondition(rows > 0 && inner > 0 && columns > 0, "a matrix has rows and columns")
    precondition(leftStarts.count == rightStarts.count, "each place multiplies two matrices")
    precondition(
      (leftStarts + rightStarts).allSatisfy { $0 >= 0 }, "a matrix lies within its operand")
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
    (self.leftStarts, self.rightStarts) = (leftStarts, rightStarts)
    leftExtent = leftStarts.max().map { $0 + rows * inner } ?? 0
    rightExtent = rightStarts.max().map { $0 + inner * columns } ?? 0
  }

  /// A product of equally many matrices on both sides, or of one on a side with all on the other.
  package init(_ left: Tensor, _ right: Tensor) {
    precondition(left.rank >= 2 && right.rank >= 2, "a matrix has rows and columns")
    let (leftSize, rightSize) = (left.shape.suffix(2), right.shape.suffix(2))
    let (rows, inner, columns) = (left.shape[left.rank - 2], left.rowLength, right.rowLength)
    precondition(inner == right.shape[right.rank - 2], "columns meet as many rows")
    let leftCount = left.shape.dropLast(2).reduce(1, *)
    let rightCount = right.shape.dropLast(2).reduce(1, *)
    precondition(
      leftCount == rightCount || leftCount == 1 || rightCount == 1, "stacks are equally high")
    let places = 0..<max(leftCount, rightCount)
    self.init(
      rows: rows, inner: inner, columns: columns,
      leftStarts: places.map { leftCount == 1 ? 0 : $0 * leftSize.reduce(1, *) },
      rightStarts: places.map { rightCount == 1 ? 0 : $0 * rightSize.reduce(1, *) })
  }

  /// How many numbers the result holds.
  package var count: Int { leftStarts.count * rows * columns }
}

// MARK: Value and gradients

extension MatrixProduct {
  /// How products are worked out; without a choice, as suits their size.
  package enum Method: String, CaseIterable, Sendable {
    case loops
    case library
  }

  /// How products of this size are worked out.
  package var method: Method { multiplication.isSmall ? .loops : .library }

  private var multiplication: Multiplication {
    Multiplication(rows: rows, inner: inner, columns: columns)
  }

  package func apply(
    _ left: [Float], _ right: [Float], by method: Method? = nil, into result: inout [Float]
  ) {
    check(left, right, result)
    let product = multiplication
    result.write(reading: left, right) { result, left, right in
      for place in leftStarts.indices {
        product.run(
          left + leftStarts[place], right + rightStarts[place],
          into: result + place * rows * columns, by: method)
      }
    }
  }

  /// Adds gradient · rightᵀ, summed over the places that share a left matrix.
  package func addLeftGradient(
    _ gradient: [Float], _ right: [Float], by method: Method? = nil, into sum: inout [Float]
  ) {
    check(sum, right, gradient)
    let product = Multiplication(
      rows: rows, inner: columns, columns: inner, transposesRight: true, adds: true)
    sum.write(reading: gradient, right) { sum, gradient, right in
      for place in leftStarts.indices {
        product.run(
          gradient + place * rows * columns, right + rightStarts[place],
          into: sum + leftStarts[place], by: method)
      }
    }
  }

  /// Adds leftᵀ · gradient, summed over the places that share a right matrix.
  package func addRightGradient(
    _ gradient: [Float], _ left: [Float], by method: Method? = nil, into sum: inout [Float]
  ) {
    check(left, sum, gradient)
    let product = Multiplication(
      rows: inner, inner: rows, columns: columns, transposesLeft: true, adds: true)
    sum.write(reading: gradient, left) { sum, gradient, left in
      for place in leftStarts.indices {
        product.run(
          left + leftStarts[place], gradient + place * rows * columns,
          into: sum + rightStarts[place], by: method)
      }
    }
  }

  private func check(_ left: [Float], _ right: [Float], _ result: [Float]) {
    precondition(
      left.count >= leftExtent && right.count >= rightExtent, "a matrix lies within its operand")
    precondition(result.count == count, "the result of a product has its shape")
  }
}

extension Tensor {
  /// The product of two matrices, or of two stacks of which one may be a single matrix.
  package func multiplied(by right: Tensor) -> Tensor {
    let product = MatrixProduct(self, right)
    let stack = (rank >= right.rank ? self : right).shape.dropLast(2)
    var result = Tensor.zeros(stack + [product.rows, product.columns])
    product.apply(elements, right.elements, into: &result.elements)
    return result
  }

  /// Rows and columns, the last two axes, swapped.
  package var transposed: Tensor {
    StridedCopy(StridedView(contiguous: shape).transposed).gather(self)
  }
}
