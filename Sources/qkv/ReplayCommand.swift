import ArgumentParser
import Classroom
import Curses
import Lessons
import Pages
import Playground
import Progress
import Terminal

/// `qkv replay`: a recording, seen again.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a recording.",
    discussion: """
      Space pauses and goes on, the right arrow lets the next thing happen at once, + and - change the speed, home begins \
      again, q ends. With --at, or without a terminal, the page of that moment is printed.
      """)

  @Argument(help: "A file made by qkv record.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("How many times as fast, from 0.25 to 16.", valueName: "times"))
  var speed = 1.0

  @Option(
    help: ArgumentHelp(
      "Print the page after so many seconds; the last one without a terminal.",
      valueName: "seconds"))
  var at: Double?

  @Option(help: ArgumentHelp("Columns and rows of the page that is printed.", valueName: "size"))
  var size = PageSize(Size(width: 120, height: 40))

  @Option(help: "How to print it.")
  var format = SnapshotCommand.Format.text

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    guard (0.25...16).contains(speed) else {
      throw ValidationError("A speed is a number from 0.25 to 16, such as --speed 2.")
    }
  }

  func run() throws {
    let recording = try recording()
    let library = try folders.chosen.library(besides: recording.start.lesson)
    let subject = try Subject.read(recording.start.lesson, folders.chosen, library: library)
    guard case .lesson(let lesson) = subject else {
      throw CommandFailure("\(recording.start.lesson) is no lesson any more.")
    }
    if lesson.digest != recording.start.digest {
      Output.complain(
        sentence: "\(lesson.id) was changed since it was recorded; what you see may differ.")
    }
    let replay = Replay(recording, lesson, library)
    guard at == nil, Output.isTerminal else { return try printPage(of: replay) }
    var stage = ReplayStage(replay, length: recording.length, speed: speed, ascii: screen.ascii)
    try stage.play()
  }

  private func recording() throws(CommandFailure) -> Recording {
    let text = try TextFile.read(file, limit: .recording)
    do throws(RecordingError) {
      return try Recording(text)
    } catch {
      throw CommandFailure(error.sentence(about: file))
    }
  }

  private func printPage(of replay: Replay) throws {
    var replay = replay
    replay.advance(to: at.map { .milliseconds(Int($0 * 1000)) } ?? .seconds(1 << 40))
    let symbols: Symbols = screen.ascii ? .ascii : .unicode
    let appearance = Appearance(theme: .dark, symbols: symbols, motion: false, colors: .full)
    let frame = Page(replay.model, size: size.size, appearance: appearance).frame
    switch format {
    case .text: try Output.say(frame.buffer.text().joined(separator: "\n"))
    case .ansi: try Output.say(escaped: frame.buffer.ansi(depth: .full))
    case .svg: try Output.say(frame.buffer.svg(theme: .dark))
    }
  }
}
