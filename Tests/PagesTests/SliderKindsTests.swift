import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Sliders over lists, labels, sizes, angles and down to −∞, under the fingers.
@Suite struct SliderKindsTests {
  private func student(_ sliders: String, size: Size = .usual) throws -> Student {
    let text = kindsLesson.replacing("SLIDERS", with: sliders)
    return try Student(
      reading: Lesson.load(text: text, file: "kinds.md"), on: "kinds", size: size)
  }

  @Test func oneStepBelowTheLowestIsMinusInfinity() throws {
    var student = try student("score[\"cat\"] from -inf, -1 to 3 step 0.5")
    try student.press("left left left")
    #expect(try student.value("score[\"cat\"]") == -.infinity)
    #expect(try student.value("weight[\"cat\"]") == 0)
    #expect(student.page.contains("−∞"))
    try student.press("right")
    #expect(try student.value("score[\"cat\"]") == -1)
    try student.press("= - i n f enter")
    #expect(try student.value("score[\"cat\"]") == -.infinity)
    try student.press("0")
    #expect(try student.value("score[\"cat\"]") == 0)
  }

  /// Sliders of several matrices say whose they are, but for those that the author names.
  @Test func aLabelStandsAloneBesideSlidersOfOtherMatrices() throws {
    let student = try student(
      "score[\"cat\"] from -1 to 3 step 0.5 label \"how loud\"\nn in [1, 2, 4, 8]")
    let row = try #require(student.rows.first { $0.contains("how loud") })
    #expect(!row.contains("score"), "\(row)")
  }

  @Test func aListIsWalkedByItsValues() throws {
    var student = try student("n in [1, 2, 4, 8]")
    try student.press("right")
    #expect(try student.value("n") == 4)
    try student.press("H")
    #expect(try student.value("n") == 1)
    try student.press("L")
    #expect(try student.value("n") == 8)
    try student.press("= 3 enter")
    #expect(try student.value("n") == 8)
    #expect(student.notice == "it can be 1, 2, 4, 8")
    try student.press("= 2 enter")
    #expect(try student.value("n") == 2)
    try student.press("u")
    #expect(try student.value("n") == 8)
  }

  @Test func aPlaceIsShownAsItsWordAndTypedAsOne() throws {
    var student = try student("asker in token label \"who asks\"")
    #expect(student.page.contains("who asks"))
    try student.press("right")
    #expect(student.rows.contains { $0.contains("who asks") && $0.contains("it") })
    #expect(try student.value("asker") == 2)
    try student.press("= t h e enter")
    #expect(try student.value("asker") == 0)
    try student.press("= d o g enter")
    #expect(student.notice.contains("no place of token"))
    #expect(try student.value("asker") == 0)
  }

  @Test func aSizeThatBreaksAShapeIsPassedOver() throws {
    var student = try student("size(kv) from 1 to 4 step 1")
    func size() throws -> Float { try student.stepState.scene.value(of: .axis("kv")) }
    #expect(try size() == 2)
    try student.press("right")
    #expect(try size() == 4)
    try student.press("left")
    #expect(try size() == 2)
  }

  @Test func anAngleTurnsAVectorAndKeepsItsLength() throws {
    var student = try student("angle of you step 30\nlength of you from 0 to 5 step 1")
    try student.press("right right right")
    #expect(abs(try student.value("you[\"x\"]")) < 1e-5)
    #expect(abs(try student.value("you[\"y\"]") - 2) < 1e-5)
    #expect(student.page.contains("angle of you"))
    try student.press("down right")
    #expect(abs(try student.value("you[\"y\"]") - 3) < 1e-5)
    try student.press("u")
    #expect(abs(try student.value("you[\"y\"]") - 2) < 1e-5)
  }

  /// From 0° the other way round it is one step to 330°, not 330 back.
  @Test func aTurnThroughTheStartIsTheShorterWay() throws {
    var student = try student("angle of you from 0 to 360 step 30")
    try student.press("left")
    let row = try #require(student.rows.first { $0.contains("330") })
    #expect(row.contains("−30"), "\(row)")
  }

  @Test func wholeNumbersAreShownWithoutDecimalsWhereAllAreWhole() throws {
    var student = try student("n from 1 to 8 step 1")
    #expect(student.rows.contains { $0.hasSuffix(" 2") && $0.contains("n ") })
    try student.press("= 2 . 5 enter")
    #expect(student.rows.contains { $0.contains("2.50") })
    let mixed = try self.student("n from 1 to 8 step 1\nyou[\"x\"] from -2 to 2")
    #expect(mixed.rows.contains { $0.contains("2.00") })
  }

  @Test func whatWasDraggedIsKept() throws {
    var student = try student("asker in token\nangle of you step 30\nn in [1, 2, 4, 8]")
    try student.press("right down right right down right")
    let session = try student.session
    let reopened = try student.reopened()
    #expect(reopened.stepState.scene == session.stepState.scene)
    #expect(reopened.stepState.past == session.stepState.past)
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func everyKindHasItsRow(size: Size) throws {
    let lines = [
      "score[\"cat\"] from -inf to 3", "n in [1, 2, 4, 8]", "asker in token", "angle of you",
    ]
    for line in lines {
      var student = try student(line, size: size)
      try student.press("tab shift-tab left")
      #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
    }
  }
}

private let kindsLesson = """
  ---
  qkv: 1
  id: kinds
  title: Kinds
  summary: Every kind of slider.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  axis way = x y
  axis head = 4
  axis kv = 2
  score[token] = [1, 0, 1]
  weight = softmax(score)
  n = 2
  asker = 1
  you[way] = [2, 0]
  K[kv, token] = randn(seed: 1)
  shared = share(K, kv, head)
  ```

  ## Kinds {#kinds}

  ```qkv show
  bars weight
  ```

  ```qkv sliders
  SLIDERS
  ```
  """
