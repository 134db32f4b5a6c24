import FuzzSupport
import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What a key means may depend on the page; what its message does may not.
@Suite struct WindowSizeTests {
  private static let sizes = [
    Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 300, height: 100),
  ]

  /// The messages of a session at one size are replayed while pages of all sizes are drawn.
  @Test(arguments: 0..<6)
  func theSameMessagesGiveTheSameStateAtEverySize(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    for _ in 0..<fuzzRounds(usually: 4) {
      let start = try Student(on: ["ask", "hand", "sizes", "long"][dice.below(4)])
      let (log, end) = played(start, at: Self.sizes[dice.below(3)], &dice)
      #expect(!log.isEmpty)
      for size in Self.sizes { #expect(replayed(log, from: start, drawnAt: size) == end) }
    }
  }

  /// Random keys at a window, the messages they meant, and the state they led to.
  private func played(
    _ start: Student, at size: Size, _ dice: inout SeededNumbers
  ) -> (log: [Message], end: Model) {
    var model = start.model
    var log: [Message] = []
    for _ in 0..<40 {
      let page = Page(model, size: size)
      let keys = KeyTable.standard.bindings(in: page.context).flatMap(\.keys)
        .filter { $0 != .control("c") && $0 != "q" && $0 != "r" }
      for message in page.messages(for: .key(keys[dice.below(keys.count)])) {
        log.append(message)
        _ = model.update(message, at: model.now)
      }
    }
    return (log, model)
  }

  private func replayed(_ log: [Message], from start: Student, drawnAt size: Size) -> Model {
    var model = start.model
    for message in log {
      _ = Page(model, size: size).frame
      _ = model.update(message, at: model.now)
    }
    return model
  }

  @Test func wordsAreReadFromTheSamePlaceAtEverySize() throws {
    var student = try Student(on: "long", size: .usual)
    try student.press("space space")
    let first = try #require(student.rows[2...].first { $0.contains("Paragraph") })
    let name = try #require(first.firstMatch(of: /Paragraph \d+/)?.output)
    student.size = Size(width: 120, height: 40)
    #expect(student.rows[3].contains(name))
  }
}
