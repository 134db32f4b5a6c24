import Tensors
import Testing

@Suite struct BinaryFunctionTests {
  struct Operand: Decodable {
    let elements: Numbers
    let strides: [Int]
  }

  struct Case: Decodable {
    let function: String
    let shape: [Int]
    let left: Operand
    let right: Operand
    let values: Numbers

    var plan: Broadcast { Broadcast(shape: shape, left: left.strides, right: right.strides) }
  }

  struct File: Decodable {
    let binary: [Case]
  }

  static let cases = Result { try Fixture.load("tensors.json", as: File.self).binary }

  static func reference(_ function: BinaryFunction) -> (Double, Double) -> Double {
    switch function {
    case .add: { $0 + $1 }
    case .subtract: { $0 - $1 }
    case .multiply: { $0 * $1 }
    case .divide: { $0 / $1 }
    case .less: { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: { $0 <= $1 ? 1 : 0 }
    case .greater: { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: { $0 >= $1 ? 1 : 0 }
    case .equal: { $0 == $1 ? 1 : 0 }
    case .notEqual: { $0 != $1 ? 1 : 0 }
    case .and: { $0 != 0 && $1 != 0 ? 1 : 0 }
    case .or: { $0 != 0 || $1 != 0 ? 1 : 0 }
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func broadcastValuesAreNumPys(_ function: BinaryFunction) throws {
    let cases = try Self.cases.get().filter { $0.function == "\(function)" }
    try #require(cases.count == 7)
    for test in cases {
      let (left, right) = (test.left.elements.elements, test.right.elements.elements)
      var values = [Float](repeating: -7, count: test.values.elements.count)
      function.apply(left, right, by: test.plan, into: &values)
      #expect(agree(values, test.values.elements), "\(test.shape) \(test.left.strides)")
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func derivativesAreTheSlopes(_ function: BinaryFunction) {
    let reference = Self.reference(function)
    for (a, b) in [(0.5, 2.0), (-1.5, 0.75), (3, -2), (1e-3, 5)] as [(Double, Double)] {
      let found = function.derivatives(Float(a), Float(b))
      let left = slope(at: a) { reference($0, b) }
      let right = slope(at: b) { reference(a, $0) }
      #expect(agree([found.left, found.right], [left, right], within: 1e-5), "at \(a), \(b)")
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func gradientsSumOverRepeatedAxes(_ function: BinaryFunction) throws {
    for test in try Self.cases.get() where test.function == "\(function)" {
      // Zeros would make a quotient's slopes infinite; any other numbers do.
      let left = test.left.elements.elements.indices.map { Float($0) * 0.25 + 0.5 }
      let right = test.right.elements.elements.indices.map { 3 - Float($0) * 0.125 }
      let (plan, count) = (test.plan, test.values.elements.count)
      let gradient = (0..<count).map { Float($0 % 5) - 1.5 }
      var (leftGradient, rightGradient) = (left.map { _ in Float(1) }, right.map { _ in Float(2) })
      var (plainLeft, plainRight) = (leftGradient, rightGradient)

      function.addLeftGradient(gradient, left, right, by: plan, into: &leftGradient)
      function.addRightGradient(gradient, left, right, by: plan, into: &rightGradient)
      let leftView = StridedView(shape: test.shape, strides: test.left.strides)
      let rightView = StridedView(shape: test.shape, strides: test.right.strides)
      for flat in 0..<count {
        let (a, b) = (leftView.source(ofFlat: flat), rightView.source(ofFlat: flat))
        let slopes = function.derivatives(left[a], right[b])
        plainLeft[a] += gradient[flat] * slopes.left
        plainRight[b] += gradient[flat] * slopes.right
      }
      #expect(agree(leftGradient, plainLeft, within: 1e-5), "\(test.shape) \(test.left.strides)")
      #expect(agree(rightGradient, plainRight, within: 1e-5), "\(test.shape) \(test.right.strides)")
    }
  }

  @Test func softmaxWithoutSubtractionOverflowsToNaN() {
    let large = UnaryFunction.exp.apply(Tensor([100, 99]))
    let total = Reduction.sum.apply(large)
    let plan = Broadcast(shape: [2], left: [1], right: [0])
    #expect(BinaryFunction.divide.apply(large, total, by: plan).elements.allSatisfy { $0.isNaN })
  }
}
