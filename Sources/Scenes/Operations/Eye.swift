import Tensors

extension Operation {
  /// 1 where row and column number agree, 0 elsewhere.
  static let eye = Operation.source(
    "eye", "Fills a matrix with 1 on the diagonal and 0 elsewhere.", leastAxes: 2,
    example: "eye()", sentence: "1 where row and column number agree, 0 elsewhere.",
    table: { shape, call in
      {
        let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
        let one = Tensor.identity(rows: rows, columns: columns).elements
        let copies = shape.dropLast(2).reduce(1, *)
        return Tensor(shape: shape, elements: Array(repeating: one, count: copies).flatMap(\.self))
      }
    })
}
