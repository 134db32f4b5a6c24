extension Operation {
  /// Σ x / n along the last axis.
  static let mean = Operation.row(
    "mean", "Takes the average of each row.", .mean,
    example: "mean(A)",
    words: OperationProse(
      "Add these numbers up and divide by how many there are.",
      use: "as one of the numbers averaged"
    ) { cell in
      [
        .equation([
          .fraction(
            .sum(cell.values.map(Mathematics.factor), most: 6), .text(String(cell.values.count))),
          .number(cell.value),
        ])
      ]
    })
}
