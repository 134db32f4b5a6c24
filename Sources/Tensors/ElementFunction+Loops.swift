extension ElementFunction {
  static func map(_ input: Tensor, into output: inout Tensor) {
    precondition(input.shape == output.shape, "a map keeps the shape")
    let count = input.count
    output.write(reading: input) { output, input in
      for place in 0..<count { output[place] = value(input[place]) }
    }
  }

  static func addGradient(
    _ gradient: Tensor, input: Tensor, output: Tensor, into sum: inout Tensor
  ) {
    precondition(
      input.shape == output.shape && input.shape == gradient.shape && input.shape == sum.shape,
      "a map keeps the shape")
    let count = input.count
    sum.write(reading: gradient, input, output) { sum, gradient, input, output in
      for place in 0..<count {
        sum[place] += gradient[place] * derivative(input[place], output[place])
      }
    }
  }
}
