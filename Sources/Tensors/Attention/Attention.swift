/// Attention in one piece: softmax(Q Kᵀ / divisor + mask) V for every place of a stack.
///
/// Scores are worked out tile by tile and never stand in memory all at once: beside its operands and
/// its result it needs memory for a tile and for a few numbers a row. A running maximum and a
/// running sum of each row replace the whole row that softmax wants (Milakov & Gimelshein 2018,
/// arXiv 1805.02867; Dao and others 2022, arXiv 2205.14135, algorithm 1). Tiles that the mask hides
/// altogether are not looked at, so what V holds there does not count, not even a NaN.
///
/// The outcome of softmax's limits is the same as when it is spelled out: a row that is masked
/// throughout gives zeros, scores of +∞ share the weight, a NaN fills its row.
package struct Attention: Sendable {
  package let size: AttentionSize
  package let places: [AttentionPlace]
  package let mask: AttentionMask
  /// What scores are divided by, usually √traits.
  package let divisor: Float
  /// How many numbers each operand must hold at least.
  let extents: AttentionPlace
  /// For each operand the places that share a matrix of it.
  let sharing: AttentionSharing
  let workspaces = WorkspacePool()

  package init(
    _ size: AttentionSize, places: [AttentionPlace], mask: AttentionMask = .none, divisor: Float
  ) {
    (self.size, self.places, self.mask, self.divisor) = (size, places, mask, divisor)
    func extent(_ start: KeyPath<AttentionPlace, Int>, _ count: Int) -> Int {
      places.map { $0[keyPath: start] + count }.max() ?? 0
    }
    extents = AttentionPlace(
      queries: extent(\.queries, size.queries * size.traits),
      keys: extent(\.keys, size.keys * size.traits),
      values: extent(\.values, size.keys * size.features),
      mask: extent(\.mask, mask.extent(size)))
    sharing = AttentionSharing(places)
  }

  /// Attention of equally many heads of queries, keys and values, one after another in memory.
  package init(_ size: AttentionSize, heads: Int, mask: AttentionMask = .none) {
    let places = (0..<heads).map { head in
      AttentionPlace(
        queries: head * size.queries * size.traits, keys: head * size.keys * size.traits,
        values: head * size.keys * size.features, mask: 0)
    }
    self.init(size, places: places, mask: mask, divisor: Float(size.traits).squareRoot())
  }
}

/// How many rows and columns the matrices of attention have.
package struct AttentionSize: Equatable, Sendable {
  /// The rows of Q and of the result.
  package let queries: Int
  /// The rows of K and V.
  package let keys: Int
  /// The columns of Q and K.
  package let traits: Int
  /// The columns of V and of the result.
  package let features: Int

  package init(queries: Int, keys: Int, traits: Int, features: Int) {
    precondition(
      queries > 0 && keys > 0 && traits > 0 && features > 0, "a matrix has rows and columns")
    (self.queries, self.keys, self.traits, self.features) = (queries, keys, traits, features)
  }

  /// Whether the scores of a place take no more than a few multiplications.
  var isSmall: Bool { Multiplication(rows: queries, inner: traits, columns: keys).isSmall }
}

/// Where the matrices of one place of the stack start; the same start may come again.
package struct AttentionPlace: Equatable, Sendable {
  package let queries: Int
  package let keys: Int
  package let values: Int
  package let mask: Int

  package init(queries: Int, keys: Int, values: Int, mask: Int) {
    (self.queries, self.keys, self.values, self.mask) = (queries, keys, values, mask)
  }
}

/// The numbers that attention works on.
package struct AttentionOperands {
  package let queries: [Float]
  package let keys: [Float]
  package let values: [Float]
  package let mask: [Float]

  package init(queries: [Float], keys: [Float], values: [Float], mask: [Float] = []) {
    (self.queries, self.keys, self.values, self.mask) = (queries, keys, values, mask)
  }
}
