import ArgumentParser

@main
struct QKV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qkv",
    abstract: "A playground that takes transformer attention apart.",
    discussion: """
      Without a command, the course map opens; the first time, a sentence to play with. \
      A LESSON is a lesson's id or the path of its file; \
      a FILE may also be a scene (.qkv), and - reads one from standard input.
      """,
    version: "0.1.0",
    subcommands: [
      MapCommand.self, LearnCommand.self, ReviewCommand.self, PlayCommand.self, OpenCommand.self,
      HuntCommand.self, SnapshotCommand.self, EvalCommand.self, ExplainCommand.self,
      CheckCommand.self, BenchCommand.self, ProgressCommand.self, GlossaryCommand.self,
      RecapCommand.self, SubmitCommand.self, GradeCommand.self,
      RecordCommand.self, ReplayCommand.self, NewCommand.self, WatchCommand.self,
      ExportCommand.self, WorksheetCommand.self,
      KeysCommand.self, PathsCommand.self,
    ])

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func run() throws {
    try FirstPage.open(folders.chosen, ascii: screen.ascii, linear: lines.linear)
  }

  static func main() {
    Process.exit(with: Process.status(ofRunning: CommandLine.arguments.dropFirst()))
  }
}
