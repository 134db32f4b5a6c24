import Testing

@testable import Text

@Test func asciiTakesOneCellACharacter() {
  #expect(TextWidth.width(of: "weight[\"it\",\"cat\"] > .80") == 24)
}

@Test func eastAsianTextAndEmojiTakeTwoCells() {
  #expect(TextWidth.width(of: "猫が飲む") == 8)
  #expect(TextWidth.width(of: "고양이") == 6)
  #expect(TextWidth.width(of: "🐱") == 2)
  #expect(TextWidth.width(of: "ＡＢ") == 4)
}

@Test func marksTakeNoCell() {
  #expect(TextWidth.width(of: "e\u{301}") == 1)
  #expect(TextWidth.width(of: "שָׁלוֹם") == 4)
  #expect(TextWidth.width(of: "น้ำ") == 2)
  #expect(TextWidth.width(of: "\u{1112}\u{1161}\u{11ab}") == 2)
}

@Test func spacingVowelsOfIndicScriptsTakeTheirCell() {
  #expect(TextWidth.width(of: "कि") == 2)
  #expect(TextWidth.width(of: "क्ष") == 2)
}

@Test func controlAndFormatCharactersTakeNoCell() {
  #expect(TextWidth.width(of: "a\u{1b}[31m\t\n\u{7f}\u{9b}b") == 6)
  #expect(TextWidth.width(of: "a\u{202e}b\u{2066}\u{200f}\u{feff}\u{ad}c") == 3)
}

@Test func emojiSequencesAreReducedToWhatEveryTerminalAgreesOn() {
  #expect(TextWidth.width(of: "👩‍👩‍👧‍👦") == 2)
  #expect(TextWidth.width(of: "👍🏽") == 2)
  #expect(TextWidth.width(of: "❤️") == 1)
  #expect(TextWidth.width(of: "🇩🇪") == 2)
  #expect(TextWidth.prefix(of: "🇩🇪👍🏽", fitting: 4) == "DE👍")
}

@Test func signsOfOurOwnAreNarrow() {
  for text in ["─│├└╭…●◐○·✓✗▸←↑↓→⇧⏎⌫━", "▏▎▍▌▋▊▉█▁▂▃▄▅▆▇░▒▓", "−×√ᵀ∞Σ∂⠁⣿•"] {
    #expect(TextWidth.width(of: text) == text.unicodeScalars.count)
  }
}

@Test func truncationLeavesWholeGlyphsAndAnEllipsis() {
  #expect(TextWidth.truncated("because", to: 7) == "because")
  #expect(TextWidth.truncated("because", to: 4) == "bec…")
  #expect(TextWidth.truncated("猫が飲む", to: 4) == "猫…")
  #expect(TextWidth.truncated("猫", to: 1) == "…")
  #expect(TextWidth.truncated("because", to: 0) == "")
}
