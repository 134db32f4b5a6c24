import Testing

@testable import Text

@Suite struct CleanTextTests {
  @Test func plainTextStaysAsItIs() {
    #expect(clean("a b\nc") == "a b\nc")
    #expect(clean("Wörter, 猫, 👩‍👩‍👧, é") == "Wörter, 猫, 👩‍👩‍👧, é")
  }

  @Test func controlsAreStripped() {
    #expect(clean("a\u{1B}[31mb\u{07}\u{9B}c\u{7F}\0") == "a[31mbc")
  }

  @Test func marksOfDirectionAreStripped() {
    #expect(clean("a\u{202E}b\u{2066}c\u{200F}d\u{FEFF}") == "abcd")
  }

  @Test func linesEndInLineFeeds() {
    #expect(clean("a\r\nb\rc\n\r\nd") == "a\nb\nc\n\nd")
  }

  @Test func tabsReachToTheNextStop() {
    #expect(clean("\ta\tbc\td") == "    a   bc  d")
    #expect(clean("é\tb\r\n\n猫x\t.\r") == "é   b\n\n猫x  .\n")
  }

  @Test func brokenTextIsRepaired() {
    let broken = String(decoding: [0x61, 0xFF, 0xC3, 0x62] as [UInt8], as: UTF8.self)
    #expect(clean(broken) == "a\u{FFFD}\u{FFFD}b")
  }

  private func clean(_ text: String) -> String {
    String(decoding: CleanText(text).bytes, as: UTF8.self)
  }
}
