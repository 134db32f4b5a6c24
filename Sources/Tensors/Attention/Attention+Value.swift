extension Attention {
  /// How many numbers the result holds: places × queries × features.
  package var count: Int { places.count * size.queries * size.features }

  /// How many sums `apply` can note for the way back; small places do not need any.
  package var logSumCount: Int { size.isSmall ? 0 : places.count * size.queries }

  package func apply(_ operands: AttentionOperands, into output: inout [Float]) {
    precondition(output.count == count, "the result of attention has its shape")
    output.withUnsafeMutableBufferPointer { output in
      guard let output = output.baseAddress else { return }
      run(operands, into: AttentionResult(output: output, logSums: nil))
    }
  }

  /// Fills in log₂ Σ 2^score of each place and query as well, `logSumCount` numbers from which
  /// `addGradient` starts.
  package func apply(
    _ operands: AttentionOperands, into output: inout [Float], logSums: inout [Float]
  ) {
    precondition(logSums.count == logSumCount, "each query has a sum")
    if logSums.isEmpty { return apply(operands, into: &output) }
    logSums.withUnsafeMutableBufferPointer { logSums in
      output.withUnsafeMutableBufferPointer { output in
        guard let output = output.baseAddress else { return }
        run(operands, into: AttentionResult(output: output, logSums: logSums.baseAddress))
      }
    }
  }

  private func run(_ operands: AttentionOperands, into result: AttentionResult) {
    let tiling = Tiling(size: size, mask: mask)
    let work = Double(count) * Double(size.keys)
    reading(operands) { memory in
      ParallelFor(tasks: places.count * tiling.blocks, work: work).forEachTask { task in
        // One place after another, whose keys and values stay near the core, and in it the last
        // queries first: behind a causal mask they take longest.
        let (place, number) = task.quotientAndRemainder(dividingBy: tiling.blocks)
        let block = tiling.block(tiling.blocks - 1 - number)
        let scores = scores(places[place], memory)
        let result = result.advanced(by: place * size.queries + block.lowerBound, size)
        workspaces.borrow { workspace in
          if size.isSmall {
            runPlainly(scores, block, workspace, into: result.output)
          } else {
            AttentionBlock(scores, queries: block, workspace: workspace, result: result).run()
          }
        }
      }
    }
  }

  /// A few queries are done sooner without tiles, and to the same digits as when spelled out.
  private func runPlainly(
    _ scores: AttentionScores, _ queries: Range<Int>, _ workspace: Workspace, into output: Target
  ) {
    let weights = workspace.row.room(size.keys)
    for query in queries {
      scores.mix(
        query, weights: weights, into: output + (query - queries.lowerBound) * size.features)
    }
  }
}

/// Where the results of attention lie; each task has queries of its own there.
struct AttentionResult: @unchecked Sendable {
  let output: Target
  /// log₂ Σ 2^score of each query, if it is wanted.
  let logSums: Target?

  /// The results from this query on, counted over all places.
  func advanced(by query: Int, _ size: AttentionSize) -> AttentionResult {
    AttentionResult(
      output: output + query * size.features, logSums: logSums.map { $0 + query })
  }
}
