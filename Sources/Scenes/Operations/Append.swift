import Tensors

extension Operation {
  /// Rows put below rows: [past, trait] and a row over trait become [token, trait].
  ///
  /// The operand with an axis less, or both of two vectors, counts as one row.
  static let append = Operation(
    "append",
    "Puts the rows of B, or B as one row, below those of A; `axis` has as many places as both.",
    [.matrix("A"), .matrix("B"), .axis("axis")], example: "append(A, x, long)",
    words: .view("The same number, now in a longer matrix.")
  ) { call throws(SceneError) in
    let (upper, lower) = (try Rows(call, 0), try Rows(call, 1))
    guard upper.stacks == lower.stacks, upper.columns == lower.columns else {
      throw Pairing.mismatch(call, in: "append")
    }
    let axis = call.axes[0]
    guard upper.count + lower.count == call.sheet.size(axis) else {
      throw .rowsDoNotAddUp(
        [upper.count, lower.count], texts: call.texts, axis: call.sheet.name(axis),
        size: call.sheet.size(axis))
    }
    let width = call.sheet.size(upper.columns)
    return InferredShape(
      axes: upper.stacks + [axis, upper.columns],
      kernel: AppendKernel(upper: upper.count * width, lower: lower.count * width))
  }
}

/// An operand of `append` as stacks of rows.
private struct Rows {
  let stacks: [AxisKey]
  let count: Int
  let columns: AxisKey

  init(_ call: Call, _ operand: Int) throws(SceneError) {
    let axes = call.operands[operand]
    guard let columns = axes.last else { throw .tooFewAxes(call.texts[operand], needs: 1) }
    self.columns = columns
    let hasRows = axes.count == max(call.operands[0].count, call.operands[1].count, 2)
    stacks = Array(axes.dropLast(hasRows ? 2 : 1))
    count = hasRows ? call.sheet.size(axes[axes.count - 2]) : 1
  }
}

/// Stretches of two operands in turn: so many numbers of the first, so many of the second.
private struct AppendKernel: Kernel {
  let upper: Int
  let lower: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    let (first, second) = (operands[0], operands[1])
    for index in result.indices {
      let read = read(index)
      result[index] = read.operand == 0 ? first[read.place] : second[read.place]
    }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    for index in back.sensitivity.indices {
      let read = read(index)
      if read.operand == position { sum[read.place] += back.sensitivity[index] }
    }
  }

  func reads(_ index: Int) -> [Read] { [read(index)] }

  private func read(_ index: Int) -> Read {
    let (stack, place) = index.quotientAndRemainder(dividingBy: upper + lower)
    return place < upper
      ? Read(operand: 0, place: stack * upper + place)
      : Read(operand: 1, place: stack * lower + place - upper)
  }
}
