import Foundation
import Tensors
import Testing

@Suite struct UnaryFunctionTests {
  struct Case: Decodable {
    let function: String
    let inputs: Numbers
    let values: Numbers
  }

  struct File: Decodable {
    let unary: [Case]
  }

  /// The same functions in double precision, to take slopes of.
  static func reference(_ function: UnaryFunction) -> (Double) -> Double {
    switch function {
    case .negate: { -$0 }
    case .exp: { exp($0) }
    case .log: { log($0) }
    case .sqrt: { $0.squareRoot() }
    case .abs: { abs($0) }
    case .relu: { max($0, 0) }
    case .gelu: { $0 * (1 + erf($0 / 2.0.squareRoot())) / 2 }
    case .geluTanh:
      { x in x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x))) / 2 }
    case .elu: { $0 > 0 ? $0 : exp($0) - 1 }
    case .tanh: { tanh($0) }
    case .sigmoid: { 1 / (1 + exp(-$0)) }
    case .sin: { sin($0) }
    case .cos: { cos($0) }
    case .not: { $0 == 0 ? 1 : 0 }
    }
  }

  @Test(arguments: UnaryFunction.allCases)
  func valuesAreNumPys(_ function: UnaryFunction) throws {
    let cases = try Fixture.load("tensors.json", as: File.self).unary
    let found = try #require(cases.first { $0.function == "\(function)" })
    let values = function.apply(Tensor(found.inputs.elements)).elements
    if function == .gelu {
      // At −∞ the product −∞ · 0 has no value; all other places have one.
      #expect(agree(values, found.values.elements, within: 1e-6))
    } else {
      #expect(agree(values, found.values.elements))
    }
    #expect(
      values.map(\.description) == found.inputs.elements.map { function.value($0).description })
  }

  @Test(arguments: UnaryFunction.allCases)
  func derivativeIsTheSlope(_ function: UnaryFunction) {
    let positiveOnly = function == .log || function == .sqrt
    let points: [Float] = [-3, -1.5, -0.25, 0.25, 1, 2.5].filter { $0 > 0 || !positiveOnly }
    for x in points {
      let expected = slope(at: Double(x), of: Self.reference(function))
      #expect(agree([function.derivative(x)], [expected], within: 1e-5), "at \(x)")
    }
  }

  @Test(arguments: UnaryFunction.allCases)
  func gradientIsAddedToWhatIsThere(_ function: UnaryFunction) {
    let input: [Float] = [0.5, 1.5]
    let output = function.apply(Tensor(input)).elements
    var gradient: [Float] = [10, 20]
    function.addGradient([2, 3], input: input, output: output, into: &gradient)
    let expected = [10 + 2 * function.derivative(0.5), 20 + 3 * function.derivative(1.5)]
    #expect(agree(gradient, expected))
  }

  @Test func exponentialOverflowsWhereSinglePrecisionEnds() {
    #expect(UnaryFunction.exp.value(88.7).isFinite)
    #expect(UnaryFunction.exp.value(89) == .infinity)
    #expect(UnaryFunction.exp.value(-.infinity) == 0)
  }

  @Test func kinksHaveADerivative() {
    #expect(UnaryFunction.abs.derivative(0) == 0)
    #expect(UnaryFunction.relu.derivative(0) == 0)
    #expect(UnaryFunction.abs.derivative(.nan).isNaN)
  }
}
