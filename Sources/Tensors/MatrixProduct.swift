/// Matrices multiplied in stacks: result[s] = left[s] · right[s] for every place `s` of the stack.
///
/// The stack's axes go by strides, in numbers, 0 where an operand has one matrix for all places.
/// The operands' matrices themselves are row-major: rows × inner and inner × columns.
package struct MatrixProduct: Equatable, Sendable {
  package let shape: [Int]
  private let rows: Int
  private let inner: Int
  private let columns: Int
  private let walk: Walk
  private let leftExtent: Int
  private let rightExtent: Int

  package init(left: StridedView, right: StridedView, rows: Int, inner: Int, columns: Int) {
    shape = left.shape + [rows, columns]
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
    walk = Walk(left, right)
    leftExtent = left.count == 0 ? 0 : left.extent - 1 + rows * inner
    rightExtent = right.count == 0 ? 0 : right.extent - 1 + inner * columns
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

  package func apply(_ left: Tensor, _ right: Tensor, into result: inout Tensor) {
    check(left, right, result)
    let size = rows * columns
    result.write(reading: left, right) { result, left, right in
      forEachPair { a, b, place in
        Multiplication(rows: rows, inner: inner, columns: columns)
          .run(left + a, right + b, into: result + place * size)
      }
    }
  }

  /// Adds gradient · rightᵀ, summed over the places that share a left matrix.
  package func addLeftGradient(_ gradient: Tensor, _ right: Tensor, into sum: inout Tensor) {
    check(sum, right, gradient)
    let size = rows * columns
    sum.write(reading: gradient, right) { sum, gradient, right in
      forEachPair { a, b, place in
        Multiplication(
          rows: rows, inner: columns, columns: inner, transposesRight: true, adds: true
        ).run(gradient + place * size, right + b, into: sum + a)
      }
    }
  }

  /// Adds leftᵀ · gradient, summed over the places that share a right matrix.
  package func addRightGradient(_ gradient: Tensor, _ left: Tensor, into sum: inout Tensor) {
    check(left, sum, gradient)
    let size = rows * columns
    sum.write(reading: gradient, left) { sum, gradient, left in
      forEachPair { a, b, place in
        Multiplication(
          rows: inner, inner: rows, columns: columns, transposesLeft: true, adds: true
        ).run(left + a, gradient + place * size, into: sum + b)
      }
    }
  }

  private func check(_ left: Tensor, _ right: Tensor, _ result: Tensor) {
    precondition(
      left.count >= leftExtent && right.count >= rightExtent, "a matrix lies within its operand")
    precondition(result.shape == shape, "the result of a product has its shape")
  }

  /// Calls `body` with where the two matrices of each place of the stack start, and its number.
  @inline(__always)
  private func forEachPair(_ body: (_ left: Int, _ right: Int, _ place: Int) -> Void) {
    walk.forEachRun { a, b, first in
      for place in 0..<walk.length {
        body(a + place * walk.leftStep, b + place * walk.rightStep, first + place)
      }
    }
  }
}
