extension Operation {
  /// √x; of a negative number it is NaN.
  static let sqrt = Operation.element(
    "sqrt", "Takes the square root of each number.", .sqrt, example: "sqrt(C)",
    words: OperationProse("Ask which number, times itself, gives this one.", use: "inside sqrt") {
      cell in
      [.equation([.root(.number(cell.values[0])), .number(cell.value)])]
    })
}
