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
    var student = try Place(lesson: "softmax", step: "shift").student(size: size)
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

  private func bars(_ panel: Int, lesson: String, step: String, keys: String = "") throws -> BarList
  {
    var student = try Place(lesson: lesson, step: step).student(size: .comfortable)
    try student.press(keys)
    return PanelContent(
      stepState: try student.stepState, index: panel, appearance: student.appearance
    ).bars
  }

  @Test func dividedScoresAreMeasuredAsTheScoresThemselves() throws {
    let raw = try bars(0, lesson: "scaling", step: "eight", keys: "o")
    let divided = try bars(1, lesson: "scaling", step: "eight", keys: "o")
    #expect(raw.limit != nil)
    #expect(raw.limit == divided.limit)
    #expect(raw.lowerLimit == divided.lowerLimit)
  }

  @Test func negativeBarsShareTheLineAtZero() throws {
    let score = try bars(0, lesson: "softmax", step: "cake", keys: "2")
    let plain = try bars(1, lesson: "softmax", step: "cake", keys: "2")
    #expect(score.limit == 3 && plain.limit == 3)
    #expect(score.lowerLimit == -2 && plain.lowerLimit == -2)
  }

  @Test func portionsAndSharesHaveScalesOfTheirOwn() throws {
    let score = try bars(0, lesson: "softmax", step: "shift", keys: "2")
    let portion = try bars(1, lesson: "softmax", step: "shift", keys: "2")
    #expect(score.limit != portion.limit)
    #expect(try bars(2, lesson: "softmax", step: "shift", keys: "2").limit == 1)
  }

  @Test func aVeiledPanelDoesNotTellItsNumbersByTheScaleOfItsNeighbour() throws {
    #expect(try bars(0, lesson: "softmax", step: "cake").lowerLimit == -2)
    #expect(try bars(1, lesson: "softmax", step: "cake").bars.allSatisfy { $0.value == nil })
  }
}
