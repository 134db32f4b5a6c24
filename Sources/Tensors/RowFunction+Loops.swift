extension RowFunction {
  static func reduce(_ input: Tensor, into output: inout Tensor) {
    precondition(output.count == input.rowCount, "a reduction leaves one number for each row")
    let (rows, length) = (input.rowCount, input.rowLength)
    output.elements.write(reading: input.elements) { output, input in
      for row in 0..<rows { output[row] = value(length, input + row * length) }
    }
  }

  static func addGradient(
    _ gradient: Tensor, input: Tensor, output: Tensor, into sum: inout Tensor
  ) {
    let (rows, length) = (input.rowCount, input.rowLength)
    precondition(
      gradient.count == rows && output.count == rows, "a reduction leaves one number for each row")
    precondition(sum.count == input.count, "a gradient has the shape of its operand")
    sum.elements.write(
      reading: gradient.elements, input.elements, output.elements
    ) { sum, gradient, input, output in
      for row in 0..<rows {
        let start = row * length
        addGradient(gradient[row], length, input + start, output[row], into: sum + start)
      }
    }
  }
}
