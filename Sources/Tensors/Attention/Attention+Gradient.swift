/// How much the numbers of attention's result matter, and what the derivative needs of the value.
package struct AttentionBackward {
  let operands: AttentionOperands
  let output: [Float]
  /// What `apply` noted for the way back.
  let logSums: [Float]
  /// How much each number of the result matters.
  let gradient: [Float]

  package init(
    _ operands: AttentionOperands, output: [Float], logSums: [Float], gradient: [Float]
  ) {
    (self.operands, self.output, self.logSums) = (operands, output, logSums)
    self.gradient = gradient
  }
}

// Each tile's weights W are worked out again from its scores S and the sums of its queries, so that
// nothing larger than a tile is kept (Dao and others 2022, algorithm 4). With G the gradient of the
// result O, and ∘ number by number:
//
//     ∂V = Wᵀ G     ∂S = W ∘ (G Vᵀ − Σ G ∘ O)     ∂mask = ∂S
//     ∂Q = ∂S K / divisor     ∂K = ∂Sᵀ Q / divisor
extension Attention {
  /// Adds the gradient of one operand to `sum`.
  package func addGradient(
    of operand: AttentionOperand, _ back: AttentionBackward, into sum: inout [Float]
  ) {
    check(back, sum, operand)
    reading(back.operands) { memory in
      // Of small places no sums are kept, and none is read.
      let logSums = size.isSmall ? back.output : back.logSums
      sum.write(reading: back.gradient, back.output, logSums) { sum, gradient, output, logs in
        let given = AttentionGiven(
          sum: sum, gradient: gradient, output: output, logSums: logs, memory: memory)
        switch operand {
        case .queries, .mask: goByQueries(operand, given)
        case .keys, .values: goByKeys(operand, given)
        }
      }
    }
  }

  private func check(_ back: AttentionBackward, _ sum: [Float], _ operand: AttentionOperand) {
    precondition(
      back.gradient.count == count && back.output.count == count
        && back.logSums.count == logSumCount, "a gradient has its result's shape")
    let extent =
      switch operand {
      case .queries: extents.queries
      case .keys: extents.keys
      case .values: extents.values
      case .mask: extents.mask
      }
    precondition(sum.count >= extent, "a matrix lies within its operand")
  }
}

// MARK: Who writes where

extension Attention {
  private var work: Double { 3 * Double(count) * Double(size.keys) }

  /// A task adds to the rows of a block of queries.
  private func goByQueries(_ operand: AttentionOperand, _ given: AttentionGiven) {
    let (groups, tiling) = (sharing[operand], Tiling(size: size, mask: mask))
    // A row of keys that all queries share cannot be added to by several tasks.
    let isShared = operand == .mask && mask.table?.queryStride == 0
    let stretches = isShared ? 1 : tiling.blocks
    ParallelFor(tasks: groups.count * stretches, work: work).forEachTask { task in
      let blocks = isShared ? 0..<tiling.blocks : task / groups.count..<task / groups.count + 1
      workspaces.borrow { workspace in
        for place in groups[task % groups.count] {
          for block in blocks {
            let slopes = slopes(of: place, given, workspace, operand)
            slopes.turn(tiling.block(block))
            tiling.forEachTile(of: tiling.block(block)) { slopes.add($0) }
          }
        }
      }
    }
  }

  /// A task adds to the rows of a stretch of keys.
  private func goByKeys(_ operand: AttentionOperand, _ given: AttentionGiven) {
    let (groups, tiling) = (sharing[operand], Tiling(size: size, mask: mask))
    let width = tiling.tileKeys
    let tiles = (size.keys + width - 1) / width
    let stretches = min(tiles, ParallelFor.parts(of: groups.count))
    ParallelFor(tasks: groups.count * stretches, work: work).forEachTask { task in
      let (number, group) = task.quotientAndRemainder(dividingBy: groups.count)
      let stretch = tiles * number / stretches..<tiles * (number + 1) / stretches
      workspaces.borrow { workspace in
        for place in groups[group] {
          let slopes = slopes(of: place, given, workspace, operand)
          for number in 0..<tiling.blocks {
            add(tiling.block(number), to: stretch, width, slopes)
          }
        }
      }
    }
  }

  /// Adds what a block of queries gives to the keys that it sees of a stretch of tiles.
  private func add(
    _ block: Range<Int>, to stretch: Range<Int>, _ width: Int, _ slopes: AttentionSlopes
  ) {
    let keys = mask.keys(of: block, among: size.keys)
    let tiles = stretch.lazy.map { keys.clamped(to: $0 * width..<($0 + 1) * width) }
      .filter { !$0.isEmpty }
    if tiles.isEmpty { return }
    slopes.turn(block)
    for tile in tiles { slopes.add(Tile(queries: block, keys: tile)) }
  }

  private func slopes(
    of place: Int, _ given: AttentionGiven, _ workspace: Workspace, _ operand: AttentionOperand
  ) -> AttentionSlopes {
    let first = place * size.queries
    return AttentionSlopes(
      scores: scores(places[place], given.memory), operand: operand,
      gradient: given.gradient + first * size.features,
      output: given.output + first * size.features, logSums: given.logSums + first,
      sum: given.sum + places[place].start(operand), workspace: workspace)
  }
}

/// Where the numbers of a derivative lie; tasks that run side by side add to different rows.
private struct AttentionGiven: @unchecked Sendable {
  let sum: Target
  let gradient: Source
  let output: Source
  let logSums: Source
  let memory: AttentionMemory
}
