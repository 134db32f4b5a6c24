import Tensors

/// What attention over so many tokens costs, in one piece and spelled out.
struct AttentionTimes {
  let tokens: Int
  let fused: Measurement
  /// How much memory the fused form needed beyond its operands, in bytes.
  let fusedBytes: Int
  /// Nil where its tables would be too large.
  let spelledOut: Measurement?
  /// The speed of what is really worked out, in thousand millions of operations a second.
  let fusedGigaflops: Double
  let spelledOutGigaflops: Double?
  /// The derivatives, if they were asked for.
  let backward: AttentionBackwardTimes?

  init(_ work: AttentionWork, backward: Bool, spellsOutUpTo mostSpelledOut: Int, runs: Int?) {
    tokens = work.tokens
    let before = Measurement.peakBytes
    var output = [Float](repeating: 0, count: work.attention.count)
    fused = Measurement(runs: runs) { work.attention.apply(work.operands, into: &output) }
    fusedGigaflops = fused.gigaflops(work.operations)
    fusedBytes = Measurement.peakBytes - before
    // Before the tables of the spelled-out form, which leave room that would not be counted.
    self.backward = backward ? AttentionBackwardTimes(work, runs: runs) : nil
    guard tokens <= mostSpelledOut else {
      (spelledOut, spelledOutGigaflops) = (nil, nil)
      return
    }
    let plain = SpelledOutAttention(work)
    let time = Measurement(runs: runs) { _ = plain.output() }
    (spelledOut, spelledOutGigaflops) = (time, time.gigaflops(work.allOperations))
  }

  var members: [JSON.Member] {
    let always = [
      JSON.Member(key: "tokens", value: .integer(tokens)),
      JSON.Member(key: "milliseconds", value: .number(Float(fused.milliseconds))),
      JSON.Member(key: "runs", value: .integer(fused.runs)),
      JSON.Member(key: "gigaflops", value: .number(Float(fusedGigaflops))),
      JSON.Member(key: "bytes", value: .integer(fusedBytes)),
    ]
    return [
      backward.map { JSON.Member(key: "backward", value: $0.json) },
      spelledOut.map { JSON.Member(key: "spelledOut", value: $0.json) },
    ].reduce(always) { $0 + ($1.map { [$0] } ?? []) }
  }
}
