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

  /// Lets a query see itself and `width − 1` keys before it, each `step` places from the next.
  package static func windowMask(size: Int, width: Int, step: Int = 1) -> Tensor {
    mask(rows: size, columns: size) { query, key in
      let distance = query - key
      return distance >= 0 && distance % step == 0 && distance / step < width
    }
  }

  /// Hides the keys from number `start` on, whatever the query: one number for each key.
  package static func paddingMask(size: Int, from start: Int) -> Tensor {
    Tensor((0..<size).map { $0 < start ? 0 : -.infinity })
  }

  /// What attention with linear biases adds to scores (Press, Smith & Lewis 2022): the distance of
  /// query and key times −slope, in one table for each slope.
  package static func linearBiases(size: Int, slopes: [Float]) -> Tensor {
    let tables = slopes.map { slope in
      // Subtracting from zero, so that no distance is 0 and not −0.
      table(rows: size, columns: size) { 0 - slope * Float(abs($0 - $1)) }
    }
    return Tensor(shape: [slopes.count, size, size], elements: tables.flatMap(\.elements))
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
