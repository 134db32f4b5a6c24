/// The functions of one number that a scene may apply to every element.
package enum UnaryFunction: CaseIterable, Sendable {
  case negate
  case exp
  case log
  case sqrt
  case abs
  case relu
  case gelu
  case geluTanh
  case elu
  case tanh
  case sigmoid
  case sin
  case cos
  case not

  private var kernel: any ElementFunction.Type {
    switch self {
    case .negate: Negation.self
    case .exp: Exponential.self
    case .log: Logarithm.self
    case .sqrt: SquareRoot.self
    case .abs: Magnitude.self
    case .relu: Rectifier.self
    case .gelu: GaussianErrorLinear.self
    case .geluTanh: GaussianErrorByTanh.self
    case .elu: ExponentialLinear.self
    case .tanh: HyperbolicTangent.self
    case .sigmoid: Sigmoid.self
    case .sin: Sine.self
    case .cos: Cosine.self
    case .not: LogicalNot.self
    }
  }
}

// MARK: One number

extension UnaryFunction {
  package func value(_ x: Float) -> Float { kernel.value(x) }
  package func derivative(_ x: Float) -> Float { kernel.derivative(x, kernel.value(x)) }
}

// MARK: Many numbers

extension UnaryFunction {
  package func apply(_ input: Tensor) -> Tensor {
    var output = Tensor.zeros(input.shape)
    apply(input.elements, into: &output.elements)
    return output
  }

  package func apply(_ input: [Float], into output: inout [Float]) {
    kernel.map(input, into: &output)
  }

  /// Adds gradient · f′(input); `output` is what `apply` gave.
  package func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], into inputGradient: inout [Float]
  ) {
    kernel.addGradient(gradient, input: input, output: output, into: &inputGradient)
  }
}
