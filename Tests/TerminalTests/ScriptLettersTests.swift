import Terminal
import Testing

@Suite struct ScriptLettersTests {
  @Test func lettersThatUnicodeHasSmallAreWrittenSmall() {
    #expect(ScriptLetters.lowered("10+i") == "₁₀₊ᵢ")
    #expect(ScriptLetters.raised("2−T") == "²⁻ᵀ")
  }

  @Test(arguments: ["", "q", "kq", "k\u{301}", "it"])
  func oneLetterWithoutASmallOneKeepsTheTextLarge(text: String) {
    #expect((ScriptLetters.lowered(text) == nil) == (text != "it"))
  }
}
