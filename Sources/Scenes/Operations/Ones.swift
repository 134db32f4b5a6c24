import Tensors

extension Operation {
  /// Nothing but 1.
  static let ones = Operation.source(
    "ones", "Fills a matrix with 1.",
    example: "ones()", sentence: "A matrix that begins as ones.",
    table: { shape, call in { .ones(shape) } })
}
