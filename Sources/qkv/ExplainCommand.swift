import ArgumentParser
import Lessons
import Scenes
import Text

/// `qkv explain`: why one cell holds its number.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Derive one cell of a scene, step by step.")

  @Argument(
    help: "A scene (.qkv), a lesson (.md) or a lesson's id; - is standard input.",
    completion: .file(extensions: ["qkv", "md"]))
  var file: String

  @Argument(help: "The cell, such as 'weight[\"it\",\"cat\"]'.")
  var cell: String

  @OptionGroup var changes: ChangeOptions
  @OptionGroup var folders: FolderOptions

  func run() throws {
    let scene = try Subject.read(file, folders.chosen).scene(changes.chosen)
    let entry = try scene.entry(SourceText(file: "cell", text: cell))
    try Output.say(scene.explanation(of: entry).text)
  }
}

extension Explanation {
  /// The derivation in plain text: value, formula, arithmetic, what it came from, where it goes.
  fileprivate var text: String {
    let head = ["\(label) = \(NumberFormat.plain(value))", "", "  \(formula)", "  \(sentence)"]
    let arithmetic = lines.isEmpty ? [] : [""] + lines.map { "  " + $0.plainText }
    let parts = [head + arithmetic, operandLines, feedLines].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var operandLines: [String] {
    guard !operands.isEmpty else { return [] }
    let rows = operands.map { operand in
      [operand.label, NumberFormat.plain(operand.value), NumberFormat.plain(operand.derivative)]
    }
    let rest = operandCount - operands.count
    return [
      "made from (value, and how much \(label) changes per unit of it, the others held still):"
    ]
      + Columns(rows).lines.map { "  " + $0 }
      + (rest == 0 ? [] : ["  and \(rest) more, each of which counts less"])
  }

  private var feedLines: [String] {
    guard !feeds.isEmpty else { return [] }
    return ["used by:"] + Columns(feeds.map { [$0.label, $0.phrase] }).lines.map { "  " + $0 }
  }
}
