import Testing

@testable import Terminal

private let sentence: Line = [Span("Its "), Span("query", .query, bold: true), Span(" asks.")]

@Test func aLineIsAsWideAsItsSpans() {
  #expect(sentence.width == 15)
  #expect(sentence.text == "Its query asks.")
}

@Test func wrappingKeepsTheRoles() {
  let lines = sentence.wrapped(to: 9)
  #expect(lines.map(\.text) == ["Its query", "asks."])
  #expect(lines[0].spans == [Span("Its "), Span("query", .query, bold: true)])
}

@Test func aWordOfTwoRolesIsNotBroken() {
  let line: Line = [Span("the "), Span("query", .query), Span("'s"), Span(" key", .key)]
  #expect(line.wrapped(to: 10).map(\.text) == ["the", "query's", "key"])
}

@Test func writingALineGivesEachSpanItsStyle() {
  var buffer = Buffer(size: Size(width: 12, height: 1))
  let appearance = Appearance()
  #expect(buffer.write(sentence, at: Point(x: 0, y: 0), appearance: appearance) == 12)
  #expect(buffer.text() == ["Its query as"])
  #expect(buffer[4, 0].style == appearance.style(.query).with(bold: true))
  #expect(buffer.write(sentence, at: Point(x: 0, y: 0), appearance: appearance, limit: 6) == 6)
}
