import ArgumentParser
import Playground
import Scenes
import Text

/// `qkv bench scenes`: what one press of a key costs.
struct BenchScenesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes", abstract: "Measure reading, changing and differentiating a scene.")

  /// What can be measured alone.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case read
    case change
    case gradient
    case drag
  }

  @Option(help: "Measure nothing but this.")
  var only: Part?

  @OptionGroup var options: BenchOptions

  func run() throws {
    let parts = only.map { [$0] } ?? Set(Part.allCases)
    let lengths = parts == [.drag] ? [] : [7, 32, 128]
    let results = try lengths.map { try SceneTimes(tokens: $0, parts, runs: options.runs) }
    let drag =
      try parts.contains(.drag)
      ? DragTimes(tokens: 512, features: 64, runs: options.runs) : nil
    try options.say(
      (results.map(\.text) + [drag?.text].compactMap(\.self)).joined(separator: "\n"),
      .object(members(results, drag)))
  }

  private func members(_ results: [SceneTimes], _ drag: DragTimes?) -> [JSON.Member] {
    [
      JSON.Member(key: "bench", value: .string("scenes")),
      JSON.Member(key: "scenes", value: .array(results.map { .object($0.members) })),
      drag.map { JSON.Member(key: "drag", value: $0.json) },
      JSON.Member(key: "peakBytes", value: .integer(Measurement.peakBytes)),
    ].compactMap(\.self)
  }
}

/// The times of one attention head over a sentence of so many tokens.
private struct SceneTimes {
  typealias Part = BenchScenesCommand.Part

  let tokens: Int
  private var times: [(part: Part, time: Measurement)] = []

  init(tokens: Int, _ parts: Set<Part>, runs: Int?) throws(Diagnostics) {
    self.tokens = tokens
    let words = (0..<tokens).map { "w\($0)" }.joined(separator: " ")
    let source = SourceText(file: "bench", text: FreePlay.scene(over: words))
    var scene = try Scene([source])
    let cell = try scene.entry(SourceText(file: "bench", text: "X[0,0]"))
    let result = try scene.entry(SourceText(file: "bench", text: "output[0,0]"))
    var value: Float = 0
    func measure(_ part: Part, _ body: () -> Void) {
      if parts.contains(part) { times.append((part, Measurement(runs: runs, body))) }
    }
    measure(.read) { _ = try? Scene([source]) }
    measure(.change) {
      value += 0.1
      scene.set(cell, to: value)
    }
    measure(.gradient) { _ = scene.gradient(of: result) }
  }

  var text: String {
    let parts = times.map { "\($0.part.words) \($0.time.milliseconds.rounded3) ms" }
    return "a head over \(tokens) tokens: " + parts.joined(separator: ", ")
  }

  var members: [JSON.Member] {
    [JSON.Member(key: "tokens", value: .integer(tokens))]
      + times.map { JSON.Member(key: $0.part.rawValue, value: $0.time.json) }
  }
}

extension BenchScenesCommand.Part {
  fileprivate var words: String {
    switch self {
    case .read: "read in"
    case .change: "one cell changed in"
    case .gradient: "one gradient in"
    case .drag: "one key in"
    }
  }
}
