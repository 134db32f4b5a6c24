import Testing

@testable import Terminal

struct OverlayFrameTests {
  private let frame = OverlayFrame(title: "why", contentSize: Size(width: 20, height: 3))

  @Test func twoRulesEncloseTheContent() {
    let page = Rect(Size(width: 40, height: 11))
    let lines = rows(frame, width: 40, height: 11)
    let block = frame.frame(in: page)
    #expect(lines[block.y].contains("── why ─") && lines[block.y].contains("─ esc close ──"))
    #expect(lines[block.bottom - 1].contains("──────"))
    #expect(frame.content(in: page).size == Size(width: 20, height: 3))
  }

  @Test func whatLiesUnderItStepsBack() {
    var buffer = Buffer(size: Size(width: 40, height: 11))
    buffer.write("under", at: Point(x: 0, y: 0), style: Look().style(.bright))
    frame.draw(in: Rect(buffer.size), on: &buffer, look: Look())
    #expect(buffer[0, 0].text == "u")
    #expect(buffer[0, 0].style == Look().receded(Look().style(.bright)))
  }
}
