import Foundation
import Testing

private let sample = """
  {"version": 1, "lessons": {"scores": {
    "started": "2026-01-01T00:00:00Z", "touched": "2026-01-02T00:00:00Z", "place": "two",
    "seconds": 600, "finished": {"one": "2026-01-01T00:00:00Z", "two": "2026-01-02T00:00:00Z"},
    "blocks": {
      "one/bet": {"kind": "predict", "right": true, "guess": "it", "attempts": 1,
        "date": "2026-01-01T00:00:00Z"},
      "two/sum": {"kind": "number", "right": false, "guess": "3", "attempts": 2,
        "date": "2026-01-02T00:00:00Z"},
      "two/reach": {"kind": "goal", "right": true, "attempts": 1, "date": "2026-01-02T00:00:00Z"}
    }}}}
  """

@Test func progressLiesInTheDataHomeUnlessAnotherFolderIsChosen() throws {
  let workspace = Workspace()
  #expect(
    try workspace.run("progress", "path").output
      == "\(workspace.path)/.local/share/qkv/progress.json\n")
  let xdg = ["XDG_DATA_HOME": "/xdg"]
  #expect(
    try workspace.run("progress", "path", environment: xdg).output == "/xdg/qkv/progress.json\n")
  let chosen = ["QKV_DATA_DIR": "/chosen", "XDG_DATA_HOME": "/xdg"]
  #expect(
    try workspace.run("progress", "path", environment: chosen).output == "/chosen/progress.json\n")
  for arguments in [
    ["progress", "path", "--data-dir", "/option"], ["--data-dir", "/option", "progress", "path"],
  ] {
    #expect(try workspace.run(arguments, environment: chosen).output == "/option/progress.json\n")
  }
}

@Test func importedProgressIsShownAndExported() throws {
  let workspace = Workspace()
  let file = try workspace.file("old.json", sample)
  let run = try workspace.run("progress", "import", file)
  #expect(run.status == 0)
  #expect(run.output.contains("2 steps"))
  let shown = try workspace.run("progress", "show")
  #expect(shown.status == 0)
  let row = try #require(shown.output.split(separator: "\n").first { $0.hasPrefix("scores") })
  #expect(row.split(separator: " ").dropFirst(2) == ["1/1", "0/1", "1", "10"])
  #expect(shown.output.contains("qkv learn scores --step two"))
  let exported = try workspace.run("progress", "export").json
  let lessons = try #require(exported["lessons"] as? [String: Any])
  let lesson = try #require(lessons["scores"] as? [String: Any])
  #expect((lesson["finished"] as? [String: String])?.count == 2)
  #expect(exported["version"] as? Int == 1)
}

@Test func exportingToAFileAndImportingFromInputGoRoundInACircle() throws {
  let workspace = Workspace()
  try workspace.run("progress", "import", workspace.file("old.json", sample))
  #expect(try workspace.run("progress", "export", "\(workspace.path)/new.json").output.isEmpty)
  let text = try #require(workspace.text(of: "new.json"))
  let other = Workspace()
  #expect(try other.run("progress", "import", "-", input: text).status == 0)
  #expect(try other.run("progress", "export").output == text)
}

@Test func aResetCanBeTakenBack() throws {
  let workspace = Workspace()
  try workspace.run("progress", "import", workspace.file("old.json", sample))
  let reset = try workspace.run("progress", "reset")
  #expect(reset.status == 0)
  #expect(try workspace.run("progress", "show").output.contains("No lesson"))
  let copy = try #require(reset.output.split(whereSeparator: \.isWhitespace).last)
  #expect(try workspace.run("progress", "import", String(copy)).status == 0)
  #expect(try workspace.run("progress", "show").output.contains("scores"))
}

@Test func oneLessonIsForgottenAndTheOthersStay() throws {
  let workspace = Workspace()
  let other = sample.replacing("scores", with: "lookup")
  try workspace.run("progress", "import", workspace.file("a.json", sample))
  try workspace.run("progress", "import", workspace.file("b.json", other))
  #expect(try workspace.run("progress", "reset", "scores").status == 0)
  let shown = try workspace.run("progress", "show").output
  #expect(!shown.contains("scores") && shown.contains("lookup"))
  #expect(try workspace.run("progress", "reset", "scores").status == 1)
}

@Test(arguments: ["", "{", "[]", "{\"version\": 1}", "{\"version\": 9, \"lessons\": {}}"])
func whatIsNoProgressFileIsNotImported(text: String) throws {
  let workspace = Workspace()
  try workspace.run("progress", "import", workspace.file("good.json", sample))
  let before = try workspace.run("progress", "export").output
  let run = try workspace.run("progress", "import", workspace.file("bad.json", text))
  #expect(run.status == 1)
  #expect(run.errors.contains("bad.json"))
  #expect(try workspace.run("progress", "export").output == before)
}

@Test func aDamagedFileIsNamedOnStandardError() throws {
  let workspace = Workspace()
  try workspace.file(".local/share/qkv/progress.json", "{ torn")
  let run = try workspace.run("progress")
  #expect(run.status == 0)
  #expect(run.errors.contains("set aside as"))
  #expect(run.errors.contains("progress.corrupt-"))
}

@Test func progressThatCannotBeKeptIsAnErrorWithAdvice() throws {
  let workspace = Workspace()
  let old = try workspace.file("old.json", sample)
  let file = try workspace.file("file", "")
  let run = try workspace.run("progress", "import", old, "--data-dir", file)
  #expect(run.status == 1)
  #expect(run.errors.contains("a file stands where a folder should be"))
  #expect(run.errors.contains("--data-dir"))
}

/// An empty table or export would look as if there were no progress.
@Test func progressThatCannotBeReadIsNeitherShownNorExportedAsNone() throws {
  let workspace = Workspace()
  let folder = ".local/share/qkv/progress.json"
  try workspace.file(folder, bytes: Data(repeating: 0x20, count: (16 << 20) + 1))
  for command in [["show"], ["export"], ["export", workspace.path + "/out.json"], ["reset"]] {
    let run = try workspace.run(["progress"] + command)
    #expect(run.status == 1, "\(command)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("larger than 16 MB"))
  }
  #expect(workspace.text(of: "out.json") == nil)
  #expect(workspace.text(of: folder)?.utf8.count == (16 << 20) + 1)
}
