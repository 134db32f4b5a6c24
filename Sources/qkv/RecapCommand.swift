import ArgumentParser
import Lessons
import Playground
import Progress

/// `qkv recap`: what was answered, as Markdown.
struct RecapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recap",
    abstract: "Print what you answered beside what is right, as Markdown.",
    discussion: """
      Each lesson that you began has a section: your guesses and the truth, the goals you reached, and the beliefs that \
      your answers showed, with whether you have answered their questions right since. What is right is told only once \
      you have answered.
      """)

  @Argument(help: "A lesson's id; all lessons that were begun if left out.")
  var lesson: String?

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let progress = try folders.chosen.progress()
    let library = try folders.chosen.library()
    let begun = library.course.entries.map(\.id).filter(progress.isStarted)
    guard let lesson else {
      guard !begun.isEmpty else {
        return try Output.say("No lesson has been started yet. Begin with: qkv")
      }
      let recaps = try begun.map { LessonRecap(try library.lesson($0), progress, library) }
      let title = library.course.title
      let heading = "# \(title.prefix(1).uppercased())\(title.dropFirst())"
      return try Output.say(([heading] + recaps.map(\.markdown)).joined(separator: "\n\n"))
    }
    let recap = LessonRecap(try library.lesson(lesson), progress, library)
    guard begun.contains(lesson) else {
      return try Output.say(
        "\(recap.title) has not been started yet. Begin with: qkv learn \(lesson)")
    }
    try Output.say(recap.markdown)
  }
}
