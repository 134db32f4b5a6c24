import Testing

@testable import Terminal

private let keys: [Key] =
  [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
    .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown, .space, .function(1), .function(12),
    .control("c"), .control("z"),
  ] + "aZ09?/:=,.-é猫^".map(Key.character)

@Test(arguments: keys) func everyKeyIsParsedFromItsSpelling(key: Key) {
  #expect(Key(parsing: key.spelling) == key)
}

@Test(arguments: keys) func everyKeyIsParsedFromTheNameThatIsShown(key: Key) {
  #expect(Key(parsing: key.name) == key)
}

@Test func keysAreWrittenAsPeopleWriteThem() {
  #expect(Key(parsing: "ctrl-c") == .control("c"))
  #expect(Key(parsing: "Ctrl-C") == .control("c"))
  #expect(Key(parsing: "^L") == .control("l"))
  #expect(Key(parsing: "Return") == .enter)
  #expect(Key(parsing: "f1") == .function(1))
  #expect(Key(parsing: "f") == .character("f"))
  #expect(Key(parsing: "H") == .character("H"))
}

@Test(arguments: ["", "tabb", "ctrl-", "ctrl-ab", "f99", "f0", "\u{1b}", "aa"])
func whatIsNoKeyIsNotParsed(text: String) {
  #expect(Key(parsing: text) == nil)
}

@Test func aListOfKeysNamesTheFirstThatIsUnknown() throws {
  let parsed = try Key.keys(parsing: "tab right  a").get()
  #expect(parsed == [.tab, .right, .character("a")])
  #expect(Key.keys(parsing: "tab rigth x") == .failure(.init(name: "rigth")))
}

@Test func shownNamesAreShort() {
  #expect(Key.enter.name == "⏎")
  #expect(Key.control("c").name == "^C")
  #expect(Key.shiftLeft.name == "⇧←")
  #expect(Key.enter.name(.ascii) == "enter")
}
