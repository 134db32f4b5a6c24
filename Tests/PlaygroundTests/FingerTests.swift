import Terminal
import Testing

@testable import Playground

@Suite struct FingerTests {
  @Test func aKeyThatComesAgainAtOnceIsHeld() {
    #expect(held(.space, .space, after: .milliseconds(33)))
    // So long do keyboards wait before they begin to repeat.
    #expect(held(.space, .space, after: .milliseconds(660)))
  }

  @Test func aKeyThatComesAgainLaterIsMeant() {
    #expect(!held(.space, .space, after: .milliseconds(701)))
  }

  @Test func anotherKeyIsMeant() {
    #expect(!held(.character("n"), .space, after: .zero))
  }

  @Test func whatIsNoKeyDoesNotPartARepetition() {
    let start = ContinuousClock.now
    var finger = Finger()
    let held = [Event.key(.space), .tick, .key(.space)].map { finger.holds($0, at: start) }
    #expect(held == [false, false, true])
  }

  private func held(_ first: Key, _ second: Key, after pause: Duration) -> Bool {
    let start = ContinuousClock.now
    var finger = Finger()
    _ = finger.holds(.key(first), at: start)
    return finger.holds(.key(second), at: start + pause)
  }
}
