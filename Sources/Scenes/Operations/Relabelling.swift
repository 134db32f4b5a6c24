import Tensors
import Text

extension Operation {
  /// The same numbers over another axis of the same size.
  static let relabel = Operation(
    "relabel", "Carries a matrix from one axis to another of the same size.",
    [.matrix("A"), .axis("from"), .axis("to")], example: "relabel(R, pair, long)",
    traits: .keepsRows, words: .view("The same number; its axis goes by another name now.")
  ) { call throws(SceneError) in
    let (from, to) = (call.axes[0], call.axes[1])
    let place = try call.place(of: from)
    let (size, other) = (call.sheet.size(from), call.sheet.size(to))
    guard size == other else {
      throw .axis(
        .relabelSizes(from: call.sheet.name(from), size, to: call.sheet.name(to), other))
    }
    var axes = call.operands[0]
    axes[place] = to
    return InferredShape(
      axes: axes, kernel: ViewKernel(StridedView(contiguous: call.sizes(0))))
  }

  /// The row of a table for each word of a text: [word, feature] becomes [token, feature].
  static let lookup = Operation(
    "lookup", "Takes the row of E for each word of an axis, whose labels are words of E's rows.",
    [.matrix("E"), .axis("axis")], example: "lookup(L, token)",
    traits: .keepsRows, words: .view("The same number, from the row of this place's word.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    var axes = call.operands[0]
    let place = Swift.max(axes.count - 2, 0)
    let rows = try call.rows(ofWordsOn: call.axes[0], in: axes[place])
    axes[place] = call.axes[0]
    let kernel = RowsKernel(
      rows: rows, tableRows: call.sizes(0)[place],
      width: call.sizes(0).dropFirst(place + 1).reduce(1, *))
    return InferredShape(axes: axes, kernel: kernel)
  }
}

extension Call {
  /// Where the word of each place stands on the axis of a table's rows.
  fileprivate func rows(ofWordsOn key: AxisKey, in rows: AxisKey) throws(SceneError) -> [Int] {
    let (axis, table) = (sheet.axis(key), sheet.axis(rows))
    guard let words = axis.words else { throw .axis(.noWords(axis.name)) }
    guard let labels = table.labels else { throw .axis(.noWords(table.name)) }
    let places = Dictionary(
      labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Int] = []
    for word in words {
      guard let place = places[word] else {
        throw .axis(
          .unknownWord(
            word, axis: axis.name, rows: table.name, nearest: word.nearest(among: labels)))
      }
      found.append(place)
    }
    return found
  }
}

/// Some rows of a table, each as often as it is named; a stack of tables one after another.
private struct RowsKernel: Kernel {
  let rows: [Int]
  let tableRows: Int
  let width: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    let table = operands[0]
    for index in result.indices { result[index] = table[source(index)] }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    for index in back.sensitivity.indices { sum[source(index)] += back.sensitivity[index] }
  }

  func reads(_ index: Int) -> [Read] { [Read(operand: 0, place: source(index))] }

  func shown(_ index: Int) -> Int? { source(index) }

  private func source(_ index: Int) -> Int {
    let (row, column) = index.quotientAndRemainder(dividingBy: width)
    let (table, place) = row.quotientAndRemainder(dividingBy: rows.count)
    return (table * tableRows + rows[place]) * width + column
  }
}
