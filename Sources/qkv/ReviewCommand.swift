import ArgumentParser
import Lessons
import Playground
import Progress
import Scenes
import Text

/// `qkv review`: questions that were answered some days ago, with other numbers.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Answer old questions again, three minutes a day.",
    discussion: """
      A question comes back 1, 3, 7 and 21 days after you answered it, and from then on every 21 days: right, when it \
      is due, leads to the next interval, wrong back to one day. A day begins at midnight. Wrong answers come first, \
      then what is longest overdue, five questions at a time.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Flag(help: "Print the questions that are due, and ask none.")
  var list = false

  @Option(help: "How to print the list; json implies --list.")
  var format: Format?

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let app = InteractiveApp(folders: folders.chosen, ascii: screen.ascii, linear: lines.linear)
    let model = try app.model()
    switch format {
    case .json?: return try Output.say(Self.json(of: model).text)
    case .text?: return try Output.say(Self.lines(of: model).joined(separator: "\n"))
    case nil where list: return try Output.say(Self.lines(of: model).joined(separator: "\n"))
    case nil: break
    }
    guard !model.dueItems.isEmpty else { return try Output.say(Self.outlook(of: model)) }
    try app.run { app.carryOut(.go(.review), on: &$0) }
  }

  /// What is due and when the next comes, as a sentence of its own.
  private static func outlook(of model: Model) -> String {
    let text = model.reviewOutlook
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func lines(of model: Model) -> [String] {
    let due = model.dueItems.map { DueQuestion($0, in: model) }
    let table = Columns(
      due.map { [$0.isRight ? "right" : "wrong", $0.since, $0.lesson, $0.step, $0.ask] })
    return table.lines + [outlook(of: model)]
  }

  private static func json(of model: Model) -> JSON {
    let days = model.reviewItems.map { $0.schedule.daysLeft(at: model.now) }
    let due = model.dueItems.map { DueQuestion($0, in: model).json }
    return [
      "intervals": .integers(ReviewSchedule.intervals), "due": .array(due),
      // The days until others come back; 0 where there are none.
      "next": .integer(days.first { $0 > 0 } ?? 0),
    ]
  }
}

/// A question that is due, with the numbers that it will have.
private struct DueQuestion {
  let item: ReviewItem
  let daysOverdue: Int
  /// What is asked, on one line.
  let ask: String

  init(_ item: ReviewItem, in model: Model) {
    self.item = item
    daysOverdue = -item.schedule.daysLeft(at: model.now)
    let address = item.address
    let lesson = try? model.library.lesson(address.lesson)
      .asking(address.block, ofStep: address.step, seed: item.seed)
    let words = lesson?.steps.first.flatMap { step in
      step.questions.first?.ask.plainText(in: step.scene)
    }
    ask = words?.singleSpaced ?? ""
  }

  var lesson: String { item.address.lesson }
  var step: String { item.address.step }
  var isRight: Bool { item.schedule.wasRight }

  var since: String {
    daysOverdue == 0 ? "due today" : "\(counted(daysOverdue, "day")) overdue"
  }

  var json: JSON {
    [
      "lesson": .string(lesson), "step": .string(step), "question": .string(item.address.block),
      "ask": .string(ask), "right": .bool(isRight),
      "interval": .integer(ReviewSchedule.intervals[item.schedule.stage]),
      "overdue": .integer(daysOverdue), "seed": .integer(item.seed),
    ]
  }
}
