import Foundation
import Tensors
import Testing

@Suite struct ReductionTests {
  struct Case: Decodable {
    let function: String
    let shape: [Int]
    let inputs: Numbers
    let values: Numbers
  }

  struct File: Decodable {
    let reductions: [Case]
  }

  static func reference(_ reduction: Reduction) -> ([Double]) -> Double {
    func mean(_ row: [Double]) -> Double { row.reduce(0, +) / Double(row.count) }
    return switch reduction {
    case .sum: { $0.reduce(0, +) }
    case .mean: mean
    case .max: { $0.max() ?? .nan }
    case .min: { $0.min() ?? .nan }
    case .variance: { row in mean(row.map { pow($0 - mean(row), 2) }) }
    case .norm: { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    case .entropy: { -$0.reduce(0) { $0 + $1 * log2($1) } }
    case .argmax: { row in Double(row.firstIndex(of: row.max() ?? .nan) ?? -1) }
    }
  }

  @Test(arguments: Reduction.allCases)
  func valuesAreNumPys(_ reduction: Reduction) throws {
    let cases = try Fixture.load("tensors.json", as: File.self).reductions
      .filter { $0.function == "\(reduction)" }
    try #require(!cases.isEmpty)
    for test in cases {
      let result = reduction.apply(Tensor(shape: test.shape, elements: test.inputs.elements))
      #expect(result.shape == test.shape.dropLast())
      #expect(agree(result.elements, test.values.elements, within: 1e-6), "\(test.inputs.elements)")
    }
  }

  @Test(arguments: Reduction.allCases)
  func gradientIsTheSlopeOfEachRow(_ reduction: Reduction) {
    let rows: [[Float]] = [[0.5, 0.125, 0.25, 0.0625], [0.75, 1.5, 2, 0.375]]
    let input = Tensor(rows: rows)
    let output = reduction.apply(input)
    var gradient = [Float](repeating: 10, count: 8)
    reduction.addGradient(
      [2, -3], input: input.elements, output: output.elements, rowLength: 4, into: &gradient)
    let expected =
      slopes(at: rows[0], of: Self.reference(reduction)).map { 10 + 2 * $0 }
      + slopes(at: rows[1], of: Self.reference(reduction)).map { 10 - 3 * $0 }
    #expect(agree(gradient, expected, within: 1e-5))
  }

  @Test(arguments: [Reduction.max, .min])
  func equalExtremesShareTheGradient(_ reduction: Reduction) {
    let row: [Float] = [2, 2, 2, 2]
    var gradient: [Float] = [0, 0, 0, 0]
    reduction.addGradient([1], input: row, output: [2], rowLength: 4, into: &gradient)
    #expect(gradient == [0.25, 0.25, 0.25, 0.25])
  }

  @Test func entropyIsInBits() {
    #expect(Reduction.entropy.apply(Tensor([0.5, 0.5])).scalar == 1)
    #expect(Reduction.entropy.apply(Tensor([0.25, 0.25, 0.25, 0.25])).scalar == 2)
  }

  @Test func entropyOfCertaintyIsZeroAndNotMinusZero() {
    let entropy = Reduction.entropy.apply(Tensor([0, 1, 0])).scalar
    #expect(entropy == 0 && entropy.sign == .plus)
  }

  @Test func masksDoNotSpoilTheGradientOfEntropy() {
    let scores = Tensor([1, -Float.infinity, 0.5])
    let weights = Softmax.apply(scores)
    let entropy = Reduction.entropy.apply(weights)
    var (weightGradient, scoreGradient): ([Float], [Float]) = ([0, 0, 0], [0, 0, 0])
    Reduction.entropy.addGradient(
      [1], input: weights.elements, output: entropy.elements, rowLength: 3, into: &weightGradient)
    Softmax.addGradient(
      weightGradient, weights: weights.elements, rowLength: 3, into: &scoreGradient)
    let expected = slopes(at: [1, 0.5]) { scores in
      let exponentials = scores.map { exp($0) }
      return Self.reference(.entropy)(exponentials.map { $0 / exponentials.reduce(0, +) })
    }
    #expect(agree(scoreGradient, [expected[0], 0, expected[1]], within: 1e-5))
  }

  @Test func zeroVectorHasAGradientOfItsNorm() {
    var gradient: [Float] = [1, 1]
    Reduction.norm.addGradient([5], input: [0, 0], output: [0], rowLength: 2, into: &gradient)
    #expect(gradient == [1, 1])
  }

  @Test func longSumsKeepTheirDigits() {
    // Added one after another in single precision, the ones after the first 2²⁴ would be lost.
    let row = Tensor(shape: [1001], elements: [16_777_216] + Array(repeating: 1, count: 1000))
    #expect(Reduction.sum.apply(row).scalar == 16_778_216)
  }
}
