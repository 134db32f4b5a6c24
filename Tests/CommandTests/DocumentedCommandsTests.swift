import Foundation
import Testing

/// Every command line that README, guide and help show is run as it stands there.
///
/// The folder that it runs in holds what the texts speak of: `scene.qkv` and `taste.md`, both from the
/// guide, `table.csv` for its `X`, `lessons`, `class` with a hand-in, and the recording `talk.qkvlog`.
/// What is interactive reads lines where there is no terminal, and what needs a screen says so. Lines with a
/// placeholder are listed below; `.ci/start` and `.ci/test` are tried on a bare machine by hand.
@Suite struct DocumentedCommandsTests {
  /// What stands for many command lines, or names a block of a lesson.
  private static let placeholders: Set = [
    "qkv KIND", "qkv KIND NAME", "qkv help COMMAND", "qkv play NAME.qkv",
  ]
  private static let interactive: Set = ["qkv", "qkv learn", "qkv play", "qkv map"]
  private static let onScreen: Set = ["qkv record", "qkv watch"]
  private static let shown = Set(
    ["README.md", "lessons/README.md", "CONTRIBUTING.md"].flatMap(commands)
  ).subtracting(placeholders).sorted()

  @Test func theTextsShowCommands() {
    for command in ["qkv", "qkv check lessons", "qkv explain taste.md 'weight[\"cake\"]'"] {
      #expect(Self.shown.contains(command))
    }
    #expect(Self.shown.count >= 18)
  }

  @Test(arguments: shown)
  func aShownCommandDoesWhatItSays(command: String) throws {
    let words = command.split(separator: " ")
    // A command without its arguments is only spoken of.
    let isName = words.count == 2 && words[1] != "play"
    let run = try run(isName ? "qkv help \(words[1])" : command)
    // Without a terminal the weights of a sentence are printed.
    let isPrinted = command == "qkv play" || command.hasPrefix("qkv play --sentence")
    if Self.interactive.contains(words.prefix(2).joined(separator: " ")), !isName, !isPrinted {
      // Nothing is typed, so that it ends at once.
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("You can type a command at any time."), "\(run.output)")
    } else if Self.onScreen.contains(words.prefix(2).joined(separator: " ")), !isName {
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("qkv needs a terminal to run in."), "\(run.errors)")
    } else {
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.output.isEmpty)
    }
  }

  /// A page of the help, the words before its example, and the command line that the example completes.
  @Test(arguments: [
    ("snapshot", "spelled as in --keys ", "qkv snapshot projections --keys "),
    ("eval", "Change the scene first: ", "qkv eval scene.qkv --set "),
    ("eval", "one number, such as ", "qkv eval scene.qkv --grad "),
  ])
  func anExampleOfTheHelpRuns(page: String, words: String, command: String) throws {
    let help = try run("qkv help \(page)").output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let example = try #require(help.range(of: words).map { help[$0.upperBound...] }, "\(help)")
    let quote = try #require(example.first)
    #expect("'\"".contains(quote))
    let text = example.dropFirst().prefix { $0 != quote }
    let run = try run("\(command)\(quote)\(text)\(quote)")
    #expect(run.status == 0, "\(run.errors)")
  }

  private func run(_ command: String) throws -> ProgramRun {
    let workspace = Workspace()
    try workspace.file("scene.qkv", Self.firstScene)
    try workspace.file("taste.md", Self.firstLesson)
    try workspace.file(
      ".local/share/qkv/progress.json",
      #"{"version": 1, "lessons": {"softmax": {"touched": "2026-01-02T12:00:00Z", "finished": {}}}}"#
    )
    try workspace.file(
      "talk.qkvlog",
      #"{"began":1790000000,"digest":"","hasMotion":false,"lesson":"softmax","progress":"","#
        + #""qkv-recording":1}"#)
    try workspace.file("table.csv", String(repeating: "1,2,3,4\n", count: 7))
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path + "/lessons", withDestinationPath: Workspace.lessons)
    let folder = URL(fileURLWithPath: Workspace.program).deletingLastPathComponent().path
    return try workspace.run(
      "-c",
      "cd \"$0\" && PATH=\"$1:$PATH\" && mkdir class && "
        + "qkv submit --name Bob --output class/bob.json > /dev/null && \(command)",
      workspace.path, folder,
      program: "/bin/sh")
  }

  /// The first lesson of the guide, which it calls `taste.md`.
  private static let firstLesson: String = {
    let parts = text("lessons/README.md").components(separatedBy: "````")
    return parts.count > 1 ? String(parts[1].drop { $0 != "\n" }.dropFirst()) : ""
  }()

  /// The scene of the guide that it calls complete.
  private static let firstScene: String = {
    let mark = "This one is complete:\n\n```qkv scene\n"
    let parts = text("lessons/README.md").components(separatedBy: mark)
    return parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : ""
  }()

  private static func text(_ name: String) -> String {
    let root = URL(fileURLWithPath: Workspace.lessons).deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// Code spans and indented lines that begin with the program's name.
  private static func commands(in name: String) -> [String] {
    let text = text(name)
    let spans = text.matches(of: /[^`]`(qkv(?:\s[^`]*)?)`[^`]/).map { String($0.output.1) }
    let lines = text.matches(of: /(?:\n {4})(qkv[^\n]*)/).map { String($0.output.1) }
    return (spans + lines).map { span in
      span.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
