import Tensors

/// What attention over so many tokens costs, in one piece and spelled out.
struct AttentionTimes {
  let tokens: Int
  let fused: Measurement
  /// How much memory the fused form needed beyond its operands, in bytes.
  let fusedBytes: Int
  /// Nil where its tables would be too large.
  let spelledOut: Measurement?
  let operations: Double

  init(_ work: AttentionWork, spellsOutUpTo mostSpelledOut: Int) {
    (tokens, operations) = (work.tokens, work.operations)
    let before = Measurement.peakBytes
    var output = [Float](repeating: 0, count: work.attention.count)
    fused = Measurement { work.attention.apply(work.operands, into: &output) }
    fusedBytes = Measurement.peakBytes - before
    guard tokens <= mostSpelledOut else {
      spelledOut = nil
      return
    }
    let plain = SpelledOutAttention(work)
    spelledOut = Measurement { _ = plain.output() }
  }

  var members: [JSON.Member] {
    let always = [
      JSON.Member(key: "tokens", value: .integer(tokens)),
      JSON.Member(key: "milliseconds", value: .number(Float(fused.milliseconds))),
      JSON.Member(key: "runs", value: .integer(fused.runs)),
      JSON.Member(key: "gigaflops", value: .number(Float(fused.gigaflops(operations)))),
      JSON.Member(key: "bytes", value: .integer(fusedBytes)),
    ]
    guard let spelledOut else { return always }
    return always + [JSON.Member(key: "spelledOut", value: spelledOut.json)]
  }
}
