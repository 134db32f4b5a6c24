extension Operation {
  /// The natural logarithm, to which exp is the way back.
  static let log = Operation.element(
    "log", "Takes the natural logarithm of each number.", .log, example: "log(C)",
    words: OperationProse("Ask which power of e gives this number.", use: "inside log") { cell in
      [.equation([.applied("log", cell.values), .number(cell.value)])]
    })
}
