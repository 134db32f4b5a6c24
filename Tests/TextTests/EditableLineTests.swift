import Testing
import Text

@Suite struct EditableLineTests {
  /// A line with a bar where the cursor stands, after some edits.
  private func line(_ text: String, _ edits: LineEdit...) -> String {
    var line = EditableLine(text)
    for edit in edits { line.apply(edit) }
    return line.marked
  }

  @Test func theCursorBeginsAtTheEnd() {
    #expect(EditableLine("abc").marked == "abc|")
    #expect(EditableLine().marked == "|")
  }

  @Test func theCursorMovesByCharactersAndStaysInside() {
    #expect(line("abc", .moveLeft) == "ab|c")
    #expect(line("abc", .moveLeft, .moveRight, .moveRight) == "abc|")
    #expect(line("a", .moveLeft, .moveLeft) == "|a")
    #expect(line("abc", .moveToStart) == "|abc")
    #expect(line("abc", .moveToStart, .moveToEnd) == "abc|")
    #expect(line("e\u{301}猫👩‍🔬x", .moveLeft, .moveLeft, .moveLeft) == "e\u{301}|猫👩‍🔬x")
  }

  @Test func whatIsTypedStandsBeforeTheCursor() {
    var line = EditableLine("12")
    line.apply(.moveLeft)
    line.insert(".")
    #expect(line.marked == "1.|2")
    line.insert("猫")
    #expect(line.marked == "1.猫|2")
  }

  @Test func aMarkJoinsTheLetterBeforeIt() {
    var line = EditableLine("ab")
    line.apply(.moveLeft)
    line.insert("\u{301}")
    #expect(line.marked == "a\u{301}|b")
    line.apply(.eraseBackward)
    #expect(line.marked == "|b")
  }

  @Test func oneCharacterIsErasedOnEitherSide() {
    #expect(line("abc", .eraseBackward) == "ab|")
    #expect(line("abc", .moveLeft, .eraseBackward) == "a|c")
    #expect(line("abc", .moveToStart, .eraseBackward) == "|abc")
    #expect(line("abc", .moveToStart, .eraseForward) == "|bc")
    #expect(line("abc", .eraseForward) == "abc|")
    #expect(line("猫犬", .moveLeft, .eraseForward) == "猫|")
  }

  @Test func aWordIsErasedWithTheSpacesBehindIt() {
    #expect(line("the old cat", .eraseWordBackward) == "the old |")
    #expect(line("the old  ", .eraseWordBackward) == "the |")
    #expect(line("the old cat", .moveLeft, .eraseWordBackward) == "the old |t")
    #expect(line("cat", .eraseWordBackward) == "|")
    #expect(line("", .eraseWordBackward) == "|")
    #expect(line("  ", .eraseWordBackward) == "|")
  }

  @Test func aWholeSideIsErased() {
    #expect(line("abcd", .moveLeft, .eraseToStart) == "|d")
    #expect(line("abcd", .moveLeft, .eraseToEnd) == "abc|")
    #expect(line("abcd", .moveToStart, .eraseToEnd) == "|")
  }

  @Test func aPastedTextBecomesOneLineWithoutControls() {
    var line = EditableLine("x")
    line.insert("the cat\r\nsat\n\non\tit\u{1b}]0;t\u{7}\u{202e}")
    #expect(line.text == "xthe cat sat on  it]0;t")
    #expect(line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202e}" })
  }

  @Test func aLineHasALimit() {
    var line = EditableLine("end")
    line.apply(.moveToStart)
    line.insert(String(repeating: "a", count: 5000))
    #expect(line.text.count == EditableLine.limit)
    #expect(line.text.hasSuffix("aend"))
  }
}

extension EditableLine {
  fileprivate var marked: String {
    String(text.prefix(cursor)) + "|" + String(text.dropFirst(cursor))
  }
}
