extension Operation {
  /// −Σ p log₂ p in bits, where 0 counts as 0; so does its derivative there.
  static let entropy = Operation.row(
    "entropy", "Measures in bits how evenly each row spreads its shares.", .entropy,
    example: "entropy(P)",
    words: OperationProse(
      "Measure in bits how evenly the shares are spread: 0 when one has all.", use: "as a share"
    ) { cell in
      [.equation([.applied("entropy", cell.values), .number(cell.value)])]
    })
}
