import ArgumentParser
import Lessons
import Scenes
import Text

/// `qkv check`: lessons and scenes are checked like code.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check lessons and scenes.",
    discussion:
      "Everything of every file is checked. The exit status is 1 where there is an error; "
      + "warnings do not change it.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(
    help: ArgumentHelp("Files (.md, .qkv) or folders of them.", valueName: "path"),
    completion: .file(extensions: ["md", "qkv"]))
  var paths: [String]

  @Option(help: "How to print it.")
  var format = Format.text

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let trees = try paths.map { try CheckableFiles(under: $0) }
    let files = trees.flatMap(\.files)
    let known = KnownLessons(files: files, library: try? folders.chosen.library())
    let findings =
      files.map { Finding(of: $0, known: known) } + trees.flatMap(\.skipped).map(Finding.init)
    switch format {
    case .text: try sayText(findings)
    case .json: try Output.say(findings.json.text)
    }
    guard findings.allSatisfy(\.problems.isEmpty) else { throw ExitCode.failure }
  }

  private func sayText(_ findings: [Finding]) throws {
    let complaints = findings.flatMap { finding in
      (finding.problems + finding.warnings).map { $0.rendered() }
    }
    if !complaints.isEmpty { Output.complain(complaints.joined(separator: "\n")) }
    try Output.say(findings.summary)
  }
}
