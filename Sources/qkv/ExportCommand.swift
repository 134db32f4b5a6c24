import ArgumentParser
import Handouts
import Lessons

/// `qkv export`: a lesson as one page to print, to hand out or to read without a terminal.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a lesson as a page to hand out: HTML or Markdown.",
    discussion: """
      The page needs nothing but itself, and tells nothing that the lesson tells only after an answer: hidden numbers \
      are blank. --solutions adds answers, what is said to wrong ones, hints and the instructor's notes.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html
    case markdown
  }

  @Argument(help: "A lesson's id or file (.md).", completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(help: "How to print it.")
  var format = Format.html

  @Flag(help: "Add answers, replies, hints and notes: the page for whoever teaches.")
  var solutions = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var folders: FolderOptions

  func run() throws {
    guard case .lesson(let lesson) = try Subject.read(lesson, folders.chosen) else {
      throw CommandFailure("\(lesson) is a scene. Make a page of it with qkv worksheet \(lesson).")
    }
    let library = try folders.chosen.library(besides: lesson.file)
    let beliefs = library.misconceptions.map { ($0.id, $0.sentence) }
    let handout = try Handout(
      lesson, isSolved: solutions, beliefs: Dictionary(beliefs) { first, _ in first })
    switch format {
    case .html: try output.write(handout.html)
    case .markdown: try output.write(handout.markdown)
    }
  }
}
