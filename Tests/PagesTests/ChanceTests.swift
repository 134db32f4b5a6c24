import FuzzSupport
import Scenes
import Terminal
import Testing

@testable import Lessons
@testable import Pages
@testable import Playground

/// Goals of the shipped lessons, under keys that nobody has thought about.
@Suite struct ChanceTests {
  /// A goal, and the sliders of its step.
  private static let goals = shippedPlaces.flatMap { place in
    (place.content?.goals ?? []).map { (place: place, goal: $0) }
  }

  /// Those that one slider alone brings about, as their authors mean it or since there is no other.
  private static let hard = goals.filter {
    !$0.goal.isMeantEasy && ($0.place.content?.sliders.count ?? 0) > 1
  }

  @Test func mostGoalsTakeThought() {
    #expect(Self.goals.count > 30)
    #expect(Self.hard.count > 20)
  }

  /// `QKV_FUZZ_ROUNDS` is the number of sequences for each goal, of 200 keys each.
  @Test(arguments: hard.indices)
  func noGoalIsReachedByChance(index: Int) throws {
    let (place, goal) = Self.hard[index]
    var student = try place.student(size: .usual)
    try student.playStep(upTo: goal.id)
    let start = student.model
    var numbers = SeededNumbers(seed: UInt64(index))
    let rounds = fuzzRounds(usually: 1)
    var reached = 0
    for _ in 0..<rounds {
      var model = start
      for _ in 0..<200 {
        _ = model.update(Self.keys[numbers.below(Self.keys.count)], at: model.now)
      }
      if try #require(model.session).stepState.hasReached(goal) { reached += 1 }
    }
    #expect(reached <= rounds / 50, "\(place): \(goal.id)")
  }

  /// What the keys send that work on sliders, one message for each key; no key is pressed that does something else.
  private static let keys: [Message] = [
    .value(.nudge(steps: 1, .normal)), .value(.nudge(steps: -1, .normal)),
    .value(.nudge(steps: 1, .coarse)), .value(.nudge(steps: -1, .coarse)),
    .value(.nudge(steps: 1, .fine)), .value(.nudge(steps: -1, .fine)),
    .move(.up), .move(.down), .value(.restore), .focus(.next), .focus(.previous),
  ]
}
