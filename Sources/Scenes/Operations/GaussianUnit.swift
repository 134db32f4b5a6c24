extension Operation {
  /// x · Φ(x), with the normal distribution's Φ (Hendrycks and Gimpel 2016).
  static let gelu = Operation.element(
    "gelu", "Weighs each number by how likely a normal draw lies below it.", .gelu,
    example: "gelu(A)",
    words: OperationProse(
      "Weigh the number by how likely a normal draw lies below it.", use: "inside gelu"
    ) { cell in
      [.equation([.applied("gelu", cell.values), .number(cell.value)])]
    })
}
