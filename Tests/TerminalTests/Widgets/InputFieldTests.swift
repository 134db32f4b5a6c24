import Testing

@testable import Terminal

struct InputFieldTests {
  @Test func theCursorFollowsTheText() {
    let field = InputField(prompt: ":", text: "lesson", place: 3)
    let rect = Rect(Size(width: 20, height: 1))
    #expect(rows(field, width: 20, height: 1) == [": lesson"])
    #expect(field.cursor(in: rect, appearance: Appearance()) == Point(x: 5, y: 0))
  }

  @Test func aLongTextShowsItsEnd() {
    let field = InputField(prompt: "/", text: "abcdefghij")
    #expect(rows(field, width: 7, height: 1) == ["/ ghij"])
    let cursor = field.cursor(in: Rect(Size(width: 7, height: 1)), appearance: Appearance())
    #expect(cursor == Point(x: 6, y: 0))
  }

  @Test func aMessageStandsAtTheEnd() {
    let field = InputField(prompt: ":", text: "x", message: "unknown")
    #expect(rows(field, width: 20, height: 1) == [": x          unknown"])
  }
}
