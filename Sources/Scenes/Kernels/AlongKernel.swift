import Tensors

/// A function that makes one number of all the numbers along an axis that is not the last.
struct AlongKernel: Kernel {
  let reduction: Reduction
  let rows: AxisRows

  func fill(_ result: inout [Float], from operands: Operands) {
    reduction.apply(operands[0], along: rows, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    reduction.addGradient(
      back.sensitivity, input: back.operands[0], output: back.result, along: rows, into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    (0..<rows.length).map { Read(operand: 0, place: rows.place(row: index, $0)) }
  }
}
