import ArgumentParser
import Tensors

/// `qkv bench attention`: one layer of attention, written out as the lessons do.
struct BenchAttentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attention", abstract: "Measure attention over several heads.",
    discussion: """
      Each head computes softmax(Q @ K.T / sqrt(dim)) @ V with its whole table of weights. The speed \
      of a plain matrix product is measured beside it.
      """)

  @Option(help: ArgumentHelp("How many heads.", valueName: "number"))
  var heads = 12

  @Option(help: ArgumentHelp("How many tokens.", valueName: "number"))
  var tokens = 1024

  @Option(help: ArgumentHelp("The dimension of each head.", valueName: "number"))
  var dim = 64

  @Flag(help: "Hide the tokens that come later.")
  var causal = false

  @OptionGroup var options: BenchOptions

  func validate() throws {
    try Self.check(heads, "--heads", 1024)
    try Self.check(tokens, "--tokens", 16_384)
    try Self.check(dim, "--dim", 4096)
  }

  func run() throws {
    let layer = AttentionLayer(heads: heads, tokens: tokens, dim: dim, isCausal: causal)
    let time = Measurement { _ = layer.output() }
    // Two products of tokens × tokens × dim for each head, each an addition and a multiplication.
    let work = 4 * Double(heads) * Double(tokens) * Double(tokens) * Double(dim)
    let product = SquareProduct(size: 1024)
    try options.say(text(time, work, product), json(time, work, product))
  }

  private static func check(_ number: Int, _ name: String, _ limit: Int) throws {
    guard (1...limit).contains(number) else {
      throw ValidationError("\(name) must be from 1 to \(limit).")
    }
  }

  private func text(_ time: Measurement, _ work: Double, _ product: SquareProduct) -> String {
    let mask = causal ? ", causal" : ""
    return """
      attention: \(heads) heads × \(tokens) tokens × \(dim)\(mask)
        \(time.milliseconds.rounded3) ms (median of \(time.runs)), \
      \(time.gigaflops(work).rounded3) GFLOP/s
        a product of \(product.size) × \(product.size) matrices runs at \
      \(product.gigaflops.rounded3) GFLOP/s
        \(Measurement.peakBytes / 1_000_000) MB at the peak
      """
  }

  private func json(_ time: Measurement, _ work: Double, _ product: SquareProduct) -> JSON {
    [
      "bench": .string("attention"), "heads": .integer(heads), "tokens": .integer(tokens),
      "dim": .integer(dim), "causal": .bool(causal),
      "milliseconds": .number(Float(time.milliseconds)), "runs": .integer(time.runs),
      "gigaflops": .number(Float(time.gigaflops(work))),
      "peakBytes": .integer(Measurement.peakBytes),
      "product": [
        "size": .integer(product.size), "milliseconds": .number(Float(product.time.milliseconds)),
        "gigaflops": .number(Float(product.gigaflops)),
      ],
    ]
  }
}
