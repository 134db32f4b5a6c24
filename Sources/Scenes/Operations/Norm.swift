extension Operation {
  /// √ Σ x² along the last axis; at 0 the derivative counts as 0.
  static let norm = Operation.row(
    "norm", "Takes the length of each row as a vector.", .norm,
    example: "norm(A)",
    words: OperationProse(
      "Square the numbers, add them up and take the root: the length of the vector.",
      use: "as a coordinate"
    ) { cell in
      [
        .equation([
          .root(
            .sum(cell.values.map { .scripts(.factor($0), subscript: nil, superscript: .text("2")) })
          ), .number(cell.value),
        ])
      ]
    })
}
