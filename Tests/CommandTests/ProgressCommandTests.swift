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
  let desk = StepState()
  #expect(
    try desk.run("progress", "path").output == "\(desk.path)/.local/share/qkv/progress.json\n")
  let xdg = ["XDG_DATA_HOME": "/xdg"]
  #expect(try desk.run("progress", "path", environment: xdg).output == "/xdg/qkv/progress.json\n")
  let chosen = ["QKV_DATA_DIR": "/chosen", "XDG_DATA_HOME": "/xdg"]
  #expect(try desk.run("progress", "path", environment: chosen).output == "/chosen/progress.json\n")
  for arguments in [
    ["progress", "path", "--data-dir", "/option"], ["--data-dir", "/option", "progress", "path"],
  ] {
    #expect(try desk.run(arguments, environment: chosen).output == "/option/progress.json\n")
  }
}

@Test func importedProgressIsShownAndExported() throws {
  let desk = StepState()
  let file = try desk.file("old.json", sample)
  let run = try desk.run("progress", "import", file)
  #expect(run.status == 0)
  #expect(run.output.contains("2 steps"))
  let shown = try desk.run("progress", "show")
  #expect(shown.status == 0)
  let row = try #require(shown.output.split(separator: "\n").first { $0.hasPrefix("scores") })
  #expect(row.split(separator: " ").dropFirst(2) == ["1/1", "0/1", "1", "10"])
  #expect(shown.output.contains("qkv learn scores --step two"))
  let exported = try desk.run("progress", "export").json
  let lessons = try #require(exported["lessons"] as? [String: Any])
  let lesson = try #require(lessons["scores"] as? [String: Any])
  #expect((lesson["finished"] as? [String: String])?.count == 2)
  #expect(exported["version"] as? Int == 1)
}

@Test func exportingToAFileAndImportingFromInputGoRoundInACircle() throws {
  let desk = StepState()
  try desk.run("progress", "import", desk.file("old.json", sample))
  #expect(try desk.run("progress", "export", "\(desk.path)/new.json").output.isEmpty)
  let text = try #require(desk.text(of: "new.json"))
  let other = StepState()
  #expect(try other.run("progress", "import", "-", input: text).status == 0)
  #expect(try other.run("progress", "export").output == text)
}

@Test func aResetCanBeTakenBack() throws {
  let desk = StepState()
  try desk.run("progress", "import", desk.file("old.json", sample))
  let reset = try desk.run("progress", "reset")
  #expect(reset.status == 0)
  #expect(try desk.run("progress", "show").output.contains("No lesson"))
  let copy = try #require(reset.output.split(whereSeparator: \.isWhitespace).last)
  #expect(try desk.run("progress", "import", String(copy)).status == 0)
  #expect(try desk.run("progress", "show").output.contains("scores"))
}

@Test func oneLessonIsForgottenAndTheOthersStay() throws {
  let desk = StepState()
  let other = sample.replacing("scores", with: "lookup")
  try desk.run("progress", "import", desk.file("a.json", sample))
  try desk.run("progress", "import", desk.file("b.json", other))
  #expect(try desk.run("progress", "reset", "scores").status == 0)
  let shown = try desk.run("progress", "show").output
  #expect(!shown.contains("scores") && shown.contains("lookup"))
  #expect(try desk.run("progress", "reset", "scores").status == 1)
}

@Test(arguments: ["", "{", "[]", "{\"version\": 1}", "{\"version\": 9, \"lessons\": {}}"])
func whatIsNoProgressFileIsNotImported(text: String) throws {
  let desk = StepState()
  try desk.run("progress", "import", desk.file("good.json", sample))
  let before = try desk.run("progress", "export").output
  let run = try desk.run("progress", "import", desk.file("bad.json", text))
  #expect(run.status == 1)
  #expect(run.errors.contains("bad.json"))
  #expect(try desk.run("progress", "export").output == before)
}

@Test func aDamagedFileIsNamedOnStandardError() throws {
  let desk = StepState()
  try desk.file(".local/share/qkv/progress.json", "{ torn")
  let run = try desk.run("progress")
  #expect(run.status == 0)
  #expect(run.errors.contains("set aside as"))
  #expect(run.errors.contains("progress.corrupt-"))
}

@Test func progressThatCannotBeKeptIsAnErrorWithAdvice() throws {
  let desk = StepState()
  let old = try desk.file("old.json", sample)
  let file = try desk.file("file", "")
  let run = try desk.run("progress", "import", old, "--data-dir", file)
  #expect(run.status == 1)
  #expect(run.errors.contains("a file stands where a folder should be"))
  #expect(run.errors.contains("--data-dir"))
}

/// An empty table or export would look as if there were no progress.
@Test func progressThatCannotBeReadIsNeitherShownNorExportedAsNone() throws {
  let desk = StepState()
  let folder = ".local/share/qkv/progress.json"
  try desk.file(folder, bytes: Data(repeating: 0x20, count: (16 << 20) + 1))
  for command in [["show"], ["export"], ["export", desk.path + "/out.json"], ["reset"]] {
    let run = try desk.run(["progress"] + command)
    #expect(run.status == 1, "\(command)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("larger than 16 MB"))
  }
  #expect(desk.text(of: "out.json") == nil)
  #expect(desk.text(of: folder)?.utf8.count == (16 << 20) + 1)
}
