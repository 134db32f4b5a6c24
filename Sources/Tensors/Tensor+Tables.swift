// Tables that are the same for every scene of a size.

extension Tensor {
  package static func zeros(_ shape: [Int]) -> Tensor { Tensor(shape: shape, repeating: 0) }
  package static func ones(_ shape: [Int]) -> Tensor { Tensor(shape: shape, repeating: 1) }

  /// Ones where row and column number agree, zeros elsewhere.
  package static func identity(rows: Int, columns: Int) -> Tensor {
    table(rows: rows, columns: columns) { $0 == $1 ? 1 : 0 }
  }

  /// Lets a query see itself and what came before: 0 there and −∞ above the diagonal.
  package static func causalMask(size: Int) -> Tensor {
    mask(rows: size, columns: size) { query, key in key <= query }
  }

  /// An additive mask: 0 where a query may look and −∞ where not.
  private static func mask(
    rows: Int, columns: Int, isSeen: (_ query: Int, _ key: Int) -> Bool
  ) -> Tensor {
    table(rows: rows, columns: columns) { isSeen($0, $1) ? 0 : -.infinity }
  }

  private static func table(
    rows: Int, columns: Int, value: (_ row: Int, _ column: Int) -> Float
  ) -> Tensor {
    var elements: [Float] = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { elements.append(value(row, column)) }
    }
    return Tensor(shape: [rows, columns], elements: elements)
  }
}
