import Lessons
import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// A token of the scene that is named in words is a tile.
@Suite struct TokenTileTests {
  private func span(_ text: String, colors: ColorDepth = .full) throws -> Span? {
    let student = try Student(on: "ask")
    let appearance = Appearance(colors: colors)
    let narration = Narration(
      try student.stepState, student.model, appearance, isCompact: false)
    let words = narration.words([.text("who is "), .code(text), .text("?")], bold: false)
    guard words.count == 3, case .span(let span) = words[1] else { return nil }
    return span
  }

  @Test func aLabelStandsOnAGroundOfItsOwn() throws {
    let tile = try #require(try span("it"))
    #expect(tile.text == "\u{a0}it\u{a0}" && tile.role == .token)
    for theme in Theme.all where theme.isColored {
      #expect(theme.style(.token).background != theme.style(.text).background, "\(theme.name)")
    }
  }

  @Test func whereColoursAreFewItHasQuotationMarks() throws {
    for colors in [ColorDepth.mono, .sixteen] where Appearance(colors: colors).hasFewColors {
      #expect(try span("it", colors: colors)?.text == "\"it\"")
    }
    #expect(Appearance(colors: .mono).hasFewColors)
  }

  @Test(arguments: ["weight", "dog", "X[\"it\"]"])
  func whatIsNoLabelIsNoTile(text: String) throws {
    #expect(try span(text)?.text == text)
  }

  @Test func aLabelInAFormulaIsATileOfTheSameWidth() {
    let text = "weight[\"it\",\"cat\"] @ V"
    let spans = Formula(text, Appearance()).line.spans
    #expect(
      spans.filter { $0.role == .token }.map(\.text) == [" it ", " cat "])
    #expect(
      Formula(text, Appearance()).line.width == Formula(text, Appearance(colors: .mono)).line.width)
    #expect(Formula(text, Appearance(colors: .mono)).line.text == "weight[\"it\",\"cat\"]·V")
  }

  @Test func theGroundIsSeenOnThePage() throws {
    let student = try Student(on: "ask")
    let frame = student.frame
    let row = try #require(student.rows.firstIndex { $0.contains("Which token does") })
    let ground = Theme.dark.style(.token).background
    let cells = (0..<44).filter { frame.buffer[$0, row].style.background == ground }
    #expect(cells.count == 4)
  }
}
