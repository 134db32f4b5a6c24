import FuzzSupport
import Scenes
import Testing
import Text

@testable import Lessons

@Suite struct HostileLessonTests {
  @Test func mutatedLessonsAreReadOrRefusedWithPlaces() {
    var random = SeededNumbers(seed: 42)
    let bytes = Array(wholeLesson.utf8)
    var slowest = SlowestInput()
    for _ in 0..<fuzzRounds(usually: 5_000) {
      let text = String(decoding: mutated(bytes, &random), as: UTF8.self)
      slowest.measure(text) { tryOut(text) }
    }
    #expect(slowest.time < SlowestInput.most, "\(slowest.name)")
  }

  private func tryOut(_ text: String) {
    do throws(Diagnostics) {
      let lesson = try Lesson.load(text: text, file: "demo.md")
      #expect(!lesson.steps.isEmpty)
    } catch {
      let lines = SourceFile(name: "demo.md", text: text).lineStarts.count
      for problem in error.list {
        #expect((1...lines).contains(problem.location.line))
        #expect((1...problem.sourceLine.count + 1).contains(problem.sourceColumn))
      }
    }
  }

  @Test(arguments: [
    "[", "![", "> ", "* ", "*", "_", "`", "$", "$$", "<a ", "\\", "&", "|a", "- - ", "1. ", "{",
    "[a](", "***a ", "$\\frac{", "$\\left(", "`=", "`=X[", "`=(", "\u{301}", "👩‍",
  ])
  func repetitionNeitherCrashesNorHangs(unit: String) {
    let prose = String(repeating: unit, count: 15_000 / unit.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = try? Lesson.load(text: lessonText(prose), file: "demo.md")
    }
    #expect(time < .seconds(10))
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) {
      let first = random.below(bytes.count)
      let last = min(first + random.below(30), bytes.count)
      switch random.below(5) {
      case 0: bytes.removeSubrange(first..<last)
      case 1: bytes.insert(contentsOf: bytes[first..<last], at: random.below(bytes.count))
      case 2: bytes[first] = UInt8(random.below(256))
      case 3: bytes.insert(signs[random.below(signs.count)], at: first)
      default: bytes.swapAt(first, random.below(bytes.count))
      }
    }
    return bytes
  }
}

private let signs = Array("{}[]()$`\"':|>-#=^_\\\n\t ".utf8)

/// A lesson with every kind of block.
private let wholeLesson = lessonText(
  """
  Words with $\\frac{a_i}{\\sqrt{d}}$, *stress*, `=weight["it","cat"]` and `X`.

  - one
  - two

  ```qkv show
  matrix X row="it" sum=yes "rows ask" | bars weight["it"]
  plane X, score x=noun y=animal
  ```

  ```qkv sliders
  X["it"] from -2 to 2 step 0.1
  ```

  ```qkv predict grows
  ask: Which **grows**?
  grows: weight["it"]
  among: [the, cat]
  set: X["it"] = [1, 0]
  hide: [weight]
  explain: |
    It is `=weight["it","cat"]` now.
  ```

  ```qkv choice why
  ask: Why?
  options:
    - {text: This, right: true, why: Because.}
    - text: That
      why: "Not so."
  ```

  ```qkv number hand
  ask: Compute.
  answer: 1
  equals: score["it","cat"]
  ```

  ```qkv goal look
  when: weight["it","cat"] > 0.6
  solution:
    - X["it"] = [2, 2]
  success: Done.
  ```

  ```qkv hint
  A nudge.
  ```

  ```qkv notes
  minutes: 2
  Ask around.
  ```
  """)
