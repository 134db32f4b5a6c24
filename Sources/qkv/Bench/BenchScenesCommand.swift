import ArgumentParser
import Playground
import Scenes

/// `qkv bench scenes`: what one press of a key costs.
struct BenchScenesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes", abstract: "Measure reading, changing and differentiating a scene.")

  @OptionGroup var options: BenchOptions

  func run() throws {
    let results = try [7, 32, 128].map { try SceneTimes(tokens: $0) }
    let drag = try DragTimes(tokens: 512, features: 64)
    try options.say(
      (results.map(\.text) + [drag.text]).joined(separator: "\n"),
      [
        "bench": .string("scenes"), "scenes": .array(results.map(\.json)),
        "drag": drag.json,
        "peakBytes": .integer(Measurement.peakBytes),
      ])
  }
}

/// The times of one attention head over a sentence of so many tokens.
private struct SceneTimes {
  let tokens: Int
  let read: Measurement
  let change: Measurement
  let gradient: Measurement

  init(tokens: Int) throws(Problems) {
    self.tokens = tokens
    let words = (0..<tokens).map { "w\($0)" }.joined(separator: " ")
    let source = SourceText(file: "bench", text: FreePlay.scene(over: words))
    var scene = try Scene([source])
    read = Measurement { _ = try? Scene([source]) }
    let cell = try scene.entry(SourceText(file: "bench", text: "X[0,0]"))
    let result = try scene.entry(SourceText(file: "bench", text: "output[0,0]"))
    var value: Float = 0
    change = Measurement {
      value += 0.1
      scene.set(cell, to: value)
    }
    gradient = Measurement { _ = scene.gradient(of: result) }
  }

  var text: String {
    """
    a head over \(tokens) tokens: read in \(read.milliseconds.rounded3) ms, \
    one cell changed in \(change.milliseconds.rounded3) ms, \
    one gradient in \(gradient.milliseconds.rounded3) ms
    """
  }

  var json: JSON {
    [
      "tokens": .integer(tokens), "read": read.json, "change": change.json,
      "gradient": gradient.json,
    ]
  }
}
