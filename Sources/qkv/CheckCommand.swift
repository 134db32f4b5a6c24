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

  @Flag(help: "Count the words of each step, and warn where there are more than are read.")
  var words = false

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let findings = findings
    switch format {
    case .text: try sayText(findings)
    case .json: try Output.say(findings.json.text)
    }
    guard findings.allSatisfy(\.problems.isEmpty) else { throw ExitCode.failure }
  }

  /// What checking found; a path that is wrong stops no other.
  private var findings: [Finding] {
    var trees: [CheckableFiles] = []
    var refused: [Finding] = []
    for path in paths {
      do {
        trees.append(try CheckableFiles(under: path))
      } catch {
        refused.append(Finding(path, error))
      }
    }
    let files = trees.flatMap(\.files)
    let known = KnownLessons(files: files, library: try? folders.chosen.library())
    return refused
      + files.map {
        Finding(of: $0, known: known, folders: folders.chosen, countsWords: words)
      } + trees.flatMap(\.skipped).map(Finding.init)
  }

  private func sayText(_ findings: [Finding]) throws {
    let complaints = findings.flatMap { finding in
      (finding.problems + finding.warnings).map { $0.rendered() }
    }
    if !complaints.isEmpty { Output.complain(complaints.joined(separator: "\n")) }
    let counts = words ? findings.flatMap(\.wordLines) : []
    try Output.say((counts + [findings.summary]).joined(separator: "\n"))
  }
}
