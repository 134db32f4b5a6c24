extension Operation {
  /// Σ (x − mean)² / n along the last axis.
  static let variance = Operation.row(
    "variance", "Takes the mean squared distance from the average of each row.", .variance,
    example: "variance(A)",
    words: OperationProse(
      "Average how far, squared, each of these numbers is from their mean.",
      use: "as one of the numbers that vary"
    ) { cell in
      [.equation([.applied("variance", cell.values), .number(cell.value)])]
    })
}
