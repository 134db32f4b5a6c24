import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

@Suite struct FrameClockTests {
  private let interval = Duration.milliseconds(40)

  @Test func onlyARunWakesTheLoop() {
    var frames = FrameClock()
    #expect(frames.wait(every: nil) == nil)
    let first = frames.wait(every: interval)
    #expect(first.map { $0 > .zero && $0 <= interval } == true)
    let second = frames.wait(every: interval)
    #expect(second.map { $0 <= interval } == true)
    #expect(frames.wait(every: nil) == nil)
  }

  @Test func picturesThatCameTooLateAreNotCaughtUpOn() {
    let start = ContinuousClock.now
    let late = start + .seconds(1)
    var frames = FrameClock()
    #expect(frames.wait(every: interval, at: start) == interval)
    frames.note(.tick, at: late)
    #expect(frames.wait(every: interval, at: late) == .zero)
    frames.note(.tick, at: late)
    #expect(frames.wait(every: interval, at: late) == interval)
  }

  @Test func keysDoNotPutAPictureOff() {
    var frames = FrameClock()
    var waits: [Duration] = []
    for _ in 0..<50 {
      waits.append(frames.wait(every: interval) ?? .seconds(1))
      frames.note(.key("x"))
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 <= $0 })
  }

  @Test func aFasterRunDoesNotWaitForThePictureOfASlowerOne() {
    let start = ContinuousClock.now
    var frames = FrameClock()
    #expect(frames.wait(every: .seconds(1), at: start) == .seconds(1))
    #expect(frames.wait(every: interval, at: start) == interval)
  }
}
