import Tensors

/// What the derivatives of attention by queries, keys and values cost together, in one piece.
struct AttentionBackwardTimes {
  let time: Measurement
  /// How much memory they needed beyond operands, result and derivatives, in bytes.
  let bytes: Int
  let gigaflops: Double

  init(_ work: AttentionWork, runs: Int?) {
    let attention = work.attention
    var output = [Float](repeating: 0, count: attention.count)
    var logSums = [Float](repeating: 0, count: attention.logSumCount)
    attention.apply(work.operands, into: &output, logSums: &logSums)
    let gradient = RandomStream(seed: 4).normal(shape: [attention.count]).elements
    let back = AttentionBackward(
      work.operands, output: output, logSums: logSums, gradient: gradient)
    var sums = [AttentionOperand.queries, .keys, .values].map {
      (operand: $0, elements: [Float](repeating: 0, count: output.count))
    }
    let before = Measurement.peakBytes
    time = Measurement(runs: runs) {
      for place in sums.indices {
        attention.addGradient(of: sums[place].operand, back, into: &sums[place].elements)
      }
    }
    bytes = Measurement.peakBytes - before
    // Two products forward and five back, as if scores were worked out again only once.
    gigaflops = time.gigaflops(2.5 * work.operations)
  }

  var text: String {
    """
    backward: \(time.milliseconds.rounded3) ms (median of \(time.runs)), \
    \(gigaflops.rounded3) GFLOP/s, \((Double(bytes) / 1e6).rounded3) MB beyond operands and results
    """
  }

  var json: JSON {
    [
      "milliseconds": .number(Float(time.milliseconds)), "runs": .integer(time.runs),
      "gigaflops": .number(Float(gigaflops)), "bytes": .integer(bytes),
    ]
  }
}
