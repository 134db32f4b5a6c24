/// The functions of one number that a scene may apply to every element.
package enum UnaryFunction: CaseIterable, Sendable {
  case negate
  case exp
  case log
  case sqrt
  case abs
  case relu
  case gelu
  case elu
  case tanh
  case sigmoid
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
    case .elu: ExponentialLinear.self
    case .tanh: HyperbolicTangent.self
    case .sigmoid: Sigmoid.self
    case .not: LogicalNot.self
    }
  }
}

// MARK: One number

extension UnaryFunction {
  package func value(_ x: Float) -> Float { kernel.value(x) }
  package func derivative(_ x: Float) -> Float { kernel.derivative(x, kernel.value(x)) }
}

// MARK: Tensors

extension UnaryFunction {
  package func apply(_ input: Tensor) -> Tensor {
    var output = Tensor.zeros(input.shape)
    apply(input, into: &output)
    return output
  }

  package func apply(_ input: Tensor, into output: inout Tensor) {
    kernel.map(input.elements, into: &output.elements)
  }

  /// Adds gradient · f′(input); `output` is what `apply` gave.
  package func addGradient(
    _ gradient: Tensor, input: Tensor, output: Tensor, into inputGradient: inout Tensor
  ) {
    kernel.addGradient(
      gradient.elements, input: input.elements, output: output.elements,
      into: &inputGradient.elements)
  }
}
