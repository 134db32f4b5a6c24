import Testing
import Text

@Suite struct ScriptLettersTests {
  @Test func lettersThatUnicodeHasSmallAreWrittenSmall() {
    #expect(ScriptLetters.lowered("10+i") == "₁₀₊ᵢ")
    #expect(ScriptLetters.raised("2−T") == "²⁻ᵀ")
  }

  @Test func lowDigitsAreWrittenOutBehindALowLine() {
    #expect(ScriptLetters.spelledOut("the₁₀ cat₂") == "the_10 cat_2")
    #expect(ScriptLetters.spelledOut("the 2") == "the 2")
  }

  @Test(arguments: ["", "q", "kq", "k\u{301}", "it"])
  func oneLetterWithoutASmallOneKeepsTheTextLarge(text: String) {
    #expect((ScriptLetters.lowered(text) == nil) == (text != "it"))
  }
}
