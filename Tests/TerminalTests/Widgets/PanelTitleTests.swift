import Testing

@testable import Terminal

@Suite struct PanelTitleTests {
  private let title = PanelTitle(
    title: [Span("bond"), Span(" = ", .dim), Span("W_q·W_k")],
    captions: [Line("rows ask"), Line("columns answer")])

  @Test(arguments: [
    (42, "bond = W_q·W_k   rows ask   columns answer"),
    (41, "bond   rows ask   columns answer"),
    (31, "bond = W_q·W_k   rows ask"),
    (24, "bond   rows ask"),
    (14, "bond = W_q·W_k"),
    (13, "bond"),
    (3, "bo…"),
  ])
  func whatIsSaidOutlivesWhatItIsMadeOf(width: Int, text: String) {
    var buffer = Buffer(size: Size(width: width, height: 1))
    title.draw(Pen(Rect(buffer.size), Look()), on: &buffer)
    #expect(buffer.text()[0] == text)
  }
}
