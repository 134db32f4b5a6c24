import Tensors
import Testing

@Suite struct LikenessTests {
  struct Case: Decodable {
    let function: String
    let shape: [Int]
    let left: Numbers
    let right: Numbers
    let values: Numbers
  }

  struct File: Decodable {
    let likenesses: [Case]
  }

  static func reference(_ likeness: Likeness) -> ([Double], [Double]) -> Double {
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    return switch likeness {
    case .dot: dot
    case .cosine: { dot($0, $1) / (dot($0, $0) * dot($1, $1)).squareRoot() }
    }
  }

  @Test(arguments: Likeness.allCases)
  func valuesAreNumPys(_ likeness: Likeness) throws {
    let cases = try Fixture.load("tensors.json", as: File.self).likenesses
      .filter { $0.function == "\(likeness)" }
    try #require(cases.count == 3)
    for test in cases {
      let left = Tensor(shape: test.shape, elements: test.left.elements)
      let right = Tensor(shape: test.shape, elements: test.right.elements)
      #expect(agree(likeness.apply(left, right).elements, test.values.elements))
    }
  }

  @Test(arguments: Likeness.allCases)
  func gradientsAreTheSlopesAndSumWhereARowIsUsedTwice(_ likeness: Likeness) {
    let left: [Float] = [1, 2, -1, 0.5, 0.25, 3]
    let right: [Float] = [0.5, -1, 2]
    let rows = RowPairing(
      StridedView(contiguous: [2, 3]), StridedView(shape: [2, 3], strides: [0, 1]))
    let (leftTensor, rightTensor) = (Tensor(left), Tensor(right))
    var (leftGradient, rightGradient) = (Tensor.zeros([6]), Tensor.ones([3]))
    likeness.addLeftGradient(
      Tensor([2, -1]), leftTensor, rightTensor, by: rows, into: &leftGradient)
    likeness.addRightGradient(
      Tensor([2, -1]), leftTensor, rightTensor, by: rows, into: &rightGradient)

    let reference = Self.reference(likeness)
    func total(_ left: [Double], _ right: [Double]) -> Double {
      2 * reference(Array(left[0..<3]), right) - reference(Array(left[3..<6]), right)
    }
    let leftSlopes = slopes(at: left) { total($0, right.map(Double.init)) }
    let rightSlopes = slopes(at: right) { total(left.map(Double.init), $0) }
    #expect(agree(leftGradient.elements, leftSlopes, within: 1e-5))
    #expect(agree(rightGradient.elements, rightSlopes.map { $0 + 1 }, within: 1e-5))
  }

  @Test(arguments: Likeness.allCases)
  func rowsMayRunAcrossTheColumns(_ likeness: Likeness) {
    let matrix = Tensor(rows: [[1, 2], [-3, 4], [5, 0.5]])
    let (view, plain) = (
      StridedView(contiguous: [3, 2]).transposed, StridedView(contiguous: [2, 3])
    )
    var found = Tensor.zeros([2])
    likeness.apply(matrix, matrix.transposed, by: RowPairing(view, plain), into: &found)
    #expect(found == likeness.apply(matrix.transposed, matrix.transposed))
  }

  @Test func zeroVectorHasNoDirection() {
    #expect(Likeness.cosine.apply(Tensor([0, 0]), Tensor([1, 2])).scalar.isNaN)
    #expect(Likeness.dot.apply(Tensor([0, 0]), Tensor([1, 2])).scalar == 0)
  }
}
