import Testing

@testable import Terminal

@Suite struct ASCIITests {
  @Test(arguments: [
    ("é", "e"), ("Ż", "Z"), ("ø", "o"), ("ﬀ", "?"), ("ₖ", "k"), ("²", "2"), ("⁻", "-"), ("ᵀ", "T"),
    ("𝐐", "Q"), ("𝟘", "0"), ("ℝ", "R"), ("ℓ", "l"), ("⑦", "7"), ("Ａ", "A"), ("！", "!"),
  ])
  func aLetterIsWrittenWithoutItsMarks(glyph: String, ascii: String) {
    #expect(String(ASCII.nearest(to: glyph)) == ascii)
  }

  @Test(arguments: [("→", ">"), ("−", "-"), ("≠", "="), ("½", "1"), ("░", ".")])
  func aSignIsWrittenAsWhatLooksLikeIt(glyph: String, ascii: String) {
    #expect(String(ASCII.nearest(to: glyph)) == ascii)
  }

  @Test(arguments: ["猫", "и", "α", "٣", "👩‍👩‍👧", "\u{301}"])
  func whatHasNoLikenessIsAQuestionMark(glyph: String) {
    #expect(String(ASCII.nearest(to: glyph)) == "?")
  }
}
