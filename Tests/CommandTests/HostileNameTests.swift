import Foundation
import Testing
import Text

private let hostile = "a\u{1B}]0;x\u{7}\u{202E}\u{9B}2J\nforged: fine"

/// Nothing but text, and no line that a name has begun.
private func isClean(_ run: ProgramRun) -> Bool {
  (run.output + run.errors).unicodeScalars.allSatisfy { $0.isSafe || $0 == "\n" }
    && !(run.output + run.errors).contains("\nforged")
}

@Suite struct HostileNameTests {
  @Test func namesOfFilesAndFoldersDriveNoTerminal() throws {
    let workspace = Workspace()
    let scene = try workspace.file("\(hostile).qkv", "x = y\n")
    let lesson = try workspace.file("\(hostile).md", "no lesson\n")
    mkfifo("\(workspace.path)/\(hostile)-pipe.md", 0o600)
    let calls = [
      ["check", scene, lesson], ["check", workspace.path],
      ["check", workspace.path, "--format", "json"],
      ["check", "\(workspace.path)/\(hostile)-none.md"], ["eval", scene], ["eval", hostile],
      ["explain", scene, "x"], ["snapshot", scene], ["snapshot", lesson], ["snapshot", hostile],
      ["progress", "import", scene], ["progress", "import", workspace.path + "/" + hostile],
      ["progress", "export", workspace.path + "/" + hostile + "/none"],
      ["progress", "reset", hostile],
      ["eval", "projections", "--only", hostile], ["eval", "projections", "--lessons", hostile],
    ]
    for call in calls {
      let run = try workspace.run(call)
      #expect(run.status == 1, "\(call)")
      #expect(isClean(run), "\(call): \(run.output)\(run.errors)")
    }
  }

  @Test func wrongCallsWithSuchWordsDriveNoTerminal() throws {
    for call in [["\u{1B}[2J"], ["eval", "a", "b\u{202E}"], ["--\u{9B}"]] {
      let run = try Workspace().run(call)
      #expect(run.status == 2)
      #expect((run.output + run.errors).unicodeScalars.allSatisfy { $0.isSafe || $0 == "\n" })
    }
  }

  @Test func idsInAProgressFileDriveNoTerminal() throws {
    let workspace = Workspace()
    let escaped = "a\\u001b]0;x\\u0007\\u202e\\u009b2J\\nforged: fine"
    let file = try workspace.file(
      "old.json",
      """
      {"version": 1, "lessons": {"\(escaped)": {"started": "2026-01-01T00:00:00Z",
        "touched": "2026-01-02T00:00:00Z", "finished": {"\(escaped)": "2026-01-01T00:00:00Z"},
        "blocks": {"\(escaped)/bet": {"kind": "predict", "right": false, "guess": "\(escaped)",
          "attempts": 1, "date": "2026-01-01T00:00:00Z"}}}}}
      """)
    #expect(try workspace.run("progress", "import", file).status == 0)
    let shown = try workspace.run("progress", "show")
    #expect(shown.status == 0 && shown.output.contains("worth another look"))
    #expect(isClean(shown))
    let exported = try workspace.run("progress", "export")
    #expect(isClean(exported))
    let lessons = try #require(try exported.json["lessons"] as? [String: Any])
    #expect(Array(lessons.keys) == [hostile])
  }
}

@Suite struct PipesAndLinksTests {
  @Test func aPipeInPlaceOfAFileIsSaidAndNobodyWaits() throws {
    let workspace = Workspace()
    try workspace.file("good.md", "no lesson\n")
    for name in ["pipe.md", "pipe.qkv", "pipe.json"] { mkfifo("\(workspace.path)/\(name)", 0o600) }
    let calls = [
      ["check", workspace.path], ["check", workspace.path + "/pipe.md"],
      ["eval", workspace.path + "/pipe.qkv"],
      ["snapshot", workspace.path + "/pipe.md"],
      ["progress", "import", workspace.path + "/pipe.json"],
      ["progress", "export", workspace.path + "/pipe.json"],
      ["learn", workspace.path + "/pipe.md"],
    ]
    for call in calls {
      let run = try workspace.run(call)
      #expect(run.status == 1, "\(call)")
      #expect(run.errors.contains("named pipe"), "\(call): \(run.errors)")
    }
  }

  @Test func anotherStudentsExportIsRefusedUnlessForced() throws {
    let (ada, bob) = (Workspace(), Workspace())
    for workspace in [ada, bob] {
      try workspace.run("progress", "import", workspace.file("old.json", exported))
    }
    let file = try ada.file("bob.json", bob.run("progress", "export").output)
    let refused = try ada.run("progress", "import", file)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("another student") && refused.errors.contains("--force"))
    #expect(try ada.run("progress", "import", file, "--force").status == 0)
    #expect(try ada.run("progress", "import", file).status == 0)
  }
}

private let exported = """
  {"version": 1, "lessons": {"scores": {"started": "2026-01-01T00:00:00Z",
    "touched": "2026-01-02T00:00:00Z", "finished": {"one": "2026-01-01T00:00:00Z"}, "blocks": {}}}}
  """
