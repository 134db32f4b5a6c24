import Testing

@testable import Terminal

struct BarListTests {
  @Test func theValueAndItsChangeStandBehindTheBar() {
    let list = BarList(
      title: "it looks at",
      bars: [.init("the", value: 0.25), .init("cat", value: 1, change: 0.07)])
    #expect(
      rows(list, width: 25, height: 3) == [
        "it looks at", " the ██ .25", " cat ████████ 1.00  +.07",
      ])
  }

  @Test(arguments: 16..<40)
  func aBarKeepsItsLengthWhenAChangeComes(width: Int) {
    func full(change: Float?) -> Int {
      var list = BarList(bars: [.init("cat", value: 1, change: change)])
      list.keepsRoomForChanges = true
      return rows(list, width: width, height: 1)[0].count { $0 == "█" }
    }
    #expect(full(change: nil) == full(change: 5))
    #expect(full(change: 5) >= 6)
  }

  @Test func negativeValuesGrowToTheLeftOfALineAtZero() throws {
    let list = BarList(bars: [.init("a", value: 1), .init("b", value: -1)])
    let sides = rows(list, width: 30, height: 2).map { $0.split(separator: "│") }
    try #require(sides.allSatisfy { $0.count == 2 })
    #expect(sides[0].map { $0.contains("█") } == [false, true])
    #expect(sides[1].map { $0.contains("█") } == [true, false])
  }

  @Test func aChangeBelowItsNumberKeepsItsSignBesideTheLineAtZero() {
    var list = BarList(bars: [.init("a", value: 0, change: 4), .init("b", value: -1)])
    list.shareForAir = 1
    list.keepsRoomForChanges = true
    for height in 4...9 {
      let page = rows(list, width: 40, height: height)
      #expect(page.contains { $0.contains(/│ ?\+4\.00/) }, "\(page)")
    }
  }

  @Test(arguments: [(7, 1), (9, 2), (12, 3), (30, 3)])
  func barsAreAsThickAsTheirRoomAllows(height: Int, thickness: Int) {
    var list = BarList(bars: [.init("a", value: 1), .init("b", value: 0.5), .init("c", value: 1)])
    list.shareForAir = 1
    let page = rows(list, width: 40, height: height)
    #expect(page.count { $0.contains("██") } == 3 * thickness, "\(page)")
    #expect(page.count { $0.contains("1.00") || $0.contains(".50") } == 3)
  }

  @Test func whatIsComparedIsEquallyThick() {
    var short = BarList(bars: [.init("a", value: 1), .init("b", value: 0.5)])
    short.shareForAir = 1
    short.countBeside = 5
    var long = BarList(bars: (0..<5).map { .init("\($0)", value: 1) })
    long.shareForAir = 1
    for height in 9..<30 {
      let counts = [short, long].map { list in
        rows(list, width: 40, height: height).count { $0.contains("██") }
      }
      #expect(counts[0] * 5 == counts[1] * 2, "\(height): \(counts)")
    }
  }

  @Test func operandsHaveTheirValuesInAColumn() {
    let list = BarList(
      bars: [.init("x", value: 0.2), .init("y", value: 3.24)], emphasized: 1,
      hasValuesFirst: true, alignsLabelsRight: false)
    let lines = rows(list, width: 30, height: 2)
    #expect(lines[0].hasPrefix("  x    .20  █"))
    #expect(lines[1].hasPrefix("▸ y   3.24  █"))
  }

  @Test func theTitleKeepsItsRoomBesideTheNoteOfWhatIsHidden() {
    let list = BarList(
      title: "one query among sixteen random keys",
      bars: (0..<16).map { .init(Line("\($0)"), value: 1) })
    let size = list.size(fitting: Size(width: 78, height: 9), appearance: Appearance())
    let title = rows(list, width: size.width, height: 9)[0]
    #expect(title == "one query among sixteen random keys   rows 0–7 of 16")
  }

  @Test func theBarThatIsFollowedIsInView() {
    var list = BarList(
      title: "weight", bars: (0..<16).map { BarList.Bar("\($0)", value: nil) }, emphasized: 2)
    #expect(rows(list, width: 40, height: 5)[0].hasSuffix("rows 0–3 of 16"))
    list.followed = 13
    #expect(rows(list, width: 40, height: 5)[0].hasSuffix("rows 10–13 of 16"))
  }

  @Test func aVeiledValueHasNoBar() {
    let list = BarList(bars: [.init("x", value: nil)])
    #expect(rows(list, width: 20, height: 1) == [" x  ··"])
  }

  @Test func anInfiniteValueFillsTheRoomAndFadesOut() {
    let list = BarList(bars: [.init("a", value: .infinity), .init("b", value: 2)])
    let page = rows(list, width: 20, height: 2)
    #expect(page == [" a █████████▓▒░ ∞", " b ████████████ 2.00"])
  }

  @Test func whatIsBelowEverythingFadesOutToTheLeft() {
    let bars = [1, -1, -Float.infinity, .nan].map { BarList.Bar("x", value: $0) }
    let page = rows(BarList(bars: bars), width: 30, height: 4)
    #expect(page[2].hasPrefix(" x ░▒▓███"))
    #expect(page[2].hasSuffix("│ −∞"))
    #expect(page[3].contains("│ NaN") && !page[3].contains("█"))
  }

  @Test func whatIsNotANumberSaysSoAndIsNoSmallValue() {
    let list = BarList(bars: [.init("a", value: .nan), .init("b", value: 0.01)])
    #expect(rows(list, width: 40, height: 2)[0] == " a  NaN  not a number")
    #expect(drawing(list, width: 40, height: 2)[4, 0].style == Appearance().style(.error))
  }

  @Test(arguments: [Appearance(), Appearance(colors: .sixteen), Appearance(colors: .mono)])
  func theBarUnderTheHandIsHeldAsACellIs(appearance: Appearance) throws {
    var list = BarList(bars: [.init("the", value: 0.2), .init("cat", value: 0.4)])
    list.cursor = 1
    let page = drawing(list, width: 30, height: 2, appearance: appearance)
    #expect(page.text()[1].hasPrefix("\(appearance.symbols.pointer)cat"))
    let rect = Rect(Size(width: 30, height: 2))
    let place = try #require(list.cursorPlace(in: rect, appearance: appearance))
    #expect(page.text()[1].dropFirst(place.x).hasPrefix(".40"))
    #expect(page[place.x, place.y].style == appearance.style(.held))
    list.cursor = 0
    let other = drawing(list, width: 30, height: 2, appearance: appearance)
    #expect(other[place.x, place.y].style != appearance.style(.held))
  }

  @Test func aClickOnARowFindsItsBar() {
    var list = BarList(title: "weight", bars: (0..<3).map { .init("\($0)", value: 1) })
    let rect = Rect(x: 4, y: 2, width: 30, height: 4)
    let bars = (2...6).map { list.hit(Point(x: 9, y: $0), in: rect, appearance: Appearance()) }
    #expect(bars == [nil, 0, 1, 2, nil])
    list.shareForAir = 1
    let tall = Rect(x: 4, y: 2, width: 30, height: 7)
    #expect(list.hit(Point(x: 9, y: 5), in: tall, appearance: Appearance()) == 1)
    #expect(list.hit(Point(x: 9, y: 6), in: tall, appearance: Appearance()) == 1)
  }

  @Test func whereThereIsRoomTheChangeStandsBelowItsNumber() {
    var list = BarList(
      title: "it looks at",
      bars: [.init("the", value: 0.25, change: -0.07), .init("cat", value: 1)])
    list.keepsRoomForChanges = true
    list.shareForAir = 0.5
    #expect(list.size(fitting: Size(width: 25, height: 10), appearance: Appearance()).height == 5)
    #expect(list.size(fitting: Size(width: 25, height: 9), appearance: Appearance()).height == 3)
    #expect(
      rows(list, width: 25, height: 5) == [
        "it looks at", " the ███▌ .25", "         −.07", " cat ██████████████ 1.00", "",
      ])
    #expect(rows(list, width: 25, height: 3)[2].hasPrefix(" cat █"))
  }

  /// Shares that stay must look it, whatever the numbers beside them do.
  @Test(arguments: 20..<40)
  func barsKeepTheirLengthWhenNumbersGetAMinus(width: Int) {
    func wanted(_ value: Float) -> Int {
      var list = BarList(bars: [.init("cat", value: value)])
      list.keepsRoomForChanges = true
      return list.size(fitting: Size(width: width, height: 1), appearance: Appearance()).width
    }
    #expect(wanted(1.1) == wanted(-3.9) && wanted(1.1) == wanted(11))
  }

  @Test func noBarInASCIIEndsInASignThatWouldBelongToItsNumber() {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    for value in stride(from: Float(0.02), to: 1, by: 0.04) {
      let list = BarList(bars: [.init("a", value: value), .init("b", value: 1)])
      let row = rows(list, width: 20, height: 2, appearance: appearance)[0]
      #expect(!row.contains("-") && !row.contains("="), "\(row)")
    }
  }

  @Test func infinityIsEndlessInASCIIToo() {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let list = BarList(bars: [.init("a", value: .infinity)])
    #expect(rows(list, width: 12, height: 1, appearance: appearance) == [" a ###:. inf"])
  }
}
