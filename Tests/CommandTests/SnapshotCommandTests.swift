import Lessons
import Pages
import Playground
import Progress
import Terminal
import Testing

private func snapshot(_ arguments: String...) throws -> ProgramRun {
  try Workspace().run(["snapshot"] + arguments + ["--lessons", Workspace.lessons])
}

@Test(arguments: ["120x40", "80x24", "60x20", "40x12"])
func aPageHasTheSizeThatWasAskedFor(size: String) throws {
  let run = try snapshot("projections", "--size", size)
  #expect(run.status == 0)
  let numbers = size.split(separator: "x").compactMap { Int($0) }
  let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  #expect(lines.count == numbers[1])
  #expect(lines.allSatisfy { $0.count <= numbers[0] })
}

@Test func keysArePressedAndStepsAreOpened() throws {
  let first = try snapshot("projections")
  let second = try snapshot("projections", "--keys", "n")
  #expect(first.output.contains("step 1 of"))
  #expect(second.output.contains("step 2 of"))
  let named = try snapshot("projections", "--step", "who")
  #expect(named.output == first.output)
}

@Test func theMapIsAPageToo() throws {
  let run = try snapshot("map")
  #expect(run.status == 0)
  #expect(run.output.contains("One embedding, three hats"))
}

@Test func asciiPagesAreASCII() throws {
  let run = try snapshot("projections", "--ascii")
  #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
}

@Test(arguments: ["LC_ALL", "LC_CTYPE", "LANG"])
func theLocaleSaysWhetherPagesAreASCII(variable: String) throws {
  func output(_ locale: String, _ format: String) throws -> String {
    try Workspace().run(
      ["snapshot", "projections", "--lessons", Workspace.lessons, "--format", format],
      environment: [variable: locale]
    ).output
  }
  for format in ["text", "ansi"] {
    #expect(try output("C", format).utf8.allSatisfy { $0 < 0x80 })
    #expect(try !output("C.UTF-8", format).utf8.allSatisfy { $0 < 0x80 })
    #expect(try !output("tlh_QO.utf8", format).utf8.allSatisfy { $0 < 0x80 })
  }
  #expect(try output("C", "svg") == output("C.UTF-8", "svg"))
}

@Test func everyFormatHasItsMarks() throws {
  #expect(try snapshot("projections", "--format", "ansi").output.contains("\u{1B}["))
  let svg = try snapshot("projections", "--format", "svg").output
  #expect(svg.hasPrefix("<svg") || svg.hasPrefix("<?xml"))
  #expect(svg.contains("</svg>"))
}

@Test(arguments: [["NO_COLOR": "1"], ["CLICOLOR": "0"]])
func whereNoColorIsWantedAPageForATerminalHasNone(environment: [String: String]) throws {
  let arguments = ["snapshot", "projections", "--lessons", Workspace.lessons, "--format", "ansi"]
  let colorless = try Workspace().run(arguments, environment: environment).output
  #expect(!colorless.contains(/\e\[[0-9;]*[34]8;/))
  #expect(try Workspace().run(arguments).output.contains(/\e\[[0-9;]*[34]8;/))
}

@Test func takingASnapshotChangesNoFile() throws {
  let workspace = Workspace()
  try workspace.run("snapshot", "projections", "--keys", "n n", "--lessons", Workspace.lessons)
  #expect(try workspace.run("progress").output.contains("No lesson"))
  #expect(workspace.text(of: ".local/share/qkv/progress.json") == nil)
}

@Test func anUnknownKeyThemeOrSizeIsSaid() throws {
  let key = try snapshot("projections", "--keys", "tab blip")
  #expect(key.status == 1)
  #expect(key.errors.contains("no key blip"))
  let theme = try snapshot("projections", "--theme", "pink")
  #expect(theme.status == 1)
  #expect(theme.errors.contains("dark, light, contrast, mono"))
  for size in ["0x5", "ten", "120", "99999x40"] {
    #expect(try snapshot("projections", "--size", size).status == 2)
  }
}

/// What is read line by line does without a terminal; what is nothing but a screen says that it needs one.
@Test(arguments: [["watch", "LESSON"], ["record", "new.qkvlog", "projections"]])
func withoutATerminalThereIsASentence(arguments: [String]) throws {
  let lesson = "\(Workspace.lessons)/projections.md"
  let words = arguments.map { $0 == "LESSON" ? lesson : $0 }
  let run = try Workspace().run(words + ["--lessons", Workspace.lessons])
  #expect(run.status == 1)
  #expect(run.output.isEmpty)
  #expect(run.errors.hasPrefix("qkv needs a terminal to run in."))
  #expect(run.errors.split(separator: "\n").count == 1)
}

/// What a window keeps of a lesson can be shown anywhere.
@Test func aLessonIsShownAsItWasLeft() throws {
  let workspace = Workspace()
  var model = Model(
    library: Library(directory: Workspace.lessons), progress: Progress(), settings: Settings(),
    now: Timestamp(secondsSince1970: 0))
  model.open(OpenedLesson(try model.library.lesson("softmax")))
  let keys = try Key.keys(parsing: "1 right right").get()
  model.press(keys, size: Size(width: 120, height: 40))
  let state = try #require(model.session?.state.line)
  let file = try workspace.file("softmax.jsonl", state + "\n")
  func snapshot(_ arguments: String...) throws -> ProgramRun {
    try workspace.run(["snapshot"] + arguments + ["--lessons", Workspace.lessons])
  }
  let left = try snapshot("softmax", "--keys", "1 right right ? esc")
  let shown = try snapshot("softmax", "--state", file, "--keys", "? esc")
  #expect(shown.status == 0 && shown.output == left.output)
  let other = try snapshot("scaling", "--state", file)
  #expect(other.status == 1 && other.errors.contains("Write qkv snapshot softmax --state"))
  let none = try snapshot("softmax", "--state", workspace.file("none.jsonl", "{}"))
  #expect(none.status == 1 && none.errors.contains("holds no state of a lesson"))
}
