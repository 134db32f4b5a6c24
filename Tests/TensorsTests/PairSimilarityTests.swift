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

  static func reference(_ likeness: PairSimilarity) -> ([Double], [Double]) -> Double {
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    return switch likeness {
    case .dot: dot
    case .cosine: { dot($0, $1) / (dot($0, $0) * dot($1, $1)).squareRoot() }
    }
  }

  @Test(arguments: PairSimilarity.allCases)
  func valuesAreNumPys(_ likeness: PairSimilarity) throws {
    let cases = try Fixture.load("tensors.json", as: File.self).likenesses
      .filter { $0.function == "\(likeness)" }
    try #require(cases.count == 3)
    for test in cases {
      let left = Tensor(shape: test.shape, elements: test.left.elements)
      let right = Tensor(shape: test.shape, elements: test.right.elements)
      #expect(agree(likeness.apply(left, right).elements, test.values.elements))
    }
  }

  @Test(arguments: PairSimilarity.allCases)
  func gradientsAreTheSlopesAndSumWhereARowIsUsedTwice(_ likeness: PairSimilarity) {
    let left: [Float] = [1, 2, -1, 0.5, 0.25, 3]
    let right: [Float] = [0.5, -1, 2]
    let rows = RowPairing(length: 3, leftStarts: [0, 3], rightStarts: [0, 0])
    var (leftGradient, rightGradient) = (
      [Float](repeating: 0, count: 6), [Float](repeating: 1, count: 3)
    )
    likeness.addLeftGradient([2, -1], left, right, by: rows, into: &leftGradient)
    likeness.addRightGradient([2, -1], left, right, by: rows, into: &rightGradient)

    let reference = Self.reference(likeness)
    func total(_ left: [Double], _ right: [Double]) -> Double {
      2 * reference(Array(left[0..<3]), right) - reference(Array(left[3..<6]), right)
    }
    let leftSlopes = slopes(at: left) { total($0, right.map(Double.init)) }
    let rightSlopes = slopes(at: right) { total(left.map(Double.init), $0) }
    #expect(agree(leftGradient, leftSlopes, within: 1e-5))
    #expect(agree(rightGradient, rightSlopes.map { $0 + 1 }, within: 1e-5))
  }

  @Test func zeroVectorHasNoDirection() {
    #expect(PairSimilarity.cosine.apply(Tensor([0, 0]), Tensor([1, 2])).scalar == 0)
    #expect(PairSimilarity.cosine.apply(Tensor([1, 2]), Tensor([0, 0])).scalar == 0)
    #expect(PairSimilarity.cosine.apply(Tensor([0, 0]), Tensor([.nan, 2])).scalar.isNaN)
    let rows = RowPairing(length: 2, rows: 1)
    var sum: [Float] = [0, 0]
    PairSimilarity.cosine.addLeftGradient([1], [0, 0], [1, 2], by: rows, into: &sum)
    PairSimilarity.cosine.addLeftGradient([1], [1, 2], [0, 0], by: rows, into: &sum)
    #expect(sum == [0, 0])
    #expect(PairSimilarity.dot.apply(Tensor([0, 0]), Tensor([1, 2])).scalar == 0)
  }
}
