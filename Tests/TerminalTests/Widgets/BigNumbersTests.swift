import Testing

@testable import Terminal

/// Numbers that are the picture.
struct BigNumbersTests {
  private let numbers = BigNumbers(
    items: [
      .init("dot", value: 24, role: .query), .init("cosine", value: 0.96, change: 0.04),
    ])

  @Test func whereThereIsRoomTheyAreDrawnLargeUnderTheirNames() {
    let lines = rows(numbers, width: 60, height: 5)
    #expect(lines[0].hasPrefix("dot") && lines[0].contains("cosine"))
    #expect(lines[1].contains("▀▀█ █ █"))
    #expect(lines[3].contains("+.04"))
    #expect(!lines.joined().contains("24"))
  }

  @Test func whatCountsThingsHasNoDecimals() {
    var counts = BigNumbers(items: [
      .init("tokens", value: 4), .init("cells", value: 16, change: 7),
    ])
    counts.areCounts = true
    #expect(rows(counts, width: 40, height: 2) == ["tokens  4", "cells   16 +7"])
  }

  @Test func withoutBlocksTheyAreMadeOfSignsAndFiveRowsHigh() {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let lines = rows(numbers, width: 70, height: 7, appearance: appearance)
    #expect(lines[1].hasPrefix("### # #"))
    #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func whereThereIsNoRoomEachHasALineAndNoDigitIsCut() {
    let lines = rows(numbers, width: 20, height: 2)
    #expect(lines[0].hasPrefix("dot") && lines[0].contains("24"))
    #expect(lines[1].contains(".96"))
    #expect(rows(numbers, width: 6, height: 2)[1].contains(".96"))
    #expect(rows(numbers, width: 2, height: 2).allSatisfy { !$0.contains("9") })
  }

  @Test func aNumberThatGrowsADigitMovesNothing() {
    var longer = numbers
    longer.items[0].value = -24.5
    let room = Size(width: 80, height: 6)
    #expect(
      longer.size(fitting: room, appearance: Appearance())
        == numbers.size(fitting: room, appearance: Appearance()))
  }
}
