import ArgumentParser
import Playground
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `qkv bench costs`: how time and memory grow with the input.
struct BenchCostsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "costs", abstract: "Measure time and memory as inputs grow from 1000 to 1000000.",
    discussion: """
      Everything is done by a process of its own, so that its peak memory is known. A key is what one \
      press costs, the change and the page after it; only this very program can tell that of itself.
      """)

  @Option(help: ArgumentHelp("The qkv to measure; this one if left out.", valueName: "path"))
  var program: String?

  @Option(help: ArgumentHelp("The largest input.", valueName: "number"))
  var most = 1_000_000

  @Option(help: ArgumentHelp("Measure only what has this in its name.", valueName: "word"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp("The seconds and gigabytes that one run may take.", valueName: "number"))
  var limit = 60

  /// The lesson in which a key is measured.
  @Option(help: .private)
  var key: String?

  /// The case whose input is printed.
  @Option(help: .private)
  var input: String?

  @OptionGroup var options: BenchOptions

  func validate() throws {
    guard (1_000...100_000_000).contains(most) else {
      throw ValidationError("--most must be from 1000 to 100000000.")
    }
    guard (1...3_600).contains(limit) else {
      throw ValidationError("--limit must be from 1 to 3600.")
    }
  }

  func run() throws {
    if let key { return try Output.say(String(try KeyTime(lesson: key).milliseconds)) }
    if let input {
      guard let cost = CostCase.all.first(where: { $0.name == input }) else {
        throw CommandFailure("There is no \(input) to measure.")
      }
      return try Output.say(cost.text(most))
    }
    let work = try CostFolder()
    defer { work.remove() }
    let cases = CostCase.all.filter { cost in
      only.isEmpty || only.contains { cost.name.contains($0) }
    }
    let results = try cases.flatMap { cost in
      try sizes.map { try CostResult(cost, size: $0, self, work) }
    }
    try options.say(
      Table(columns: [-32, 9, 12, 10, 10, -44], rows: [CostResult.head] + results.map(\.row)).text,
      ["bench": .string("costs"), "costs": .array(results.map(\.json))])
  }

  private var sizes: [Int] { [1_000, 10_000, 100_000, 1_000_000].filter { $0 <= most } }
}

/// What one command took with an input of one size.
private struct CostResult {
  let name: String
  let size: Int
  let process: MeasuredProcess
  let keyMilliseconds: Double?

  init(_ cost: CostCase, size: Int, _ command: BenchCostsCommand, _ folder: CostFolder) throws {
    self.name = cost.name
    self.size = size
    let limits = MeasuredProcess.Limits(seconds: command.limit, gigabytes: command.limit)
    // A process begins with the memory of the one that starts it: this one makes no large text itself.
    _ = try MeasuredProcess(
      CommandLine.arguments[0],
      ["bench", "costs", "--input", cost.name, "--most", String(size)], limits, folder)
    let file = try folder.moveOutput(to: cost.isLesson ? "costs.md" : "costs.qkv")
    let program = command.program ?? CommandLine.arguments[0]
    process = try MeasuredProcess(program, cost.arguments(file, size), limits, folder)
    let asksKey = cost.isLesson && command.program == nil && process.status == 0
    let key =
      asksKey
      ? try MeasuredProcess(program, ["bench", "costs", "--key", file], limits, folder) : nil
    keyMilliseconds = key.flatMap { Double($0.output) }
  }

  static let head = ["what", "size", "time", "peak", "a key", "  "]

  var row: [String] {
    [
      name, String(size), process.milliseconds.rounded3 + " ms",
      String(process.peakBytes >> 20) + " MB",
      keyMilliseconds.map { $0.rounded3 + " ms" } ?? "", "  " + process.note,
    ]
  }

  var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "what", value: .string(name)), .init(key: "size", value: .integer(size)),
      .init(key: "milliseconds", value: .number(Float(process.milliseconds))),
      .init(key: "peakBytes", value: .integer(process.peakBytes)),
      .init(key: "status", value: .integer(Int(process.status))),
    ]
    if let keyMilliseconds {
      members.append(.init(key: "keyMilliseconds", value: .number(Float(keyMilliseconds))))
    }
    return .object(members)
  }
}
