import Testing

@testable import Terminal

@Test func paperReplaysKeysAndKeepsFrames() {
  var screen = RecordingScreen(size: Size(width: 4, height: 1), keys: [.tab, .right])
  screen.draw(Buffer(size: screen.size), cursor: Point(x: 1, y: 0))
  #expect(screen.next(timeout: nil) == .key(.tab))
  #expect(screen.next(timeout: .seconds(1)) == .key(.right))
  #expect(screen.next(timeout: nil) == nil)
  #expect(screen.frames.count == 1)
  #expect(screen.cursors == [Point(x: 1, y: 0)])
}

@Test func paperCanBeResized() {
  let larger = Size(width: 9, height: 3)
  var screen = RecordingScreen(size: Size(width: 4, height: 1), events: [.resize(larger)])
  #expect(screen.next(timeout: nil) == .resize(larger))
  #expect(screen.size == larger)
}

@Test func aFastTypistIsNotShownEveryFrame() {
  let events = [Event.key(.tab), .key(.tab)]
  var screen = RecordingScreen(
    size: Size(width: 4, height: 1), events: events, showsOnlySettled: true)
  #expect(screen.isEventWaiting)
  _ = screen.next(timeout: nil)
  _ = screen.next(timeout: nil)
  #expect(!screen.isEventWaiting)
}
