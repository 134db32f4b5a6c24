import Tensors

extension Operation {
  /// Nothing but 0.
  static let zeros = Operation.source(
    "zeros", "Fills a matrix with 0.",
    example: "zeros()", sentence: "A matrix that begins as zeros.",
    table: { shape, call in { .zeros(shape) } })
}
