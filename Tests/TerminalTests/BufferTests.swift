import Testing
import Text

@testable import Terminal

private let plain = Style.plain
private let bold = Style(bold: true)

@Test func writingTellsTheCellsItTook() {
  var buffer = Buffer(size: Size(width: 10, height: 2))
  #expect(buffer.write("query", at: Point(x: 1, y: 0), style: bold) == 5)
  #expect(buffer.write("猫 key", at: Point(x: 0, y: 1), style: plain) == 6)
  #expect(buffer.text() == [" query", "猫 key"])
  #expect(buffer[1, 0].style == bold)
  #expect(buffer[0, 0].style == plain)
}

@Test func writingStopsAtTheRightEdgeAndAtTheLimit() {
  var buffer = Buffer(size: Size(width: 6, height: 2))
  #expect(buffer.write("because", at: Point(x: 2, y: 0), style: plain) == 4)
  #expect(buffer.write("because", at: Point(x: 0, y: 1), style: plain, limit: 3) == 3)
  #expect(buffer.text() == ["  beca", "bec"])
}

@Test func aWideGlyphThatDoesNotFitIsLeftOut() {
  var buffer = Buffer(size: Size(width: 5, height: 1))
  #expect(buffer.write("猫猫猫", at: Point(x: 0, y: 0), style: plain) == 4)
  #expect(buffer.text() == ["猫猫"])
}

@Test func whatStandsLeftOfTheEdgeIsNotDrawn() {
  var buffer = Buffer(size: Size(width: 5, height: 2))
  #expect(buffer.write("thirsty", at: Point(x: -3, y: 0), style: plain) == 7)
  #expect(buffer.write("猫猫", at: Point(x: -1, y: 1), style: plain) == 4)
  #expect(buffer.text() == ["rsty", " 猫"])
}

@Test func rowsBesideTheBufferTakeNothing() {
  var buffer = Buffer(size: Size(width: 5, height: 1))
  buffer.write("under", at: Point(x: 0, y: 1), style: plain)
  buffer.write("above", at: Point(x: 0, y: -1), style: plain)
  #expect(buffer == Buffer(size: Size(width: 5, height: 1)))
}

@Test func overwritingHalfAWideGlyphBlanksTheOther() {
  var buffer = Buffer(size: Size(width: 4, height: 2))
  buffer.write("猫猫", at: Point(x: 0, y: 0), style: plain)
  buffer.write("猫猫", at: Point(x: 0, y: 1), style: plain)
  buffer.write("x", at: Point(x: 1, y: 0), style: plain)
  buffer.write("yy", at: Point(x: 1, y: 1), style: plain)
  #expect(buffer.text() == [" x猫", " yy"])
}

@Test func marksStayWithTheirLetterUpToFour() {
  var buffer = Buffer(size: Size(width: 3, height: 1))
  buffer.write("z" + String(repeating: "\u{335}", count: 40), at: Point(x: 0, y: 0), style: plain)
  #expect(buffer[0, 0].text.unicodeScalars.count == 5)
  #expect(buffer[1, 0].text == " ")
}

@Test func drawingInAClipLeavesTheRestAlone() {
  var buffer = Buffer(size: Size(width: 8, height: 3))
  buffer.write("猫猫猫猫", at: Point(x: 0, y: 1), style: plain)
  buffer.clipped(to: Rect(x: 3, y: 1, width: 3, height: 1)) { inner in
    inner.fill(Rect(x: 0, y: 0, width: 8, height: 3), with: "·", plain)
    inner.write("abcdefgh", at: Point(x: 0, y: 1), style: plain)
  }
  #expect(buffer.text() == ["", "猫 def猫", ""])
  #expect(buffer.clip == Rect(x: 0, y: 0, width: 8, height: 3))
}

@Test func aRowTellsWhichColumnsChanged() {
  var before = Buffer(size: Size(width: 8, height: 2))
  before.write("ab深de", at: Point(x: 0, y: 0), style: .plain)
  var after = before
  #expect(after.changedColumns(inRow: 0, since: before).isEmpty)

  after.write("B", at: Point(x: 1, y: 0), style: .plain)
  after.write("D", at: Point(x: 4, y: 0), style: Style(bold: true))
  #expect(after.changedColumns(inRow: 0, since: before) == 1..<5)
  #expect(after.changedColumns(inRow: 1, since: before).isEmpty)
}

@Test func aChangedHalfOfAWideGlyphChangesBoth() {
  var before = Buffer(size: Size(width: 8, height: 1))
  before.write("ab深de", at: Point(x: 0, y: 0), style: .plain)
  var after = before
  after.write("x", at: Point(x: 3, y: 0), style: .plain)
  #expect(after.changedColumns(inRow: 0, since: before) == 2..<4)
  #expect(before.changedColumns(inRow: 0, since: after) == 2..<4)
}

@Test func aBlankBetweenTwoWordsIsWrittenInTheStyleOfTheFirst() {
  let red = Style(foreground: Color(0xff0000))
  let blue = Style(foreground: Color(0x0000ff), bold: true)
  var buffer = Buffer(size: Size(width: 30, height: 1))
  buffer.write("ab", at: Point(x: 1, y: 0), style: red)
  buffer.write("cd", at: Point(x: 5, y: 0), style: blue)
  buffer.write("e", at: Point(x: 20, y: 0), style: red)
  let row = buffer.row(0)
  let styles = row.stylesToWrite(in: 0..<30)
  #expect([0, 1, 3, 4, 5].map { styles[$0] } == [.plain, red, red, red, blue])
  // The gap before "e" is long, and behind it nothing follows.
  #expect([7, 19, 21].map { styles[$0] } == [.plain, .plain, .plain])
  // A part of the row is written as in the whole.
  for start in 0..<30 { #expect(row.stylesToWrite(in: start..<30) == Array(styles[start...])) }
  #expect(row.stylesToWrite(in: 3..<4) == [red])
}

@Test(arguments: [
  Style(background: Color(0x00ff00)), Style(underlined: true), Style(reversed: true),
])
func whatIsSeenOnABlankIsNeverChanged(style: Style) {
  var buffer = Buffer(size: Size(width: 9, height: 1))
  buffer.write("ab", at: Point(x: 0, y: 0), style: style)
  buffer.write("cd", at: Point(x: 4, y: 0), style: .plain)
  #expect(buffer.row(0).stylesToWrite(in: 2..<3) == [.plain])
  buffer.write("  ", at: Point(x: 2, y: 0), style: style)
  buffer.write("ab", at: Point(x: 0, y: 0), style: .plain)
  #expect(buffer.row(0).stylesToWrite(in: 2..<3) == [style])
}

@Test func dimmingBlendsTowardsTheGround() throws {
  let appearance = Appearance()
  var buffer = Buffer(size: Size(width: 3, height: 1))
  buffer.write("abc", at: Point(x: 0, y: 0), style: appearance.style(.text))
  buffer.dim(Rect(x: 0, y: 0, width: 2, height: 1), appearance: appearance)
  let dimmed = try #require(
    Contrast.ratio(buffer[0, 0].style.foreground, appearance.theme.canvas))
  let untouched = try #require(
    Contrast.ratio(buffer[2, 0].style.foreground, appearance.theme.canvas))
  #expect(dimmed < untouched / 2)
}

/// Texts of whatever Unicode has, the dangerous parts more often.
private struct RandomTexts {
  private var generator = SplitMix(state: 7)

  mutating func number(below bound: Int) -> Int {
    Int(generator.next() % UInt64(bound))
  }

  mutating func text() -> String {
    String(String.UnicodeScalarView((0..<number(below: 12)).compactMap { _ in scalar() }))
  }

  private mutating func scalar() -> Unicode.Scalar? {
    let ranges: [ClosedRange<Int>] = [
      0...0xff, 0x20...0x7e, 0x300...0x36f, 0x900...0x97f, 0x1100...0x11ff, 0x200b...0x206f,
      0x2500...0x28ff, 0x3000...0x30ff, 0x4e00...0x4eff, 0xac00...0xacff, 0xfe00...0xfe0f,
      0x1f1e6...0x1f1ff, 0x1f300...0x1f64f, 0x1f3fb...0x1f3ff, 0...0x10ffff,
    ]
    let range = ranges[number(below: ranges.count)]
    return Unicode.Scalar(UInt32(range.lowerBound + number(below: range.count)))
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

@Test func noTextEverSplitsAGlyphOrLeavesItsRow() {
  var random = RandomTexts()
  var buffer = Buffer(size: Size(width: 23, height: 3))
  for _ in 0..<4000 {
    let text = random.text()
    let at = Point(x: random.number(below: 30) - 5, y: random.number(below: 4) - 1)
    let limit = random.number(below: 3) == 0 ? random.number(below: 9) : nil
    let taken = buffer.write(text, at: at, style: plain, limit: limit)
    #expect(taken <= TextWidth.width(of: text))
    if random.number(below: 9) == 0 {
      buffer.fill(Rect(x: at.x, y: at.y, width: 3, height: 2), plain)
    }
    expectWholeGlyphs(buffer)
  }
}

private func expectWholeGlyphs(_ buffer: Buffer) {
  for y in 0..<buffer.size.height {
    let row = Array(buffer.row(y))
    var x = 0
    while x < row.count {
      let width = TextWidth.width(of: row[x].text)
      guard width == 1 || (width == 2 && x + 1 < row.count && row[x + 1].text.isEmpty) else {
        Issue.record("row \(y) is broken at \(x): \(row.map(\.text))")
        return
      }
      x += width
    }
  }
}

@Test func noControlCharacterReachesARendering() {
  var random = RandomTexts()
  var buffer = Buffer(size: Size(width: 40, height: 20))
  for y in 0..<400 {
    buffer.write(random.text(), at: Point(x: y % 7 * 5, y: y % 20), style: plain)
  }
  let styles = /\u{1b}\[[0-9;]*m/
  let renderings = [
    buffer.text().joined(), buffer.svg(theme: .dark).replacing("\n", with: ""),
    buffer.ansi(depth: .full).replacing(styles, with: "").replacing("\n", with: ""),
    buffer.inASCII.text().joined(),
  ]
  for scalar in renderings.joined().unicodeScalars {
    let category = scalar.properties.generalCategory
    #expect(category != .control && category != .lineSeparator, "\(scalar.value)")
    #expect(!(0x202a...0x202e).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
  }
}
