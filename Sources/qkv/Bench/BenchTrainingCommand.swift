import ArgumentParser
import Scenes
import Tensors
import Text

/// `qkv bench training`: gradient descent on a layer of attention, a step at a time.
struct BenchTrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training", abstract: "Measure steps of gradient descent.",
    discussion: """
      A step of Adam on a layer of two heads over 7 tokens of 8 features, with cross entropy as its loss: \
      forward, back, and the change of 256 weights.
      """)

  @Flag(help: "Train three small tasks from twenty starts each, drawn thirty times a second.")
  var tasks = false

  @OptionGroup var options: BenchOptions

  func run() throws {
    if tasks { try measureTasks() } else { try measureSteps() }
  }

  private func measureTasks() throws {
    let results = try LearningTask.all.map { try LearningTrials($0) }
    try options.say(
      results.map(\.text).joined(separator: "\n"),
      ["bench": .string("training"), "tasks": .array(results.map(\.json))])
  }

  private func measureSteps() throws {
    var training = try BenchLayer.training()
    let time = Measurement(runs: options.runs) { training.advance(BenchLayer.stepsInARun) }
    let microseconds = time.milliseconds * 1000 / Double(BenchLayer.stepsInARun)
    let (before, after) = (training.losses[0], training.loss)
    try options.say(
      """
      training two heads: \(microseconds.rounded3) µs a step (median of \(time.runs) × \
      \(BenchLayer.stepsInARun)), loss \(NumberFormat.readable(before)) → \(NumberFormat.readable(after))
      """,
      [
        "bench": .string("training"), "milliseconds": .number(Float(microseconds / 1000)),
        "runs": .integer(time.runs), "stepsInARun": .integer(BenchLayer.stepsInARun),
        "lossBefore": .number(before), "lossAfter": .number(after),
        "peakBytes": .integer(Measurement.peakBytes),
      ])
  }
}

/// The layer whose steps are measured.
private enum BenchLayer {
  static let stepsInARun = 100

  private static let text = """
    axis token   = 7
    axis feature = 8
    axis head    = 2
    axis trait   = 4
    X[token, feature]         = randn(seed: 1)
    W_q[head, feature, trait] = randn(seed: 2)
    W_k[head, feature, trait] = randn(seed: 3)
    W_v[head, feature, trait] = randn(seed: 4)
    W_o[head*trait, feature]  = randn(seed: 5)
    target[token]             = [3, 1, 4, 1, 5, 2, 6]
    weight = softmax((X @ W_q) @ (X @ W_k).T / sqrt(size(trait)))
    output = join(weight @ (X @ W_v), head, trait) @ W_o
    loss   = cross_entropy(output, target)
    """

  static func training() throws(Diagnostics) -> Training {
    let scene = try Scene([SourceText(file: "bench", text: text)])
    let loss = try scene.entry(SourceText(file: "bench", text: "loss")).node
    let parameters = ["W_q", "W_k", "W_v", "W_o"].compactMap { scene.definition($0)?.node }
    return Training(
      scene, TrainingPlan(loss: loss, parameters: parameters, rate: 0.01, steps: 1_000_000))
  }
}
