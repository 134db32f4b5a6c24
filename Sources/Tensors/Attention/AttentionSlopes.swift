/// The derivative of one place of the stack by one operand, tile by tile.
struct AttentionSlopes {
  let scores: AttentionScores
  let operand: AttentionOperand
  // Where those of the place start.
  let gradient: Source
  let output: Source
  let logSums: Source
  let sum: Target
  let workspace: Workspace

  private var size: AttentionSize { scores.size }

  /// Lays out what tiles of these queries need: Q and G as columns, the sums and Σ G ∘ O.
  func turn(_ block: Range<Int>) {
    let stride = Tile.stride(of: block)
    scores.turn(block, into: workspace.queries.room(size.traits * stride))
    let shifts = workspace.shifts.room(stride)
    shifts.update(repeating: .infinity, count: stride)
    for (place, query) in block.enumerated() {
      if size.isSmall {
        shifts[place] = .nan
      } else if logSums[query] != -.infinity {
        // Where nothing is seen, what is taken away stays so large that all powers are 0.
        shifts[place] = logSums[query]
      }
    }
    // The gradient of V is made of weights alone.
    if operand != .values { turnGradient(block) }
  }

  private func turnGradient(_ block: Range<Int>) {
    let stride = Tile.stride(of: block)
    let means = workspace.sums.room(stride)
    means.update(repeating: 0, count: stride)
    for (place, query) in block.enumerated() {
      let (gradient, output) = (gradient + query * size.features, output + query * size.features)
      means[place] = Tensors.sum(size.features) { gradient[$0] * output[$0] }
    }
    TransposedRows(rows: block.count, columns: size.features)
      .fill(
        workspace.gradient.room(size.features * stride),
        from: gradient + block.lowerBound * size.features)
  }

  /// Adds what a tile gives to the operand's gradient.
  func add(_ tile: Tile) {
    let weights = workspace.scores.room(tile.count)
    guard scores.fill(tile, from: workspace.queries.room(0), into: weights) else { return }
    weigh(tile, weights)
    switch operand {
    case .values:
      byKeys(tile, size.features)
        .run(weights, gradient + tile.queries.lowerBound * size.features, into: sum(of: tile))
    case .keys:
      differentiate(tile, weights, divisor: scores.divisor)
      byKeys(tile, size.traits)
        .run(weights, scores.queries + tile.queries.lowerBound * size.traits, into: sum(of: tile))
    case .queries:
      differentiate(tile, weights, divisor: scores.divisor)
      Multiplication(
        rows: tile.queries.count, inner: tile.keys.count, columns: size.traits,
        transposesLeft: true, adds: true, leftStride: tile.stride
      ).run(weights, scores.keys + tile.keys.lowerBound * size.traits, into: sum(of: tile))
    case .mask:
      differentiate(tile, weights, divisor: 1)
      scores.mask.add(weights, of: tile, into: sum)
    }
  }

  /// keys × queries · queries × columns.
  private func byKeys(_ tile: Tile, _ columns: Int) -> Multiplication {
    Multiplication(
      rows: tile.keys.count, inner: tile.queries.count, columns: columns, adds: true,
      leftStride: tile.stride)
  }

  /// Where the gradient of the tile's rows lies.
  private func sum(of tile: Tile) -> Target {
    switch operand {
    case .queries: sum + tile.queries.lowerBound * size.traits
    case .keys: sum + tile.keys.lowerBound * size.traits
    case .values: sum + tile.keys.lowerBound * size.features
    case .mask: sum
    }
  }

  /// Turns scores into weights: 2^(score − log sum).
  private func weigh(_ tile: Tile, _ weights: Target) {
    let shifts = workspace.shifts.room(0)
    // What weights add up to is known already.
    TileLoops.widest.turnIntoPowers(
      weights, of: tile, shifts: shifts, sums: workspace.tops.room(tile.stride))
    for (place, query) in tile.queries.enumerated() where shifts[place].isNaN {
      weighPlainly(query, tile, weights + place)
    }
  }

  /// A query without a finite sum, and a small place, are weighed as softmax spells it out.
  private func weighPlainly(_ query: Int, _ tile: Tile, _ weights: Target) {
    let row = workspace.row.room(size.keys)
    scores.weigh(query, into: row)
    for (place, key) in tile.keys.enumerated() { weights[place * tile.stride] = row[key] }
  }

  /// Turns weights into the gradient of scores, W ∘ (G Vᵀ − Σ G ∘ O) / divisor.
  private func differentiate(_ tile: Tile, _ weights: Target, divisor: Float) {
    let slopes = workspace.slopes.room(tile.count)
    let means = workspace.sums.room(0)
    Multiplication(rows: tile.keys.count, inner: size.features, columns: tile.stride).run(
      scores.values + tile.keys.lowerBound * size.features, workspace.gradient.room(0),
      into: slopes)
    if size.keys <= Tiling(size: size, mask: scores.mask).tileKeys {
      average(slopes, by: weights, of: tile, into: means)
    }
    TileLoops.widest.turnIntoSlopes(
      weights, slopes, of: tile, means: means, factor: 1 / divisor)
  }
}

extension AttentionSlopes {
  /// Takes Σ G ∘ O again, as Σ W ∘ (G Vᵀ), which the tile of all keys knows to more digits: where one
  /// key has all the weight, nothing remains of its slope.
  private func average(_ slopes: Target, by weights: Target, of tile: Tile, into means: Target) {
    means.update(repeating: 0, count: tile.stride)
    for key in 0..<tile.keys.count {
      let (weights, slopes) = (weights + key * tile.stride, slopes + key * tile.stride)
      for query in stride(from: 0, to: tile.stride, by: 8) {
        let product = Float8(at: weights + query) * Float8(at: slopes + query)
        (Float8(at: means + query) + product).store(at: means + query)
      }
    }
  }
}

extension AttentionMask {
  /// Adds the gradient of a tile's scores to that of the table.
  fileprivate func add(_ slopes: Target, of tile: Tile, into sum: Target) {
    guard let table else { return }
    for (row, key) in tile.keys.enumerated() {
      for (column, query) in tile.queries.enumerated() {
        sum[query * table.queryStride + key * table.keyStride] += slopes[row * tile.stride + column]
      }
    }
  }
}
