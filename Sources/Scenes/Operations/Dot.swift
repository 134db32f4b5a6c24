extension Operation {
  /// Σ aᵢ bᵢ along the last axis.
  static let dot = Operation.likeness(
    "dot", "Multiplies two vectors number by number and adds up.", .dot, example: "dot(A, C)",
    words: OperationProse(
      "Multiply the two vectors number by number and add up what you get.", use: "as a factor",
      pairs: true
    ) { cell in
      [.equation([.products(cell.values), .number(cell.value)])]
    })
}
