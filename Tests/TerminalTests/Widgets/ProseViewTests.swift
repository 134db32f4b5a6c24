import Testing

@testable import Terminal

struct ProseViewTests {
  private let fraction = MathTree.fraction(.symbol(Span("q")), .symbol(Span("d")))

  @Test func blocksHaveOneBlankLineBetweenThem() {
    let view = ProseView([
      .heading("What it asks"), .paragraph([.span(Span("One two three four five"))]),
    ])
    #expect(
      rows(view, width: 12, height: 6) == ["What it asks", "", "One two", "three four", "five", ""])
    #expect(view.height(width: 12, appearance: Appearance()) == 5)
  }

  @Test func whatASCIIDoesNotHaveIsSpelledInWords() {
    let view = ProseView([
      .heading("Why √d_k?"), .paragraph([.span(Span("∞ divided by ∞, for every θ"))]),
    ])
    let appearance = Appearance(symbols: .ascii)
    #expect(
      view.lines(width: 40, appearance: appearance).map(\.text)
        == ["Why sqrt d_k?", "", "inf divided by inf, for every theta"])
    #expect(view.lines(width: 40, appearance: Appearance()).first?.text == "Why √d_k?")
  }

  @Test func linesAreNeverWiderThanTheEyeFollows() {
    let text = String(repeating: "word ", count: 40)
    let view = ProseView([.paragraph([.span(Span(text))])])
    #expect(view.lines(width: 100, appearance: Appearance()).allSatisfy { $0.width <= 44 })
  }

  @Test func aFormulaInAParagraphIsNotBroken() {
    let sum = MathTree.row([.symbol(Span("a")), .symbol(Span("+")), .symbol(Span("b"))])
    let view = ProseView([.paragraph([.span(Span("so it is ")), .mathematics(sum)])])
    #expect(rows(view, width: 12, height: 2) == ["so it is", "a + b"])
  }

  @Test func anEllipsisIsNeverAloneOnALine() {
    let view = ProseView([.paragraph([.span(Span("What gets through …"))])])
    #expect(rows(view, width: 17, height: 2) == ["What gets", "through …"])
  }

  @Test func theMarkThatTheTextGoesOnStandsApart() {
    let view = ProseView([.paragraph([.span(Span("one two six ten"))])], maximumWidth: 7)
    #expect(rows(view, width: 9, height: 1) == ["one two ▾"])
    let marks =
      rows(view, width: 9, height: 2)
      + rows(
        ProseView(
          [.heading("a"), .paragraph([.span(Span("one two six"))])], maximumWidth: 7), width: 9,
        height: 3)
    #expect(marks[4] == "one two ▾")
  }

  @Test func displayedFormulasAreIndentedAndStacked() {
    let view = ProseView([.mathematics(fraction)])
    #expect(rows(view, width: 20, height: 3) == ["      q", "      ─", "      d"])
  }

  @Test func listsCodeAndQuotesKeepTheirSigns() {
    let view = ProseView([
      .list(
        isOrdered: false,
        items: [[.paragraph([.span(Span("ask for a cat"))])], [.paragraph([.span(Span("b"))])]]),
      .code(["x = 1"]), .quote([.paragraph([.span(Span("said"))])]),
    ])
    #expect(
      rows(view, width: 13, height: 8)
        == ["· ask for a", "  cat", "· b", "", "  x = 1", "", "│ said", ""])
  }

  @Test func whatIsBelowIsSaid() {
    let view = ProseView((0..<5).map { .heading(Line("line \($0)")) }, scroll: 2)
    let lines = rows(view, width: 44, height: 3)
    #expect(lines[0].hasPrefix("line 1") && lines[0].hasSuffix("▴"))
    #expect(lines[2].hasPrefix("line 2") && lines[2].hasSuffix("▾"))
  }

  @Test func onlyAWordLongerThanTheLineIsCut() {
    let view = ProseView([.paragraph([.span(Span("an extraordinarily long one"))])])
    #expect(rows(view, width: 8, height: 4) == ["an", "extraord", "inarily", "long one"])
  }

  @Test(arguments: [8, 12, 30]) func someBlocksAreAsHighAsIfTheyStoodAlone(width: Int) {
    let blocks: [ProseBlock] = [
      .heading("Shares"), .paragraph([.span(Span("the weight of cat is one quarter"))]),
      .paragraph([]), .mathematics(fraction), .paragraph([.span(Span("and so on"))]),
    ]
    let words = ProseView(blocks).set(width: width, appearance: Appearance())
    #expect(words.blockCount == blocks.count)
    for start in blocks.indices {
      for end in start...blocks.count {
        let alone = ProseView(Array(blocks[start..<end]))
          .set(width: width, appearance: Appearance())
        #expect(words.height(ofBlocks: start..<end) == alone.lines.count)
      }
    }
  }

  @Test func aFractionIsNotCutByTheEndOfAPage() {
    let fraction = ProseBlock.mathematics(
      .fraction(.text(Span("up", .text)), .text(Span("down", .text))))
    let text = ProseView([.paragraph([.span(Span("one"))]), fraction])
    #expect(!rows(text, width: 20, height: 4).joined().contains("up"))
    #expect(rows(text, width: 20, height: 5).joined().contains("up"))
    var scrolled = text
    scrolled.scroll = 2
    #expect(rows(scrolled, width: 20, height: 3).joined().contains("up"))
  }
}
