import Testing
import Text

@testable import Lessons

@Suite struct ParagraphSpansTests {
  @Test func spansAreFoundWhereTheyStand() {
    let text = "a `=x[\"é\"]` $b_c$ $$d$$ `e`"
    #expect(spans(text).map(\.content.text) == ["x[\"é\"]", "b_c", "d"])
    #expect(spans(text).map(\.kind) == [.standing, .mathematics, .display])
    #expect(spans(text).map(\.content.start) == [4, 14, 21])
  }

  @Test func theSignAloneIsNoLiveValue() {
    #expect(spans("press `=` or `==`, `` ` ``").isEmpty)
  }

  @Test func aSpanEndsWithItsParagraph() {
    #expect(spans("a $b\n\nc$ d").isEmpty)
    #expect(spans("a $b\nc$ d").map(\.content.text) == ["b\nc"])
  }

  @Test func fencedCodeHoldsNoSpans() {
    #expect(spans("$a$\n~~~\n$b$\n`=c`\n~~~\n$d$").map(\.content.text) == ["a", "d"])
  }

  @Test func longerTicksHoldShorterOnes() {
    #expect(spans("``=a ` b`` `=c`").map(\.content.text) == ["a ` b", "c"])
  }

  @Test(arguments: ["$", "`", "$$", "``a```", "\\", "$a", "`=x", "$$ a $", "$ a$"])
  func signsThatCloseNothingStayText(text: String) {
    #expect(spans(text).isEmpty)
    let fragment = Fragment(bytes: Array(text.utf8), start: 0)
    #expect(ProseScanner.protect(fragment).bytes == Array(text.utf8))
  }

  private func spans(_ text: String) -> [ProseSpan] {
    ProseScanner.protect(Fragment(bytes: Array(text.utf8), start: 0)).spans
  }
}
