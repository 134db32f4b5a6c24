import Lessons
import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Vectors that stand in one panel to be compared: bars, numbers, histograms.
@Suite struct ComparedPanelTests {
  private func student(
    _ panels: String, size: Size = .comfortable, appearance: Appearance = Appearance()
  ) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: compared
      title: Compared
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token = the cat drank
      s[token] = [1, 2, 3]
      t[token] = [4, -1, 2]
      portion = exp(s)
      dot = sum(s * t)
      size = norm(s)
      ```

      ## Look {#look}

      Some words.

      ```qkv show
      \(panels)
      ```

      ```qkv sliders
      s from -5 to 9 step 1
      ```
      """
    var student = try Student(
      reading: Lesson.load(text: text, file: "compared.md"), on: "look", size: size)
    student.appearance = appearance
    return student
  }

  private func bars(_ student: Student, _ panel: Int = 0) throws -> BarList {
    PanelContent(
      stepState: try student.stepState, index: panel, appearance: student.appearance
    ).bars
  }

  @Test func barsOfTwoVectorsStandTogetherUnderEachLabelOnOneScale() throws {
    let student = try student("bars s, t")
    let list = try bars(student)
    #expect(list.groupSize == 2)
    #expect(list.bars.map(\.value) == [1, 4, 2, -1, 3, 2])
    #expect(list.limit == 4 && list.lowerLimit == -1)
    #expect(Set(list.bars.compactMap(\.role)).count == 2)
    let rows = student.rows
    let cat = try #require(rows.firstIndex { $0.contains("cat ") && $0.contains("2.00") })
    let next = try #require(rows[(cat + 1)...].first { $0.contains(/\d\.\d\d/) })
    #expect(next.contains("−1.00") && !next.contains("cat"))
  }

  @Test func theArrowsGoFromLabelToLabelAndFromVectorToVector() throws {
    var student = try student("bars s, t")
    try student.press("1 down right")
    let stepState = try student.stepState
    let entry = try #require(stepState.entryInHand)
    #expect(stepState.scene.label(of: entry) == "t[\"cat\"]")
  }

  @Test func numbersAloneAreABarEach() throws {
    let list = try bars(student("bars dot, size \"both\""))
    #expect(list.bars.map(\.label.text) == ["dot", "size"])
    #expect(list.bars.map(\.value) == [8, Float(14).squareRoot()])
    #expect(list.groupSize == 1)
  }

  @Test func theScaleStaysWhileABarIsDraggedDownAndGrowsByRoundNumbers() throws {
    var student = try student("bars s")
    #expect(try bars(student).limit == 3)
    try student.press("down down H")
    #expect(try bars(student).limit == 3)
    try student.press("L right right")
    let value = try student.value("s[\"drank\"]")
    #expect(value > 3)
    let limit = try #require(try bars(student).limit)
    #expect(limit >= value && [4.0, 5, 6, 8, 10].contains(limit))
  }

  @Test func theStateBeforeTheWholeDragStaysAsAGhost() throws {
    var student = try student("bars s")
    #expect(try bars(student).bars.allSatisfy { $0.ghost == nil })
    try student.press("right right right")
    #expect(try bars(student).bars.map(\.ghost) == [1, 2, 3])
    try student.press("down left")
    #expect(try bars(student).bars.map(\.ghost) == [4, 2, 3])
    #expect(student.rows.contains { $0.contains("·····") })
  }

  @Test func barsOfOtherRowsShareAScaleWhereTheAuthorSaysSo() throws {
    let student = try student("bars s scale=shared\nbars portion scale=shared")
    #expect(try bars(student, 0).limit == bars(student, 1).limit)
    let own = try self.student("bars s scale=own | bars s * 2 scale=own")
    #expect(try bars(own, 0).limit == 3 && bars(own, 1).limit == 6)
  }

  @Test func anAuthorMayFixTheEndsOfTheScale() throws {
    let list = try bars(student("bars s from=-2 to=12"))
    #expect(list.limit == 12 && list.lowerLimit == -2)
  }

  @Test func onALogarithmicScaleEqualLengthsAreEqualFactors() throws {
    let student = try student("bars portion log=yes from=1 to=1000")
    let list = try bars(student)
    #expect(list.isLogarithmic && list.limit == 1000 && list.lowerLimit == 1)
    let lengths = student.rows.compactMap { row -> Int? in
      let count = row.count { $0 == "█" }
      return count > 0 && row.contains(/█.* \d/) ? count : nil
    }
    #expect(lengths.count == 3)
    let (first, second) = (lengths[1] - lengths[0], lengths[2] - lengths[1])
    #expect(abs(first - second) <= 1 && first > 0)
  }

  @Test func withFewColoursTheBarsOfEachVectorHaveATexture() throws {
    let student = try student("bars s, t", appearance: Appearance(colors: .mono))
    #expect(student.page.contains("█ s") && student.page.contains("░ t"))
    #expect(student.rows.contains { $0.contains("░░░") })
  }

  @Test func aNumberIsDrawnLarge() throws {
    var student = try student("number dot, size")
    #expect(student.page.contains("▀▀█"))
    try student.press("1 down")
    let stepState = try student.stepState
    #expect(stepState.entryInHand.map(stepState.scene.label) == "size")
    let text = try #require(stepState.plainText(of: 0))
    #expect(text.rows.map(\.label) == ["dot", "size"])
  }

  @Test func histogramsStandBelowEachOtherAndSayTheirSpread() throws {
    let page = try student("histogram s, t marks=spread").page
    // NumPy: np.std([1, 2, 3]) and np.std([4, -1, 2]).
    #expect(page.contains("spread .82") && page.contains("spread 2.05"))
  }

  @Test func curvesHaveMarksOfTheirOwn() throws {
    let page = try student("curve s, t").page
    #expect(page.contains("● s") && page.contains("○ t"))
    #expect(page.filter { $0 == "○" }.count > 1)
  }

  @Test(arguments: [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ])
  func everythingIsDrawnInASCIIToo(size: Size) throws {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    for panels in ["bars s, t", "number dot, size", "histogram s, t", "curve s, t"] {
      let student = try student(panels, size: size, appearance: appearance)
      #expect(student.page.utf8.allSatisfy { $0 < 0x80 }, "\(panels)")
    }
  }
}
