import Testing

@Suite struct ReplayCommandTests {
  private let workspace = Workspace()

  /// One message that goes to the second step.
  private func recording(_ lesson: String = "softmax", digest: String = "0") throws -> String {
    let start = """
      {"began":1790000000,"digest":"\(digest)","hasMotion":false,"lesson":"\(lesson)","progress":"","qkv-recording":1,"step":1}
      """
    let next = #"{"after":2500,"message":{"turn":{"_0":{"nextStep":{}}}}}"#
    return try workspace.file("talk.qkvlog", start + "\n" + next + "\n")
  }

  @Test func thePageOfAMomentIsPrinted() throws {
    let file = try recording()
    let lessons = ["--lessons", Workspace.lessons]
    let first = try workspace.run(["replay", file, "--at", "1"] + lessons)
    #expect(first.status == 0 && first.output.contains("step 1 of"))
    #expect(first.errors.contains("softmax was changed since it was recorded"))
    let last = try workspace.run(["replay", file, "--size", "80x24"] + lessons)
    #expect(last.output.contains("step 2 of"))
    #expect(last.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
  }

  @Test func whatIsNoRecordingSaysHowOneIsMade() throws {
    let file = try workspace.file("notes.txt", "hello")
    let run = try workspace.run("replay", file, "--lessons", Workspace.lessons)
    #expect(run.status == 1)
    #expect(run.errors.contains("notes.txt is no recording. One is made with qkv record."))
    let fast = try workspace.run("replay", file, "--speed", "99")
    #expect(fast.status == 2 && fast.errors.contains("--speed 2"))
    let gone = try workspace.run(
      "replay", try recording("nothing"), "--lessons", Workspace.lessons)
    #expect(gone.status == 1 && gone.errors.contains("nothing"))
  }

  @Test func aRecordingNeedsATerminal() throws {
    let run = try workspace.run("record", "\(workspace.path)/new", "softmax")
    #expect(run.status == 1)
    #expect(run.errors.contains("needs a terminal"))
    #expect(workspace.text(of: "new") == nil)
  }
}
