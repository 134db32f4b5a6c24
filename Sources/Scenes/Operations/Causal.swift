import Tensors

extension Operation {
  /// Lets every place look at itself and at what came before.
  static let causal = Operation.mask(
    "causal", "Hides from each place what comes after it.", [.axis("axis")],
    example: "causal(token)",
    sentence: "A token may look at itself and at what came before: 0 there, −∞ elsewhere.",
    reason: { cell in
      cell.value == 0
        ? "column \(cell.column) does not come after row \(cell.row)"
        : "column \(cell.column) comes after row \(cell.row)"
    },
    table: { size, _ in { .causalMask(size: size) } })
}
