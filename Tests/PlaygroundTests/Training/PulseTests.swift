import Terminal
import Testing

@testable import Playground

@Suite struct PulseTests {
  @Test func onlyARunWakesTheLoop() {
    var pulse = Pulse()
    #expect(pulse.wait(isPlaying: false) == nil)
    let first = pulse.wait(isPlaying: true)
    #expect(first.map { $0 > .zero && $0 <= Pulse.interval } == true)
    let second = pulse.wait(isPlaying: true)
    #expect(second.map { $0 <= Pulse.interval } == true)
    #expect(pulse.wait(isPlaying: false) == nil)
  }

  @Test func keysDoNotPutAPictureOff() {
    var pulse = Pulse()
    var waits: [Duration] = []
    for _ in 0..<50 {
      waits.append(pulse.wait(isPlaying: true) ?? .seconds(1))
      pulse.note(.key("x"))
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 <= $0 })
  }
}
