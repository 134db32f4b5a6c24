import FuzzSupport
import Progress
import Testing

@testable import Classroom

/// A class is counted whatever lies in its folder.
@Suite struct ClassReportTests {
  private let steps = ["sums": ["one"], "more": ["one", "two"]]

  private func entry(
    _ file: String, _ name: String, _ progress: Progress, after seconds: Int = 0
  ) -> ClassReport.Entry {
    let date = Timestamp(secondsSince1970: HandInTests.noon.secondsSince1970 + seconds)
    let text = HandIn(name: name, date: date, progress: progress).text
    return ClassReport.Entry(file: file, bytes: Array(text.utf8))
  }

  @Test func eachStudentIsCounted() throws {
    let report = ClassReport(
      [
        entry("b.json", "Bob", HandInTests.progress("b", right: false, tries: 2)),
        entry("a.json", "Ada", HandInTests.progress("a")),
      ], steps: steps)
    #expect(report.students.map(\.name) == ["Ada", "Bob"])
    let bob = try #require(report.students.last)
    #expect(bob.lessonsFinished == 1 && bob.answered == 1 && bob.right == 0 && bob.tries == 2)
    #expect(report.students[0].rightAtOnce == 1)
    let question = try #require(report.questions.first)
    #expect(question.address == HandInTests.block)
    #expect(question.answered == 2 && question.missed == 1)
    #expect(question.wrongAnswers == [.init(text: "20.0", count: 1)])
    #expect(report.misconceptions == [MisconceptionMarks(id: "times", students: 1, mended: 0)])
    #expect(report.notes == [])
  }

  @Test func ofOneStudentTheNewestCounts() {
    let report = ClassReport(
      [
        entry("late.json", "Ada", HandInTests.progress("a", tries: 2), after: 60),
        entry("early.json", "ada", HandInTests.progress("a")),
      ], steps: steps)
    #expect(report.students.map(\.tries) == [2])
    #expect(
      report.notes == [
        "early.json is not counted: late.json is what Ada handed in last."
      ])
  }

  @Test func copiesAndNamesakesAreNamedAndCounted() {
    let report = ClassReport(
      [
        entry("a.json", "Ada", HandInTests.progress("a")),
        entry("b.json", "Bob", HandInTests.progress("a")),
        entry("c.json", "Cy", HandInTests.progress("c")),
        entry("d.json", "Cy", HandInTests.progress("d", tries: 2)),
      ], steps: steps)
    #expect(report.students.count == 4)
    #expect(report.notes.contains { $0.hasPrefix("a.json and b.json hold one student's work") })
    #expect(report.notes.contains { $0.hasPrefix("c.json and d.json are of several students") })
  }

  @Test func whatIsNoHandInIsNamedAndStopsNothing() {
    let good = entry("a.json", "Ada", HandInTests.progress("a"))
    let text = HandIn(
      name: "Bob", date: HandInTests.noon, progress: HandInTests.progress("b")
    ).text
    let report = ClassReport(
      [
        good, ClassReport.Entry(file: "notes.txt", bytes: Array("hello".utf8)),
        ClassReport.Entry(file: "b.json", bytes: Array(text.utf8.dropLast(60))),
      ], steps: steps)
    #expect(report.students.map(\.name) == ["Ada"])
    #expect(
      report.notes == [
        "b.json is damaged: its checksum does not agree. Ask for it again.",
        "notes.txt is no hand-in. One is made with qkv submit.",
      ])
  }

  @Test func theTableIsReadBackFieldByField() {
    let names = [
      "Plain", "Comma, Inc", "\"Q\"", " air ", "two\nlines", "esc\u{1B}[2J", "=1+1", "Zoë 🐈",
    ]
    let report = ClassReport(
      names.enumerated().map { entry("\($0).json", $1, HandInTests.progress("\($0)")) },
      steps: steps)
    let rows = csvRows(report.csv)
    #expect(rows.allSatisfy { $0.count == ClassReport.columns.count })
    // Nothing in a name drives a terminal, or ends a line.
    let expected = [
      "Plain", "Comma, Inc", "\"Q\"", "air", "two lines", "'=1+1", "Zoë 🐈", "esc�[2J",
    ]
    #expect(Set(rows.dropFirst().map { $0[0] }) == Set(expected))
    #expect(report.csv.hasSuffix("\r\n"))
  }

  /// What RFC 4180 says of quotes, commas and line ends, and nothing more.
  private func csvRows(_ text: String) -> [[String]] {
    var (rows, row, field, isQuoted) = ([[String]](), [String](), "", false)
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      switch (scalar, isQuoted) {
      case ("\"", true) where place < scalars.count && scalars[place] == "\"":
        field.unicodeScalars.append(scalar)
        place += 1
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(field)
        field = ""
      case ("\r", false): break
      case ("\n", false):
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
