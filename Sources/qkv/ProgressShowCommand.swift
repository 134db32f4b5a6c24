import ArgumentParser
import Lessons
import Progress
import Text

/// `qkv progress show`: how far each lesson has come.
struct ProgressShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how far you have come.")

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let progress = try folders.chosen.progress()
    let library = try? folders.chosen.library()
    guard !progress.lessons.isEmpty else {
      return try Output.say("No lesson has been started yet. Begin with: qkv")
    }
    let names = Self.ordered(progress.lessons.keys, library)
    let rows = names.map { Self.row($0, progress, library) }
    let table = Columns([["lesson", "steps", "bets", "questions", "goals", "minutes"]] + rows)
    try Output.say((table.lines + Self.reviewLines(progress)).joined(separator: "\n"))
  }

  /// In the order of the course; what the course does not know comes last.
  private static func ordered(
    _ names: some Sequence<String>, _ library: Library?
  ) -> [String] {
    let course = library?.course.entries.map(\.id) ?? []
    let names = Set(names)
    return course.filter(names.contains) + names.subtracting(course).sorted()
  }

  private static func row(
    _ lesson: String, _ progress: Progress, _ library: Library?
  ) -> [String] {
    let tally = progress.tally(of: lesson)
    let steps = (try? library?.lesson(lesson))?.steps.map(\.id)
    let done =
      steps.map { "\(progress.finishedCount(of: lesson, steps: $0))/\($0.count)" }
      ?? "\(tally.stepsFinished)"
    return [
      lesson, done, "\(tally.predictionsRight)/\(tally.predictionsAsked)",
      "\(tally.questionsRight)/\(tally.questionsAsked)", "\(tally.goalsReached)",
      "\(tally.minutesSpent)",
    ]
  }

  private static func reviewLines(_ progress: Progress) -> [String] {
    guard !progress.review.isEmpty else { return [] }
    return ["", "worth another look:"]
      + progress.review.map { "  qkv learn \($0.lesson) --step \($0.step)".printableOnOneLine }
  }
}
