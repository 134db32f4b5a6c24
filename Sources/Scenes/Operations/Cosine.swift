import Tensors

extension Operation {
  /// a·b / (‖a‖ ‖b‖) along the last axis; 0, as is its derivative, where a vector is zero.
  static let cosine = Operation.likeness(
    "cosine",
    "Measures how far two vectors point the same way, from −1 to 1; 0 where one of them is zero.",
    .cosine,
    example: "cosine(A, C)",
    words: OperationProse(
      "Divide the dot product by both lengths: 1 is the same direction, 0 a right angle.",
      use: "as a coordinate"
    ) { cell in
      let left = Tensor(stride(from: 0, to: cell.values.count, by: 2).map { cell.values[$0] })
      let right = Tensor(stride(from: 1, to: cell.values.count, by: 2).map { cell.values[$0] })
      let norms = [left, right].map { Reduction.norm.apply($0).scalar }
      if norms.contains(0) {
        return [.text("a vector of length 0 points nowhere, so the cosine counts as 0.00")]
      }
      let lengths = norms.map(Mathematics.number)
      let fraction = Mathematics.fraction(
        .number(PairSimilarity.dot.apply(left, right).scalar),
        .row([lengths[0], .text(" · "), lengths[1]]))
      return [.equation([fraction, .number(cell.value)])]
    })
}
