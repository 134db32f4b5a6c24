import ArgumentParser

/// `qkv bench`: what this very machine can do.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure this machine.",
    subcommands: [
      BenchAttentionCommand.self, BenchScenesCommand.self, BenchTrainingCommand.self,
    ],
    defaultSubcommand: BenchAttentionCommand.self)
}

/// How the results of a measurement are printed.
struct BenchOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(help: "How to print it.")
  var format = Format.text

  func say(_ text: String, _ json: JSON) throws {
    switch format {
    case .text: try Output.say(text)
    case .json: try Output.say(json.text)
    }
  }
}
