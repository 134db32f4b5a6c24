import Tensors

extension Operation {
  /// a·b / (‖a‖ ‖b‖) along the last axis.
  static let cosine = Operation.likeness(
    "cosine", "Measures how far two vectors point the same way, from −1 to 1.", .cosine,
    example: "cosine(A, C)",
    words: Words(
      "Divide the dot product by both lengths: 1 is the same direction, 0 a right angle.",
      use: "as a coordinate"
    ) { cell in
      let left = Tensor(stride(from: 0, to: cell.values.count, by: 2).map { cell.values[$0] })
      let right = Tensor(stride(from: 1, to: cell.values.count, by: 2).map { cell.values[$0] })
      let lengths = [left, right].map { Mathematics.number(Reduction.norm.apply($0).scalar) }
      let fraction = Mathematics.fraction(
        .number(Likeness.dot.apply(left, right).scalar),
        .row([lengths[0], .text(" · "), lengths[1]]))
      return [.equation([fraction, .number(cell.value)])]
    })
}
