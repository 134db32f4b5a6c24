extension RowFunction {
  static func reduce(_ input: [Float], rowLength: Int, into output: inout [Float]) {
    let rows = Rows(of: input.count, length: rowLength)
    precondition(output.count == rows.count, "a reduction leaves one number for each row")
    output.write(reading: input) { output, input in
      for row in 0..<rows.count { output[row] = value(rowLength, input + row * rowLength) }
    }
  }

  static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], rowLength: Int, into sum: inout [Float]
  ) {
    let rows = Rows(of: input.count, length: rowLength)
    precondition(
      gradient.count == rows.count && output.count == rows.count,
      "a reduction leaves one number for each row")
    precondition(sum.count == input.count, "a gradient has the shape of its operand")
    sum.write(reading: gradient, input, output) { sum, gradient, input, output in
      for row in 0..<rows.count {
        let start = row * rowLength
        addGradient(gradient[row], rowLength, input + start, output[row], into: sum + start)
      }
    }
  }
}
