import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Bars beside each other are measured with one rule where their numbers are of one kind.
@Suite struct BarScaleTests {
  /// The lesson says that shares do not mind a shift: no bar of theirs may move.
  @Test(arguments: [Size.comfortable, .usual])
  func sharesThatStayLookIt(size: Size) throws {
    var student = try cutting("shift", size: size)
    try student.press("2")
    func shares() throws -> [Int] {
      let place = try student.board.rect(of: 2)
      let panel = try #require(place)
      return student.rows[panel.y..<panel.bottom].map { row in
        row.dropFirst(panel.x).prefix(panel.width).count { "█▉▊▋▌▍▎▏".contains($0) }
      }
    }
    let first = try shares()
    #expect(first.contains { $0 > 1 })
    for keys in ["L", "H H", "0 right", "H"] {
      try student.press(keys)
      let now = try shares()
      #expect(now == first, "\(student.page)")
    }
  }

  /// Long names leave one panel less room for its bars than the other has.
  @Test(arguments: [Size.comfortable, .usual, Size(width: 60, height: 20)])
  func equalNumbersHaveEqualBarsWhereverTheyStand(size: Size) throws {
    let student = try Student(
      reading: Lesson.load(text: namesLesson, file: "names.md"), on: "names", size: size)
    let lengths = student.rows.joined().split { !"█▉▊▋▌▍▎▏".contains($0) }.map(\.count)
    // Where there is room a bar is several rows high.
    #expect(!lengths.isEmpty && lengths.count.isMultiple(of: 4), "\(student.page)")
    #expect(Set(lengths).count == 2, "\(student.page)")
  }

  private func cutting(_ step: String, size: Size = .comfortable) throws -> Student {
    try Student(reading: Lesson.load(text: cutLesson, file: "cut.md"), on: step, size: size)
  }

  private func bars(_ panel: Int, on step: String, keys: String = "") throws -> BarList {
    try bars(panel, of: cutting(step), keys: keys)
  }

  private func bars(_ panel: Int, of student: Student, keys: String) throws -> BarList {
    var student = student
    try student.press(keys)
    return PanelContent(
      stepState: try student.stepState, index: panel, appearance: student.appearance
    ).bars
  }

  @Test func dividedScoresAreMeasuredAsTheScoresThemselves() throws {
    let eight = try Place(lesson: "scaling", step: "eight").student(size: .comfortable)
    let raw = try bars(0, of: eight, keys: "o")
    let divided = try bars(1, of: eight, keys: "o")
    #expect(raw.limit != nil)
    #expect(raw.limit == divided.limit)
    #expect(raw.lowerLimit == divided.lowerLimit)
  }

  @Test func negativeBarsShareTheLineAtZero() throws {
    let score = try bars(0, on: "cake", keys: "2")
    let plain = try bars(1, on: "cake", keys: "2")
    #expect(score.limit == 3 && plain.limit == 3)
    #expect(score.lowerLimit == -2 && plain.lowerLimit == -2)
  }

  @Test func portionsAndSharesHaveScalesOfTheirOwn() throws {
    let score = try bars(0, on: "shift", keys: "2")
    let portion = try bars(1, on: "shift", keys: "2")
    #expect(score.limit != portion.limit)
    #expect(try bars(2, on: "shift", keys: "2").limit == 1)
  }

  @Test func aVeiledPanelDoesNotTellItsNumbersByTheScaleOfItsNeighbour() throws {
    #expect(try bars(0, on: "cake").lowerLimit == -2)
    #expect(try bars(1, on: "cake").bars.allSatisfy { $0.value == nil })
  }
}

private let cutLesson = """
  ---
  qkv: 1
  id: cut
  title: Cutting
  summary: A cake, and a rise for everyone.
  minutes: 2
  ---

  ```qkv scene
  axis token = cat thirsty drank

  score[token] = [1.0986, 0.6931, 0]
  ```

  ## Cutting the cake {#cake}

  ```qkv scene
  score[token] = [3, 1, -2]
  plain = score / sum(score)
  ```

  ```qkv show
  bars score "scores of it" | bars plain "score / sum"
  ```

  ```qkv predict cut
  ask: How does it go wrong?
  options: [all are equal, one gets more than all]
  right: 2
  hide: [plain]
  explain: The sum is smaller than one score.
  ```

  ## Everyone gets a rise {#shift}

  ```qkv scene
  add = 0
  moved   = score + add
  portion = exp(moved)
  weight  = softmax(moved)
  ```

  ```qkv show
  bars moved "score + add" | bars portion | bars weight "shares"
  ```

  ```qkv sliders
  add from -10 to 10 step 1
  ```

  ```qkv predict rise
  ask: Add 5 to all. The share of `cat` …
  options: [grows, stays, shrinks]
  right: 2
  set: add = 5
  explain: The sum grew by the same factor.
  ```

  """

private let namesLesson = """
  ---
  qkv: 1
  id: names
  title: Names
  summary: Equal numbers under short names and long ones.
  minutes: 1
  ---

  ```qkv scene
  axis short = a b
  axis long  = heartbreakingly extraordinary
  few[short] = [4, 2]
  many[long] = [4, 2]
  ```

  ## Names {#names}

  The same numbers twice.

  ```qkv show
  bars few scale=shared
  bars many scale=shared
  ```
  """
