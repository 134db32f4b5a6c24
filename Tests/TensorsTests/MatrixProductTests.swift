import Testing

@testable import Tensors

@Suite struct MatrixProductTests {
  struct Case: Decodable {
    let rows: Int
    let inner: Int
    let columns: Int
    let leftStarts: [Int]
    let rightStarts: [Int]
    let left: Numbers
    let right: Numbers
    let gradient: Numbers
    let values: Numbers
    let leftGradient: Numbers
    let rightGradient: Numbers
  }

  struct File: Decodable {
    let products: [Case]
  }

  @Test func productsAndGradientsAreNumPys() throws {
    for test in try Fixture.load("tensors.json", as: File.self).products {
      let product = MatrixProduct(
        rows: test.rows, inner: test.inner, columns: test.columns,
        leftStarts: test.leftStarts, rightStarts: test.rightStarts)
      let (left, right) = (test.left.elements, test.right.elements)
      var values = [Float](repeating: 7, count: product.count)
      var leftGradient = [Float](repeating: 1, count: left.count)
      var rightGradient = [Float](repeating: 1, count: right.count)
      product.apply(left, right, into: &values)
      product.addLeftGradient(test.gradient.elements, right, into: &leftGradient)
      product.addRightGradient(test.gradient.elements, left, into: &rightGradient)
      #expect(agree(values, test.values.elements))
      #expect(agree(leftGradient, test.leftGradient.elements.map { $0 + 1 }))
      #expect(agree(rightGradient, test.rightGradient.elements.map { $0 + 1 }))
    }
  }

  /// Transposed or not, added or not, and sizes on both sides of the vector widths.
  @Test(arguments: [false, true], [false, true])
  func libraryAgreesWithPlainLoops(_ transposesLeft: Bool, _ transposesRight: Bool) {
    let sizes = [(1, 1, 1), (7, 4, 3), (17, 31, 5), (64, 33, 40)]
    for ((rows, inner, columns), adds) in sizes.flatMap({ [($0, false), ($0, true)] }) {
      let multiplication = Multiplication(
        rows: rows, inner: inner, columns: columns, transposesLeft: transposesLeft,
        transposesRight: transposesRight, adds: adds)
      let left = RandomStream(seed: 1).normal(shape: [rows * inner]).elements
      let right = RandomStream(seed: 2).normal(shape: [inner * columns]).elements
      var plain = [Float](repeating: 5, count: rows * columns)
      var library = plain
      plain.write(reading: left, right) { multiplication.runPlainly($1, $2, into: $0) }
      library.write(reading: left, right) {
        LinearAlgebraLibrary.run(multiplication, $1, $2, into: $0)
      }
      #expect(agree(library, plain, within: 1e-5), "\(rows) \(inner) \(columns)")
      #expect(plain[0] != 5)
    }
  }

  /// Every width of a strip, every number of rows beside four, transposed or not, added or not.
  @Test(arguments: [false, true], [false, true])
  func loopsRoundAsOneNumberAtATimeWould(_ transposesLeft: Bool, _ transposesRight: Bool) {
    for (rows, inner, columns) in [
      (1, 3, 17), (2, 9, 8), (3, 5, 7), (6, 11, 15), (8, 4, 6), (5, 1, 1),
    ] {
      let multiplication = Multiplication(
        rows: rows, inner: inner, columns: columns, transposesLeft: transposesLeft,
        transposesRight: transposesRight, adds: rows.isMultiple(of: 2))
      let left = RandomStream(seed: 1).normal(shape: [rows * inner]).elements
      let right = RandomStream(seed: 2).normal(shape: [inner * columns]).elements
      var found = [Float](repeating: 5, count: rows * columns)
      found.write(reading: left, right) { multiplication.runPlainly($1, $2, into: $0) }
      for place in found.indices {
        let (row, column) = place.quotientAndRemainder(dividingBy: columns)
        var sum: Float = multiplication.adds ? 5 : 0
        for k in 0..<inner {
          sum +=
            left[transposesLeft ? k * rows + row : row * inner + k]
            * right[transposesRight ? column * inner + k : k * columns + column]
        }
        #expect(found[place].bitPattern == sum.bitPattern, "\(rows) \(inner) \(columns) \(place)")
      }
    }
  }

  @Test func plainLoopsAgreeWithTheDefinition() {
    let (left, right) = (
      Tensor(rows: [[1, 2], [3, 4], [5, 6]]), Tensor(rows: [[1, 0, 2], [0, 1, 3]])
    )
    #expect(left.multiplied(by: right) == Tensor(rows: [[1, 2, 8], [3, 4, 18], [5, 6, 28]]))
  }

  @Test func oneMatrixServesAWholeStack() {
    let stack = Tensor(shape: [2, 1, 2], elements: [1, 2, 3, 4])
    let swap = Tensor(rows: [[0, 1], [1, 0]])
    #expect(
      stack.multiplied(by: swap) == Tensor(shape: [2, 1, 2], elements: [2, 1, 4, 3]))
  }

  @Test func transposingTwiceGivesTheSameMatrix() {
    let matrix = Tensor(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.transposed == Tensor(rows: [[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func notANumberIsNotLostInAProductWithZero() {
    let matrix = Tensor(rows: [[.nan, 1], [0, 0]]).multiplied(by: Tensor(rows: [[0], [2]]))
    #expect(matrix[0, 0].isNaN && matrix[1, 0] == 0)
  }

  @Test func columnsMustMeetAsManyRows() async {
    await #expect(processExitsWith: .failure) {
      _ = Tensor(rows: [[1, 2]]).multiplied(by: Tensor(rows: [[1, 2]]))
    }
  }
}
