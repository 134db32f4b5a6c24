import ArgumentParser
import Files

/// Where a command writes what it makes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file; standard output if left out.", valueName: "file"),
    completion: .file())
  var output: String?

  /// Writes a text to the file, in place of what stood there, or to standard output.
  func write(_ text: String) throws {
    guard let output, output != "-" else { return try Output.say(text) }
    do {
      try FileWriter().replace(output, with: Array(text.utf8))
    } catch {
      throw CommandFailure(error.problem)
    }
    try Output.say("Wrote \(output).")
  }
}
