import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Attention is measured on the machine at hand, piece by piece, once the student asks for it.
@Suite struct MeasurePanelTests {
  private func student(size: Size = .comfortable) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: price
      title: The price
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis length = 3
      words[length] = [128, 256, 8192]
      time[length]  = zeros()
      ```

      ## Bet {#bet}

      Your machine measures itself.

      ```qkv show
      measure words time=time heads=2
      ```
      """
    return try Student(reading: Lesson.load(text: text, file: "price.md"), on: "bet", size: size)
  }

  /// Does what the loop does: a tick asks for a piece, which takes so long.
  private func tick(_ student: inout Student, perQuery: Double) -> AttentionJob? {
    student.send(.tick)
    guard case .measure(let job)? = student.effects.last else { return nil }
    let seconds = perQuery * Double(job.queries * job.heads)
    student.update(.reported(.measured(job, seconds: seconds)))
    return job
  }

  @Test func nothingIsMeasuredBeforeTheStudentAsks() throws {
    var student = try student()
    #expect(!student.model.isPlaying)
    student.send(.tick)
    #expect(student.effects.isEmpty)
    #expect(student.page.contains("not measured yet"))
  }

  @Test func aShortTextIsMeasuredInOneGoAndALongOneInPieces() throws {
    var student = try student()
    try student.press("r")
    #expect(student.model.isPlaying)
    let first = try #require(tick(&student, perQuery: 1e-6))
    #expect(first == AttentionJob(tokens: 128, queries: 128, heads: 2, dim: 64))
    #expect(abs(try student.value("time[0]") - 0.256) < 1e-6)
    _ = try #require(tick(&student, perQuery: 2e-6))
    #expect(student.page.contains("×4.00"))
    var pieces = 0
    while student.model.isPlaying, let job = tick(&student, perQuery: 64e-6) {
      pieces += 1
      #expect(job.tokens == 8192)
      #expect(Double(job.queries * job.heads) * 64e-6 < 0.1)
    }
    #expect(pieces > 10)
    #expect(abs(try student.value("time[2]") - 2 * 8192 * 0.064) < 1)
    #expect(student.notice == "measured on this machine")
  }

  @Test func whatIsMeasuredIsKeptWhenItIsStopped() throws {
    var student = try student()
    try student.press("r")
    _ = tick(&student, perQuery: 1e-6)
    try student.press("r")
    #expect(!student.model.isPlaying)
    #expect(try student.value("time[0]") > 0)
    #expect(try student.value("time[1]") == 0)
  }

  @Test(arguments: [
    Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 40, height: 12),
  ])
  func everyLengthIsThereAtEverySize(size: Size) throws {
    for appearance in [Appearance(), Appearance(symbols: .ascii, colors: .mono)] {
      var student = try student(size: size)
      student.appearance = appearance
      student.focus(0)
      try student.press("z")
      for word in ["128", "256", "8192"] { #expect(student.page.contains(word)) }
      #expect(try student.board.cut.isEmpty)
    }
  }

  @Test func asTextItTellsWhatIsNotMeasuredYet() throws {
    let text = try #require(try student().stepState.plainText(of: 0))
    #expect(text.rows.map(\.label) == ["128", "256", "8192"])
    #expect(text.rows[0].numbers == ["not measured yet", "", "131072"])
  }
}
