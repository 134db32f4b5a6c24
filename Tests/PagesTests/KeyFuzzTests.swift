import FuzzSupport
import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Anything may be pressed anywhere, at any size.
///
/// `QKV_FUZZ_ROUNDS` is the number of sequences.
@Suite struct KeyFuzzTests {
  private static let rounds = fuzzRounds(usually: 24)

  @Test(arguments: 0..<4)
  func noSequenceOfKeysAndSizesBreaksThePage(seed: Int) throws {
    var slowest = SlowestInput()
    for round in 0..<Self.rounds / 4 {
      var dice = SeededNumbers(seed: UInt64(seed * 1_000_000 + round))
      try play(&dice, name: "seed \(seed), round \(round)", &slowest)
    }
    #expect(slowest.time < SlowestInput.most, "\(slowest.name)")
  }

  private func play(
    _ dice: inout SeededNumbers, name: String, _ slowest: inout SlowestInput
  ) throws {
    var student = try start(&dice)
    var pressed: [String] = []
    for _ in 0..<dice.below(40) + 10 {
      let event = event(&dice, in: student.window.context)
      pressed.append("\(event)")
      if case .resize(let size) = event { student.size = size }
      let frame = slowest.measure("\(name): \(pressed.joined(separator: " "))") {
        student.send(event)
        return student.frame
      }
      if student.effects.contains(.quit) { return }
      let buffer = frame.buffer
      if buffer.size != student.size || !buffer.isClean {
        Issue.record("\(name): \(pressed.joined(separator: " "))")
        return
      }
    }
  }

  /// The map, a step of a shipped lesson, the lesson for tests, a sentence, or the free playground.
  private func start(_ dice: inout SeededNumbers) throws -> Student {
    var student = Student(at: shippedLibrary, size: size(&dice))
    student.appearance = Appearance.all[dice.below(Appearance.all.count)]
    switch dice.below(5) {
    case 0: break
    case 3: student.model.open(try Self.playground.get())
    case 1:
      let place = shippedPlaces[dice.below(shippedPlaces.count)]
      student.press(keys: [.character("/")] + place.step.map(Key.character) + [.enter])
    case 2: student.model.open(try Self.walk.get(), step: dice.below(4))
    case _: student.press(keys: [.character("o")])
    }
    return student
  }

  private func event(_ dice: inout SeededNumbers, in context: Context) -> Event {
    switch dice.below(20) {
    case 0: return .resize(size(&dice))
    case 1: return .mouse(point(&dice), [.press, .scrollUp, .scrollDown][dice.below(3)])
    case 2...10:
      let keys = KeyTable.standard.bindings(in: context).flatMap(\.keys).filter {
        $0 != .control("c")
      }
      return .key(keys[dice.below(keys.count)])
    case 11...14: return .key(.character(Character("\(dice.below(10))")))
    case _: return .key(Self.keys[dice.below(Self.keys.count)])
    }
  }

  private func size(_ dice: inout SeededNumbers) -> Size {
    dice.below(3) == 0
      ? Size(width: dice.below(300) + 1, height: dice.below(100) + 1)
      : Size(width: dice.below(130) + 1, height: dice.below(45) + 1)
  }

  private func point(_ dice: inout SeededNumbers) -> Point {
    Point(x: dice.below(140) - 5, y: dice.below(50) - 5)
  }

  private static let playground = Result {
    try FreePlay.session(
      SourceText(file: "playground", text: FreePlay.scene(over: FreePlay.sentence)),
      name: "playground")
  }

  private static let walk = Result { try Lesson.load(text: walkLesson, file: "walk.md") }

  /// All keys of the table but the one that quits, keys of no table, and characters of every kind.
  private static let keys: [Key] =
    Array(Set(KeyTable.standard.bindings.flatMap(\.keys)).subtracting([.control("c")]))
    .sorted { $0.spelling < $1.spelling }
    + [.function(12), .insert, .delete, .control("w")]
    + "eé猫👩‍👩‍👧\u{301}\u{1B}\u{7}\u{0}\u{202E}\u{85}\t\n-−.,9∞".map(Key.character)
}

extension Buffer {
  /// Whether no cell holds what a terminal would obey.
  fileprivate var isClean: Bool {
    (0..<size.height).allSatisfy { y in
      row(y).allSatisfy { cell in
        cell.text.unicodeScalars.allSatisfy { scalar in
          scalar.properties.generalCategory != .control && scalar.value != 0x202E
        }
      }
    }
  }
}
