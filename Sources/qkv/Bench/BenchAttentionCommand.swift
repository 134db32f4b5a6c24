import ArgumentParser
import Tensors

/// `qkv bench attention`: one layer of attention, in one piece and as the lessons write it out.
struct BenchAttentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attention", abstract: "Measure attention over several heads.",
    discussion: """
      Each head computes softmax(Q @ K.T / sqrt(dim)) @ V, in one piece and spelled out with its \
      whole table of weights. The speed of a plain matrix product is measured beside it. Without \
      --tokens a table from 128 to 8192 tokens shows how the time grows: twice as many tokens \
      take four times as long. With --causal only the products for pairs of tokens that see \
      each other count towards the speed of the one piece; spelled out, all are worked out. With \
      --backward the derivatives by queries, keys and values are taken too, in one piece.
      """)

  @Option(help: ArgumentHelp("How many heads.", valueName: "number"))
  var heads = 12

  @Option(help: ArgumentHelp("How many tokens; a table of many without.", valueName: "number"))
  var tokens: Int?

  @Option(help: ArgumentHelp("The dimension of each head.", valueName: "number"))
  var dim = 64

  @Flag(help: "Hide the tokens that come later.")
  var causal = false

  @Flag(help: "Measure the derivatives by queries, keys and values as well.")
  var backward = false

  @OptionGroup var options: BenchOptions

  func validate() throws {
    try Self.check(heads, "--heads", 1024)
    try Self.check(tokens ?? 1, "--tokens", 32_768)
    try Self.check(dim, "--dim", 4096)
  }

  func run() throws {
    let lengths = tokens.map { [$0] } ?? (7...13).map { 1 << $0 }
    let times = lengths.map { length in
      AttentionTimes(
        AttentionWork(heads: heads, tokens: length, dim: dim, isCausal: causal),
        backward: backward, spellsOutUpTo: tokens == nil ? 2048 : 4096, runs: options.runs)
    }
    let product = SquareProduct(size: 1024, runs: options.runs)
    if tokens == nil {
      try options.say(table(times, product), json(times, product))
    } else {
      try options.say(text(times[0], product), json(times[0], product))
    }
  }

  private static func check(_ number: Int, _ name: String, _ limit: Int) throws {
    guard (1...limit).contains(number) else {
      throw ValidationError("\(name) must be from 1 to \(limit).")
    }
  }
}

// MARK: One length

extension BenchAttentionCommand {
  private func text(_ times: AttentionTimes, _ product: SquareProduct) -> String {
    let spelledOut = times.spelledOut.map { time in
      """
      spelled out: \(time.milliseconds.rounded3) ms, \
      \((times.spelledOutGigaflops ?? 0).rounded3) GFLOP/s
      """
    }
    return """
      attention: \(heads) heads × \(times.tokens) tokens × \(dim)\(causal ? ", causal" : "")
        \(times.fused.milliseconds.rounded3) ms (median of \(times.fused.runs)), \
      \(times.fusedGigaflops.rounded3) GFLOP/s, \
      \((Double(times.fusedBytes) / 1e6).rounded3) MB beyond its operands
      \(times.backward.map { "  \($0.text)\n" } ?? "")\
        \(spelledOut ?? "spelled out: its tables would be too large")
        \(line(product))
        \(Measurement.peakBytes / 1_000_000) MB at the peak
      """
  }

  private func line(_ product: SquareProduct) -> String {
    """
    a product of \(product.size) × \(product.size) matrices runs at \
    \(product.gigaflops.rounded3) GFLOP/s on one core
    """
  }

  private func json(_ times: AttentionTimes, _ product: SquareProduct) -> JSON {
    .object(setting + times.members + ending(product))
  }
}

// MARK: Many lengths

extension BenchAttentionCommand {
  private func table(_ times: [AttentionTimes], _ product: SquareProduct) -> String {
    let head = [
      "tokens", "fused ms", "× before", "spelled out ms", "× before", "backward ms", "× before",
    ]
    let rows = times.indices.map { place in
      let (now, before) = (times[place], place > 0 ? times[place - 1] : nil)
      return [
        "\(now.tokens)", Self.time(now.fused), Self.growth(now.fused, before?.fused),
        Self.time(now.spelledOut), Self.growth(now.spelledOut, before?.spelledOut),
        Self.time(now.backward?.time), Self.growth(now.backward?.time, before?.backward?.time),
      ]
    }
    let widths = [7, 11, 10, 16, 10] + (backward ? [13, 10] : [])
    return """
      attention: \(heads) heads × \(dim)\(causal ? ", causal" : "")
      \(Table(columns: widths, rows: [head] + rows).text)
        \(line(product))
        \(Measurement.peakBytes / 1_000_000) MB at the peak
      """
  }

  private static func time(_ time: Measurement?) -> String {
    time?.milliseconds.rounded3 ?? "–"
  }

  private static func growth(_ now: Measurement?, _ before: Measurement?) -> String {
    guard let now, let before else { return "" }
    return (now.milliseconds / before.milliseconds).rounded3
  }

  private func json(_ times: [AttentionTimes], _ product: SquareProduct) -> JSON {
    .object(
      setting + [JSON.Member(key: "lengths", value: .array(times.map { .object($0.members) }))]
        + ending(product))
  }

  private var setting: [JSON.Member] {
    [
      JSON.Member(key: "bench", value: .string("attention")),
      JSON.Member(key: "heads", value: .integer(heads)),
      JSON.Member(key: "dim", value: .integer(dim)),
      JSON.Member(key: "causal", value: .bool(causal)),
    ]
  }

  private func ending(_ product: SquareProduct) -> [JSON.Member] {
    let speed: JSON = [
      "size": .integer(product.size), "milliseconds": .number(Float(product.time.milliseconds)),
      "gigaflops": .number(Float(product.gigaflops)),
    ]
    return [
      JSON.Member(key: "peakBytes", value: .integer(Measurement.peakBytes)),
      JSON.Member(key: "product", value: speed),
    ]
  }
}
