import ArgumentParser
import Scenes
import Tensors

/// `qkv bench training`: gradient descent on one head, a step at a time.
struct BenchTrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training", abstract: "Measure steps of gradient descent on one head.")

  @OptionGroup var options: BenchOptions

  func run() throws {
    var descent = try Descent()
    let before = descent.loss
    let time = Measurement { descent.step() }
    let after = descent.loss
    try options.say(
      """
      training one head: \(time.milliseconds.rounded3) ms a step (median of \(time.runs)), \
      loss \(Numeral.readable(before)) → \(Numeral.readable(after))
      """,
      [
        "bench": .string("training"), "milliseconds": .number(Float(time.milliseconds)),
        "runs": .integer(time.runs), "lossBefore": .number(before), "lossAfter": .number(after),
        "peakBytes": .integer(Measurement.peakBytes),
      ])
  }
}

/// One head that learns to copy the first token's embedding to every place.
private struct Descent {
  private static let text = """
    axis token   = 16
    axis feature = 16
    axis trait   = 8
    X[token, feature]   = randn(seed: 1)
    W_q[feature, trait] = randn(seed: 2)
    W_k[feature, trait] = randn(seed: 3)
    weight = softmax((X @ W_q) @ (X @ W_k).T / sqrt(size(trait)))
    output = weight @ X
    error  = output - X[0]
    loss   = mean(mean(error * error))
    """
  private static let rate: Float = 0.05

  private var scene: Scene
  private let result: Entry
  private let parameters: [NodeID]

  init() throws(Problems) {
    scene = try Scene([SourceText(file: "bench", text: Self.text)])
    result = try scene.entry(SourceText(file: "bench", text: "loss"))
    parameters = ["W_q", "W_k"].compactMap { [scene] in scene.definition($0)?.node }
  }

  var loss: Float { scene.value(of: result) }

  mutating func step() {
    let gradient = scene.gradient(of: result)
    for node in parameters {
      guard let slope = gradient[node] else { continue }
      var values = scene.values(of: node)
      for index in values.elements.indices {
        values.elements[index] -= Self.rate * slope.elements[index]
      }
      scene.set(node, to: values, origin: .trained)
    }
  }
}
