extension ElementFunction {
  static func map(_ input: [Float], into output: inout [Float]) {
    precondition(input.count == output.count, "a map keeps the shape")
    let count = input.count
    output.write(reading: input) { output, input in
      for place in 0..<count { output[place] = value(input[place]) }
    }
  }

  static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], into sum: inout [Float]
  ) {
    let count = input.count
    precondition(
      output.count == count && gradient.count == count && sum.count == count,
      "a map keeps the shape")
    sum.write(reading: gradient, input, output) { sum, gradient, input, output in
      for place in 0..<count {
        sum[place] += gradient[place] * derivative(input[place], output[place])
      }
    }
  }
}
