import Terminal
import Testing
import Text

@Test func wrappingBreaksAtSpacesAndKeepsEveryWord() {
  let text = "The embedding of it says one thing loudly: pronoun."
  let lines = TextWidth.wrapped(text, to: 16)
  #expect(lines == ["The embedding of", "it says one", "thing loudly:", "pronoun."])
}

@Test func wrappingCutsOnlyWhatIsLongerThanALine() {
  #expect(TextWidth.wrapped("a transformer", to: 6) == ["a", "transf", "ormer"])
  #expect(TextWidth.wrapped("one\ntwo", to: 9) == ["one", "two"])
  #expect(TextWidth.wrapped("", to: 9) == [""])
}

@Test func wideCharactersWrapBetweenEachOther() {
  #expect(TextWidth.wrapped("猫が水を飲む", to: 5) == ["猫が", "水を", "飲む"])
}

@Test func indentationOfALineIsKept() {
  #expect(TextWidth.wrapped("  q = x · W_q", to: 20) == ["  q = x · W_q"])
}
