import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

@Suite struct FrameClockTests {
  @Test func onlyARunWakesTheLoop() {
    var frames = FrameClock()
    #expect(frames.wait(isPlaying: false) == nil)
    let first = frames.wait(isPlaying: true)
    #expect(first.map { $0 > .zero && $0 <= FrameClock.interval } == true)
    let second = frames.wait(isPlaying: true)
    #expect(second.map { $0 <= FrameClock.interval } == true)
    #expect(frames.wait(isPlaying: false) == nil)
  }

  @Test func picturesThatCameTooLateAreNotCaughtUpOn() {
    let start = ContinuousClock.now
    let late = start + .seconds(1)
    var frames = FrameClock()
    #expect(frames.wait(isPlaying: true, at: start) == FrameClock.interval)
    frames.note(.tick, at: late)
    #expect(frames.wait(isPlaying: true, at: late) == .zero)
    frames.note(.tick, at: late)
    #expect(frames.wait(isPlaying: true, at: late) == FrameClock.interval)
  }

  @Test func keysDoNotPutAPictureOff() {
    var frames = FrameClock()
    var waits: [Duration] = []
    for _ in 0..<50 {
      waits.append(frames.wait(isPlaying: true) ?? .seconds(1))
      frames.note(.key("x"))
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 <= $0 })
  }
}
