import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct OverlayTests {
  @Test func onASmallScreenTheFootIsAsWideAsWhatFloatsAboveIt() throws {
    var student = try Student(on: "ask", size: Size(width: 40, height: 12))
    try student.press("?")
    let buffer = student.frame.buffer
    let grounds = [10, 11].map { y in (0..<40).map { buffer[$0, y].style.background } }
    #expect(grounds[0] == grounds[1])
  }

  private static let sizes = [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
    Size(width: 30, height: 8),
  ]

  /// Every word that is seen while a page is read from its beginning to its end.
  private func words(_ student: Student) throws -> Set<Substring> {
    var student = student
    var words: Set<Substring> = []
    for _ in 0..<80 {
      words.formUnion(student.rows.flatMap { $0.split(separator: " ") })
      try student.press("space")
    }
    return words
  }

  @Test(arguments: sizes)
  func theSignsBesideNumbersAreExplainedToo(size: Size) throws {
    var student = try Student(size: size)
    try student.press("?")
    let seen = try words(student)
    #expect(seen.isSuperset(of: ["+.07", "∂", "+.21", "··", "hidden", "until"]))
  }

  @Test(arguments: sizes)
  func allKeysCanBeReadAtEverySize(size: Size) throws {
    var student = try Student(size: size)
    let context = student.model.context
    try student.press("?")
    let seen = try words(student)
    for binding in KeyTable.standard.bindings(in: context) {
      let wanted = binding.names(.unicode) + " " + binding.help
      let missing = Set(wanted.split(separator: " ")).subtracting(seen)
      #expect(missing.isEmpty, "\(binding.help)")
    }
  }

  @Test(arguments: sizes.filter { $0.width >= 40 })
  func aWholeDerivationCanBeReadAtEverySize(size: Size) throws {
    var student = try Student(size: size)
    try student.press("2 2 down down right enter")
    let seen = try words(student)
    for word in ["weight[\"it\",\"cat\"]", "operands", "score[\"it\",\"it\"]", "share"] {
      #expect(seen.contains(word[...]), "\(word)")
    }
  }

  @Test func theHelpKeyClosesTheHelp() throws {
    var student = try Student()
    try student.press("? ?")
    #expect(student.model.overlays.isEmpty)
  }

  @Test func arrowsTurnThePagesOfTheHelp() throws {
    var student = try Student(size: .usual)
    try student.press("?")
    let first = student.page
    try student.press("right")
    #expect(student.page != first)
    try student.press("left")
    #expect(student.page == first)
  }

  @Test func columnsThatDoNotFitCarryTheirLabels() throws {
    var student = try Student(on: "sizes", size: Size(width: 30, height: 8))
    try student.press("1 v")
    #expect(student.page.contains("noun    0 "))
    student.size = .comfortable
    #expect(!student.page.contains("noun    0 "))
  }

  @Test func whatIsStillMissingStandsBesideTheTyping() throws {
    var student = try Student(on: "sizes")
    try student.press("=")
    #expect(student.page.contains("a number, such as"))
    student.type("2")
    #expect(!student.page.contains("a number, such as"))
    #expect(student.frame.cursor?.y == 38)
  }

  @Test func theListSaysHowManyRowsItFound() throws {
    var student = try Student()
    try student.press(":")
    student.type("undo")
    #expect(student.page.contains("1 found"))
    student.type("zzz")
    #expect(student.page.contains("nothing matches"))
  }
}
