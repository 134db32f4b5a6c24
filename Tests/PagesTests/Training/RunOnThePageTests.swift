import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What a run says on the page, at every size.
@Suite struct RunOnThePageTests {
  @Test func aRunThatArrivedSaysSo() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(400)
    #expect(student.page.contains("arrived"))
  }

  @Test(arguments: [Size.usual, Size(width: 60, height: 20)])
  func aDivergenceIsReadWhole(size: Size) throws {
    for step in ["valley", "steep"] {
      var student = try trainee(on: step, size: size)
      student.model.session?.stepState.focus = .training
      try student.press("down = 1 0 0 enter r")
      student.tick(400)
      #expect(try student.stepState.run?.training.divergence != nil)
      let rows = student.page.split(separator: "\n").map(String.init)
      let row = try #require(rows.first { $0.contains("✗ ") })
      #expect(row.contains("Try a smaller rate."), "\(row)")
      #expect(!row.contains("…"))
    }
  }

  @Test func aRunThatDoesNotArriveSaysSoInALineThatFits() throws {
    for size in [Size.usual, Size(width: 60, height: 20)] {
      var student = try trainee(on: "steep", size: size)
      student.model.session?.stepState.focus = .training
      try student.press("r")
      student.tick(400)
      let row = try #require(
        student.page.split(separator: "\n").first { $0.contains("✗ ") }.map(String.init))
      #expect(row.contains("5 steps taken, and not there yet"), "\(row)")
      #expect(!student.notice.contains("loss <"))
    }
  }

  @Test func withoutMotionTheEndIsShownAtOnce() throws {
    var student = try trainee()
    student.model.settings.motion = false
    try student.press("r")
    #expect(!student.model.isPlaying)
    #expect(try student.outcome("look")?.isRight == true)
  }

  @Test func theLossIsThereAsText() throws {
    var student = try trainee()
    try student.press("right right v")
    #expect(student.page.contains("step 2"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theStripIsSeenAtEverySize(size: Size) throws {
    var student = try trainee(size: size)
    _ = student.model.update(.select(.knob(.step, nil)), at: student.model.now)
    try student.press("right right right")
    #expect(student.page.contains("3 of 300"))
    #expect(student.frame.cursor != nil)
  }

  @Test func aRunThatWaitsForAGuessLeavesItsRowsToTheWordsOfASmallPage() throws {
    for size in [Size.comfortable, .usual] {
      var student = try trainee(on: "guess", size: size)
      #expect(try student.stepState.focus == .words)
      #expect(student.page.contains("0 of 50") == (size == .comfortable))
      try student.press("r")
      #expect(student.notice == "guess first: 1 to 2")
      try student.press("1")
      #expect(try student.stepState.focus == .training)
      #expect(student.page.contains("0 of 50"))
      try student.press("right")
      #expect(try student.step == 1)
    }
  }

  @Test func onASinglePartTheWordsOfAnAnswerStayInFront() throws {
    var student = try trainee(on: "guess", size: Size(width: 40, height: 12))
    try student.press("1")
    if try student.stepState.openQuestion != nil { try student.press("1") }
    #expect(try student.stepState.openQuestion == nil)
    #expect(student.window.context == .words)
  }
}
