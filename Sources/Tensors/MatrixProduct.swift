/// Matrices multiplied in stacks: result[s] = left[s] · right[s] for every place `s` of the stack.
///
/// Views of the stack's shape say where in each operand the matrix of a place starts; a stride of 0
/// gives the same matrix to all. Matrices are row-major: rows × inner and inner × columns.
package struct MatrixProduct: Equatable, Sendable {
  package let shape: [Int]
  private let rows: Int
  private let inner: Int
  private let columns: Int
  private let walk: Walk
  private let places: Int
  private let leftExtent: Int
  private let rightExtent: Int

  package init(left: StridedView, right: StridedView, rows: Int, inner: Int, columns: Int) {
    precondition(rows > 0 && inner > 0 && columns > 0, "a matrix has rows and columns")
    shape = left.shape + [rows, columns]
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
    walk = Walk(left, right)
    places = left.count
    leftExtent = places == 0 ? 0 : left.extent - 1 + rows * inner
    rightExtent = places == 0 ? 0 : right.extent - 1 + inner * columns
  }

  /// A product from the size of each axis before rows and columns, none for two plain matrices,
  /// and each operand's stride along them, 0 where it has no such axis.
  package init(
    stack: [Int] = [], left: [Int] = [], right: [Int] = [], rows: Int, inner: Int, columns: Int
  ) {
    self.init(
      left: StridedView(shape: stack, strides: left),
      right: StridedView(shape: stack, strides: right), rows: rows, inner: inner, columns: columns)
  }
}

// MARK: Value and gradients

extension MatrixProduct {
  package func apply(_ left: Tensor, _ right: Tensor) -> Tensor {
    var result = Tensor.zeros(shape)
    apply(left, right, into: &result)
    return result
  }

  /// Fills a result of this many numbers; its shape may leave out rows or columns of one.
  package func apply(_ left: Tensor, _ right: Tensor, into result: inout Tensor) {
    check(left, right, result)
    let product = Multiplication(rows: rows, inner: inner, columns: columns)
    result.elements.write(reading: left.elements, right.elements) { result, left, right in
      forEachPlace { a, b, c in product.run(left + a, right + b, into: result + c) }
    }
  }

  /// Adds gradient · rightᵀ, summed over the places that share a left matrix.
  package func addLeftGradient(
    _ gradient: Tensor, _ right: Tensor, into leftGradient: inout Tensor
  ) {
    check(leftGradient, right, gradient)
    let product = Multiplication(
      rows: rows, inner: columns, columns: inner, transposesRight: true, adds: true)
    leftGradient.elements.write(
      reading: gradient.elements, right.elements
    ) { sum, gradient, right in
      forEachPlace { a, b, c in product.run(gradient + c, right + b, into: sum + a) }
    }
  }

  /// Adds leftᵀ · gradient, summed over the places that share a right matrix.
  package func addRightGradient(
    _ gradient: Tensor, _ left: Tensor, into rightGradient: inout Tensor
  ) {
    check(left, rightGradient, gradient)
    let product = Multiplication(
      rows: inner, inner: rows, columns: columns, transposesLeft: true, adds: true)
    rightGradient.elements.write(
      reading: gradient.elements, left.elements
    ) { sum, gradient, left in
      forEachPlace { a, b, c in product.run(left + a, gradient + c, into: sum + b) }
    }
  }

  private func check(_ left: Tensor, _ right: Tensor, _ result: Tensor) {
    precondition(
      left.count >= leftExtent && right.count >= rightExtent, "a matrix lies within its operand")
    precondition(
      result.count == places * rows * columns, "the result of a product holds all its numbers")
  }

  /// Calls `body` with where the matrices of each place of the stack start.
  @inline(__always)
  private func forEachPlace(_ body: (_ left: Int, _ right: Int, _ result: Int) -> Void) {
    walk.forEachRun { left, right, first in
      for place in 0..<walk.length {
        body(
          left + place * walk.leftStep, right + place * walk.rightStep,
          (first + place) * rows * columns)
      }
    }
  }
}
