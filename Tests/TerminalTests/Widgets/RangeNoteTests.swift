import Testing

@testable import Terminal

/// What is hidden is said in words, or by signs on the side where it is.
@Suite struct RangeNoteTests {
  private func signs(_ shown: Range<Int>, areColumns: Bool = false) -> String? {
    RangeNote("rows", shown, of: 9, areColumns: areColumns, .unicode)?.signs
  }

  @Test func signsStandForTheSideWhereTheRestIs() {
    #expect(signs(0..<4) == "▾")
    #expect(signs(5..<9) == "▴")
    #expect(signs(2..<4) == "▴▾")
    #expect(signs(0..<4, areColumns: true) == "▸")
    #expect(signs(5..<9, areColumns: true) == "◂")
    #expect(signs(0..<9) == nil)
  }

  @Test func aNarrowTitleTellsTheSide() {
    var table = BarList(
      title: Line("a title that is long"), bars: (0..<8).map { .init("\($0)", value: 1) },
      emphasized: 7)
    #expect(rows(table, width: 14, height: 5)[0].hasSuffix("▴"))
    table.emphasized = 0
    #expect(rows(table, width: 14, height: 5)[0].hasSuffix("▾"))
  }
}
