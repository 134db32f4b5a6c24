import Progress
import Text

extension ClassReport {
  /// The students as comma-separated values (RFC 4180), with the names of the columns in the first row.
  package var csv: String {
    ([Self.columns] + students.map(\.row)).map { row in
      row.map { Self.field($0.printableOnOneLine) }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// What each column of the table means stands in the author's guide.
  static let columns = [
    "name", "file", "handed_in", "lessons_finished", "steps_finished", "minutes", "answered",
    "right", "right_at_once", "tries", "hints", "goals", "misconceptions", "misconceptions_mended",
  ]

  private static func field(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    guard !isPlain || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension StudentMarks {
  fileprivate var row: [String] {
    let open = misconceptions.filter { !$0.value.isMended }.keys.sorted()
    let mended = misconceptions.filter(\.value.isMended).keys.sorted()
    let counts = [
      lessonsFinished, tally.stepsFinished, tally.minutesSpent, answered, right, rightAtOnce, tries,
      tally.hintsAsked, tally.goalsReached,
    ]
    return [name.withoutFormula, file.withoutFormula, handedIn.text] + counts.map(String.init)
      + [open.joined(separator: " "), mended.joined(separator: " ")].map(\.withoutFormula)
  }
}

extension String {
  /// A spreadsheet takes what begins so for a formula, and works it out: an apostrophe keeps it from that.
  fileprivate var withoutFormula: String {
    guard let first, "=+-@\t\r".contains(first) else { return self }
    return "'" + self
  }
}
