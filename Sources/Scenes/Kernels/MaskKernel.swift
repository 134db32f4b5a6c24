/// A table of 0 and −∞ that is added to scores: who may look at whom, by their positions.
struct MaskKernel: Kernel {
  /// Whether a query may look at a key, given the mask's options.
  typealias Rule = @Sendable (_ query: Int, _ key: Int, _ options: Options) -> Bool

  /// The whole numbers of a mask; none has more than two.
  struct Options {
    var first = 0
    var second = 0
  }

  /// One position for each row and each column.
  let queries: [Int]
  let keys: [Int]
  let options: [WholeSetting]
  let isSeen: Rule

  func fill(_ result: inout [Float], from operands: Operands) {
    let values = Options(
      first: options.first?.value(operands) ?? 0,
      second: options.dropFirst().first?.value(operands) ?? 0)
    for row in queries.indices {
      for column in keys.indices {
        let isSeen = isSeen(queries[row], keys[column], values)
        result[row * keys.count + column] = isSeen ? 0 : -.infinity
      }
    }
  }

  // A mask jumps when its options do.
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {}

  func reads(_ index: Int) -> [Read] { options.flatMap(\.setting.reads) }

  var settings: [Setting] { options.map(\.setting) }
}

extension Operation {
  /// A table of 0 and −∞ to be added to scores, over rows and columns or over the columns alone.
  static func mask(
    _ name: String, _ summary: String, _ parameters: [Parameter], axes: Int = 2, example: String,
    sentence: String, reason: @escaping @Sendable (Cell) -> String,
    options: @escaping @Sendable (Call) throws(SceneError) -> [WholeSetting] = { _ in [] },
    isSeen: @escaping MaskKernel.Rule
  ) -> Operation {
    let words = OperationProse(sentence, use: "as a mask") { cell in
      [.text(reason(cell) + ": " + cell.value.worked)]
    }
    return Operation(
      name, summary, parameters, example: example, traits: .arithmetic, words: words
    ) { call throws(SceneError) in
      let (rows, columns) = try call.positionedAxes(call.axes)
      let kernel = MaskKernel(
        queries: axes == 2 ? call.sheet.positions(rows) : [0],
        keys: call.sheet.positions(columns), options: try options(call), isSeen: isSeen)
      return InferredShape(axes: axes == 2 ? [rows, columns] : [columns], kernel: kernel)
    }
  }
}

extension Call {
  /// The axes of rows and columns: one for both, or two parts of one axis, whose positions can be
  /// compared.
  func positionedAxes(_ axes: [AxisKey]) throws(SceneError) -> (rows: AxisKey, columns: AxisKey) {
    let (rows, columns) = (axes[0], axes[axes.count - 1])
    guard sheet.root(rows) == sheet.root(columns) else {
      throw .axis(.unrelated(sheet.name(rows), sheet.name(columns)))
    }
    return (rows, columns)
  }
}
