import Tensors

/// A function that makes one number of all the numbers along an axis that is not the last.
struct AlongKernel: Kernel {
  private let rows: RowKernel
  /// The matrix with that axis moved to the end.
  private let turned: Gathering

  init(_ rows: RowKernel, axis: Int, of shape: [Int]) {
    self.rows = rows
    let order = shape.indices.filter { $0 != axis } + [axis]
    turned = Gathering(StridedView(contiguous: shape).reordered(order))
  }

  func fill(_ result: inout [Float], from operands: Operands) {
    rows.reduction.apply(numbers(operands), rowLength: rows.length, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let numbers = numbers(back.operands)
    var slopes = numbers.map { _ in Float(0) }
    rows.reduction.addGradient(
      back.sensitivity, input: numbers, output: back.result, rowLength: rows.length, into: &slopes)
    turned.addGradient(slopes, into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    rows.reads(index).map { Read(operand: 0, place: turned.view.source(ofFlat: $0.place)) }
  }

  private func numbers(_ operands: Operands) -> [Float] {
    var numbers = operands[0]
    turned.gather(operands[0], into: &numbers)
    return numbers
  }
}
