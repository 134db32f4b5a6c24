import Foundation
import Testing

@Test func aGoodSceneIsFine() throws {
  let workspace = Workspace()
  let run = try workspace.run("check", workspace.file("head.qkv", sampleScene))
  #expect(run.status == 0)
  #expect(run.errors.isEmpty)
  #expect(run.output == "0 lessons, 1 scene: all fine\n")
}

@Test func aSceneWithAWarningIsNotAllFine() throws {
  let workspace = Workspace()
  let run = try workspace.run("check", workspace.file("nan.qkv", "k = 0\ny = k / k\n"))
  #expect(run.status == 0)
  #expect(run.errors.contains(": warning: "))
  #expect(run.output == "0 lessons, 1 scene: 0 errors, 1 warning\n")
}

@Test func everyProblemOfEveryFileIsReported() throws {
  let workspace = Workspace()
  try workspace.file("a.qkv", "x = y\nz = w\n")
  try workspace.file("deep/b.qkv", "x = = 1\n")
  try workspace.file("deep/good.qkv", sampleScene)
  try workspace.file("README.md", "not a lesson")
  let run = try workspace.run("check", workspace.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("\(workspace.path)/a.qkv:1:5: error: "))
  #expect(run.errors.contains("\(workspace.path)/a.qkv:2:5: error: "))
  #expect(run.errors.contains("\(workspace.path)/deep/b.qkv:1:5: error: "))
  #expect(!run.errors.contains("README"))
  #expect(run.output.hasPrefix("0 lessons, 3 scenes: 3 errors, 0 warnings\n"))
}

@Test func theReportForProgramsHasPlacesAndSentences() throws {
  let workspace = Workspace()
  let good = try workspace.file("good.qkv", sampleScene)
  let bad = try workspace.file("bad.qkv", "x = y\n")
  let run = try workspace.run("check", good, bad, "--format", "json")
  #expect(run.status == 1)
  #expect(run.errors.isEmpty)
  let report = try run.json
  #expect(report["ok"] as? Bool == false)
  let files = try #require(report["files"] as? [[String: Any]])
  #expect(files.map { $0["file"] as? String } == [good, bad])
  #expect((files[0]["problems"] as? [Any])?.isEmpty == true)
  let problem = try #require((files[1]["problems"] as? [[String: Any]])?.first)
  #expect(problem["line"] as? Int == 1)
  #expect(problem["column"] as? Int == 5)
  #expect(problem["sourceLine"] as? String == "x = y")
  #expect((problem["message"] as? String)?.isEmpty == false)
}

@Test func aBadLessonIsReportedAsItsFile() throws {
  let workspace = Workspace()
  let file = try workspace.file("bad.md", "no front matter\n")
  let run = try workspace.run("check", file)
  #expect(run.status == 1)
  #expect(run.errors.hasPrefix("\(file):1:1: error: "))
}

@Test func theShippedLessonsAreFine() throws {
  let run = try Workspace().run("check", Workspace.lessons)
  #expect(run.status == 0, "\(run.errors)")
  #expect(run.output.contains("all fine"))
  #expect(!run.errors.contains(": error: "))
}

@Test func aPathThatHoldsNothingToCheckIsSaid() throws {
  let workspace = Workspace()
  let text = try workspace.file("notes.txt", "")
  let binary = try workspace.file("binary.qkv", bytes: Data([0, 1, 2]))
  let expectations = [
    (workspace.path + "/none", "does not exist"), (text, "is no lesson"),
    (binary, "is not a text file"),
  ]
  for (path, sentence) in expectations {
    let run = try workspace.run("check", path)
    #expect(run.status == 1)
    #expect(run.errors.contains(sentence))
  }
}

@Test(
  arguments: [
    (Array("axis token = 3\nx = 1 \u{0}".utf8), "2:7"), ([0], "1:1"),
    (Array("x = 1\n\ny = é".utf8) + [0xff, 0x31], "3:6"), (Array("x = é".utf8).dropLast(), "1:5"),
  ] as [([UInt8], String)])
func whereAFileIsNoTextIsSaid(bytes: [UInt8], place: String) throws {
  let workspace = Workspace()
  let file = try workspace.file("binary.qkv", bytes: Data(bytes))
  let run = try workspace.run("check", file)
  #expect(run.status == 1)
  #expect(run.errors.hasPrefix("\(file):\(place): error: "))
  #expect(run.errors.contains("is not a text file"))
}

@Test func aWarningOfASceneDoesNotFailTheCheck() throws {
  let workspace = Workspace()
  let scene = "axis token = play ##ing\nx[token] = [1]\ny = log(-x)\n"
  let file = try workspace.file("warned.qkv", scene)
  let run = try workspace.run("check", file)
  #expect(run.status == 0)
  #expect(run.errors.contains("\(file):1:19: warning: `##ing` begins a comment"))
  #expect(run.errors.contains("\(file):3:5: warning: `log` has no value"))
  let json = try workspace.run("check", file, "--format", "json").output
  #expect(json.contains("begins a comment"))
}

@Test func oneBadPathStopsNoOther() throws {
  let workspace = Workspace()
  let binary = try workspace.file("a/binary.qkv", bytes: Data([0x78, 0x20, 0x3d, 0xff]))
  try workspace.file("a/good.qkv", sampleScene)
  try workspace.file("a/wrong.md", "words")
  let late = try workspace.file("late.qkv", "x = y\n")
  let pipe = workspace.path + "/a/pipe.qkv"
  #expect(mkfifo(pipe, 0o600) == 0)
  let run = try workspace.run("check", workspace.path + "/none", workspace.path + "/a", late)
  #expect(run.status == 1)
  for place in ["/none:1:1: error: ", "/a/wrong.md:1:1: error: ", "/late.qkv:1:5: error: "] {
    #expect(run.errors.contains(workspace.path + place), "\(run.errors)")
  }
  #expect(run.errors.contains("\(binary):1:4: error: "))
  #expect(run.errors.contains("pipe.qkv"))
}

@Test func aFolderWithACourseIsItsOwnCourse() throws {
  let workspace = Workspace()
  let lesson = try String(contentsOfFile: Workspace.lessons + "/softmax.md", encoding: .utf8)
  let mine = lesson.replacing("id: softmax", with: "id: mine")
    .replacing(/needs: .*/, with: "needs: [heads, scaling]")
  try workspace.file("mycourse/mine.md", mine)
  try workspace.file(
    "mycourse/course.yml",
    "qkv: 1\ntitle: t\nparts:\n  - title: p\n    lessons: [heads, mine]\n")
  let run = try workspace.run("check", workspace.path + "/mycourse")
  #expect(run.status == 1)
  #expect(run.errors.contains("error: There is no lesson \"scaling\"."))
  #expect(!run.errors.contains("\"heads\""))
  let shown = try workspace.run(
    "eval", "heads", "--lessons", workspace.path + "/mycourse", "--only", "X")
  #expect(shown.status == 0, "\(shown.errors)")
}

@Test func aWarningAmongErrorsIsCountedAsOne() throws {
  let workspace = Workspace()
  let text = "---\nqkv: 1\nid: a\n---\n\n## A {#a}\n\nA formula $x_i here.\n"
  let run = try workspace.run("check", workspace.file("a.md", text))
  #expect(run.errors.contains("a.md:8:11: warning: "))
  #expect(run.output == "1 lesson, 0 scenes: 3 errors, 1 warning\n")
}
