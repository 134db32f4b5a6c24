import ArgumentParser

/// `qkv bench`: what this very machine can do.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure this machine.",
    subcommands: [
      BenchAttentionCommand.self, BenchCostsCommand.self, BenchProductsCommand.self,
      BenchScenesCommand.self, BenchTrainingCommand.self,
    ],
    defaultSubcommand: BenchAttentionCommand.self)
}

/// How long something is measured, and how the results are printed.
struct BenchOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(
    help: ArgumentHelp(
      "How often to do what is measured, instead of for half a second.", valueName: "number"))
  var runs: Int?

  @Option(help: "How to print it.")
  var format = Format.text

  func validate() throws {
    guard (1...10_000_000).contains(runs ?? 1) else {
      throw ValidationError("--runs must be from 1 to 10000000.")
    }
  }

  func say(_ text: String, _ json: JSON) throws {
    switch format {
    case .text: try Output.say(text)
    case .json: try Output.say(json.text)
    }
  }
}
