import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

@Suite struct KeyRepeatFilterTests {
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
    var filter = KeyRepeatFilter()
    let held = [Event.key(.space), .tick, .key(.space)].map { filter.isRepeat($0, at: start) }
    #expect(held == [false, false, true])
  }

  private func held(_ first: Key, _ second: Key, after pause: Duration) -> Bool {
    let start = ContinuousClock.now
    var filter = KeyRepeatFilter()
    _ = filter.isRepeat(.key(first), at: start)
    return filter.isRepeat(.key(second), at: start + pause)
  }
}
