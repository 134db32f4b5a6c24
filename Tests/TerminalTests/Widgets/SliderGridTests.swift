import Testing

@testable import Terminal

struct SliderGridTests {
  private let grid = SliderGrid(
    rows: [
      SliderRow(label: "noun", value: 0.1), SliderRow(label: "animal", value: 0.4, start: 0.2),
      SliderRow(label: "pronoun", value: 0.9, start: 0, change: 0.1),
    ], focused: 2)

  @Test func aWidePageShowsTwoSlidersInARow() {
    let lines = rows(grid, width: 100, height: 4)
    #expect(lines[0].contains("noun") && lines[0].contains("animal"))
    #expect(lines[1].hasPrefix("▸ pronoun ─"))
    #expect(lines[1].contains(".90 +.10"))
  }

  @Test func theTrackIsFilledFromTheStartToTheKnob() {
    let line = rows(grid, width: 60, height: 3)[2]
    #expect(line.contains("┿━━━━━●"))
  }

  @Test func longLabelsLeaveTheTrackNineCellsWhereTheyCan() {
    let row = SliderRow(label: "pronoun drink", value: 0)
    let track = rows(SliderGrid(rows: [row, row]), width: 76, height: 1)[0]
    #expect(track.split(separator: " ").contains("────●────"))
  }

  @Test func largeWholeNumbersAreWrittenOut() {
    func value(_ number: Float) -> String {
      SliderRow(label: "n", value: number).valueText(Appearance())
    }
    #expect(value(100_000) == "100000" && value(10_000) == "10000")
    #expect(value(8) == Appearance().number(8) && value(0.5) == ".50")
  }

  @Test func theFocusedSliderStaysInSight() {
    let lines = rows(grid, width: 60, height: 1)
    #expect(lines[0].contains("pronoun"))
  }

  @Test func aClickOnTheTrackIsAValue() throws {
    let rect = Rect(Size(width: 60, height: 3))
    let cursor = try #require(grid.cursor(in: rect))
    let hit = try #require(grid.hit(cursor, in: rect))
    #expect(hit.row == 2)
    #expect(abs((hit.value ?? 0) - 0.9) < 0.1)
  }

  @Test func sizesAreCountedWithoutDecimals() {
    let grid = SliderGrid(rows: [SliderRow(label: "trait", value: 8, range: 1...16, isWhole: true)])
    #expect(rows(grid, width: 60, height: 1)[0].hasSuffix(" 8"))
  }

  @Test(arguments: [(120, true), (76, false)])
  func slopesStandBehindTheValues(width: Int, hasChanges: Bool) {
    let row = SliderRow(label: "pronoun", value: 0.5, change: 0.1, slope: -0.31)
    let lines = rows(SliderGrid(rows: [row, row]), width: width, height: 1)
    #expect(lines[0].contains("∂ −.31") && lines[0].contains("●"))
    #expect(lines[0].contains("+.10") == hasChanges)
  }

  @Test func theChangeOfASizeIsCountedToo() {
    let size = SliderRow(
      label: "size", value: 64, range: 4...512, start: 16, change: 48, isWhole: true)
    #expect(rows(SliderGrid(rows: [size]), width: 60, height: 1)[0].hasSuffix("64 +48"))
  }

  @Test func aSmallSlopeIsToldFromNone() {
    let small = SliderRow(label: "a", value: 0.5, slope: -0.0031)
    let none = SliderRow(label: "b", value: 0.5, slope: 0)
    let lines = rows(SliderGrid(rows: [small, none]), width: 60, height: 2)
    #expect(lines[0].hasSuffix("∂ −.0031") && lines[1].hasSuffix("∂ .00"))
  }

  @Test func aSizeHasNoSlope() {
    let size = SliderRow(label: "size(trait)", value: 4, range: 1...8, isWhole: true)
    let other = SliderRow(label: "X", value: 0.5, slope: 0.31)
    let lines = rows(SliderGrid(rows: [size, other]), width: 60, height: 2)
    #expect(!lines[0].contains("∂") && lines[1].contains("∂ +.31"))
  }

  @Test func aSingleRowSaysOnWhichSideTheOthersAre() {
    var grid = grid
    for (focused, sign) in [(0, "▾"), (1, "▴▾"), (2, "▴")] {
      grid.focused = focused
      #expect(rows(grid, width: 36, height: 1)[0].hasSuffix(" " + sign))
    }
  }
}
