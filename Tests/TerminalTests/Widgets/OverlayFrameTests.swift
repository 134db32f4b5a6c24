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

  @Test(arguments: [(24, false), (40, true)])
  func nothingOfThePageIsSeenInASliverBesideIt(width: Int, isSeen: Bool) throws {
    var buffer = Buffer(size: Size(width: width, height: 11))
    for y in 0..<11 { buffer.write("─", at: Point(x: 0, y: y), style: Appearance().style(.rule)) }
    let frame = OverlayFrame(contentSize: Size(width: 16, height: 3))
    frame.draw(in: Rect(buffer.size), on: &buffer, appearance: Appearance())
    let block = frame.frame(in: Rect(buffer.size))
    try #require(block.x > 0)
    for y in block.y..<block.bottom { #expect((buffer[0, y].text == "─") == isSeen) }
    #expect(buffer[0, 0].text == "─")
  }

  @Test func whatLiesUnderItStepsBack() {
    var buffer = Buffer(size: Size(width: 40, height: 11))
    buffer.write("under", at: Point(x: 0, y: 0), style: Appearance().style(.bright))
    frame.draw(in: Rect(buffer.size), on: &buffer, appearance: Appearance())
    #expect(buffer[0, 0].text == "u")
    #expect(buffer[0, 0].style == Appearance().receded(Appearance().style(.bright)))
  }
}
