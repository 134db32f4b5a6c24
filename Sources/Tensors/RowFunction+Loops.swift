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

// Rows along an axis that is not the last are copied one by one; those of up to 128 numbers take no
// memory but the stack's.
extension RowFunction {
  static func reduce(_ input: [Float], along rows: AxisRows, into output: inout [Float]) {
    rows.check(input, output)
    output.write(reading: input) { output, input in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.length) { copy in
        guard let copy = copy.baseAddress else { return }
        for row in 0..<rows.count {
          for place in 0..<rows.length { copy[place] = input[rows.place(row: row, place)] }
          output[row] = value(rows.length, copy)
        }
      }
    }
  }

  static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], along rows: AxisRows,
    into sum: inout [Float]
  ) {
    rows.check(input, output)
    rows.check(sum, gradient)
    sum.write(reading: gradient, input, output) { sum, gradient, input, output in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * rows.length) { copies in
        guard let copy = copies.baseAddress else { return }
        let slopes = copy + rows.length
        for row in 0..<rows.count {
          for place in 0..<rows.length { copy[place] = input[rows.place(row: row, place)] }
          slopes.update(repeating: 0, count: rows.length)
          addGradient(gradient[row], rows.length, copy, output[row], into: slopes)
          for place in 0..<rows.length { sum[rows.place(row: row, place)] += slopes[place] }
        }
      }
    }
  }
}
