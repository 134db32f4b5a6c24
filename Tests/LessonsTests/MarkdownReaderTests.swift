import Scenes
import Testing
import Text

@testable import Lessons

@Suite struct MarkdownReaderTests {
  @Test func paragraphsHoldRuns() {
    #expect(
      prose("one *two* **three** `four`\nfive")
        == [
          .paragraph([
            .text("one "), .emphasis([.text("two")]), .text(" "), .strong([.text("three")]),
            .text(" "), .code("four"), .text(" five"),
          ])
        ])
  }

  @Test func listsNest() {
    #expect(
      prose("- a\n- b\n  1. c\n")
        == [
          .list(
            start: nil,
            items: [
              [.paragraph([.text("a")])],
              [
                .paragraph([.text("b")]), .list(start: 1, items: [[.paragraph([.text("c")])]]),
              ],
            ])
        ])
  }

  @Test func tablesHaveAHeadAndRows() {
    #expect(
      prose("| a | b |\n|---|---|\n| 1 | $x$ |\n")
        == [
          .table(
            head: [[.text("a")], [.text("b")]],
            rows: [[[.text("1")], [.mathematics(.text("x"))]]])
        ])
  }

  @Test func quotesRulesHeadingsAndCodeAreBlocks() {
    #expect(
      prose("> a\n\n---\n\n### b\n\n```\nc_d $e$\n```\n")
        == [
          .quote([.paragraph([.text("a")])]), .rule, .heading(level: 3, [.text("b")]),
          .code("c_d $e$"),
        ])
  }

  @Test func mathematicsIsKeptFromMarkdown() {
    #expect(
      prose("so $a_i * b_j$ and $c_k * d$ differ")
        == [
          .paragraph([
            .text("so "), .mathematics(tex("a_i * b_j")), .text(" and "),
            .mathematics(tex("c_k * d")), .text(" differ"),
          ])
        ])
  }

  @Test func displayedMathematicsIsABlockOfItsOwn() {
    #expect(
      prose("before\n$$\na_b\n$$\nafter")
        == [
          .paragraph([.text("before ")]), .mathematics(tex("a_b")),
          .paragraph([.text(" after")]),
        ])
  }

  @Test func moneyIsNotMathematics() {
    #expect(prose("$5 or $6") == [.paragraph([.text("$5 or $6")])])
    #expect(prose("a \\$b$ c") == [.paragraph([.text("a $b$ c")])])
  }

  @Test func mathematicsInsideCodeIsCode() {
    #expect(prose("`$x$`") == [.paragraph([.code("$x$")])])
  }

  @Test func rawMarkupIsShownAsText() {
    #expect(prose("a <b>c</b>") == [.paragraph([.text("a <b>c</b>")])])
    #expect(
      prose("<script>\nalert(1)\n</script>\n")
        == [
          .paragraph([
            .text("<script>"), .lineBreak, .text("alert(1)"), .lineBreak, .text("</script>"),
          ])
        ])
  }

  @Test func linksShowWhereTheyLeadAndPicturesWhatTheyShow() {
    #expect(
      prose("[here](https://example.org/$a$) ![a cat](cat.png)")
        == [
          .paragraph([
            .link([.text("here")], address: "https://example.org/$a$"), .text(" "), .text("a cat"),
          ])
        ])
  }

  @Test func entitiesCannotSmuggleControls() {
    #expect(prose("a&#27;[31mb&#x9b;c&#x202e;d") == [.paragraph([.text("a[31mbcd")])])
  }

  @Test func forgedMarksShowNothingStrange() {
    #expect(prose("a&#xE000;7&#xE001;b") == [.paragraph([.text("a"), .text("b")])])
  }

  @Test func deepNestingIsFlattened() {
    let blocks = prose(String(repeating: ">", count: 10_000) + " a")
    #expect(depth(blocks) <= Limits.proseDepth)
    #expect(blocks.plainText == "a")
  }

  private func prose(_ text: String) -> [MarkdownBlock] {
    let source = SourceFile(name: "a.md", text: text)
    var reader = StepReader(scene: nil, report: Report(source))
    let blocks = reader.markdown(source.all)
    #expect(reader.report.problems.isEmpty)
    return blocks
  }

  private func tex(_ text: String) -> Mathematics {
    var reader = TeXReader(Fragment(bytes: Array(text.utf8), start: 0))
    return reader.mathematics()
  }

  private func depth(_ blocks: [MarkdownBlock]) -> Int {
    guard case .quote(let inner) = blocks.first else { return 0 }
    return depth(inner) + 1
  }
}
