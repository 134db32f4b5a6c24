import Progress
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct RemappingTests {
  private func file(_ keys: String) -> SettingsFile {
    SettingsFile("keys:\n" + keys, name: "settings.yml")
  }

  private func student(_ keys: String, on step: String = "ask") throws -> Student {
    var student = try Student(on: step)
    let file = file(keys)
    #expect(file.problems.isEmpty)
    student.keys = file.keys
    return student
  }

  @Test func aNewKeyActsAndTheOldOneDoesNot() throws {
    var student = try student("  next step: N\n")
    try student.press("2 n")
    #expect(try student.session.stepIndex == 0)
    try student.press("N")
    #expect(try student.session.stepIndex == 1)
  }

  @Test func severalKeysCanMeanOneThing() throws {
    for key in ["N", "enter"] {
      var student = try student("  why: [enter, N]\n")
      try student.press("2 \(key)")
      #expect(student.page.contains("why is"))
    }
  }

  @Test func footHelpAndPaletteNameTheNewKey() throws {
    var student = try student("  next step: N\n  help: ctrl-g\n")
    try student.press("2")
    #expect(student.page.contains("N next step"))
    #expect(!student.page.contains("n next step"))
    try student.press("ctrl-g")
    #expect(student.page.contains("all keys of this screen"))
    #expect(student.page.contains("^G"))
    try student.press("esc :")
    student.type("next step")
    #expect(student.rows.contains { $0.contains(/next step +N\b/) })
  }

  @Test func sentencesNameTheNewKeyToo() throws {
    var student = try student("  undo: Z\n  reset: X\n  next part: ctrl-o\n", on: "ask")
    try student.press("2 right X")
    #expect(
      student.page.contains("the step is back at its start; Z undoes; X again opens its questions"))
    student.model.open(try student.session.lesson, step: 3)
    try student.press("enter")
    #expect(student.page.contains("choose a number first: ^O to a panel, arrows to a cell"))
  }

  /// Each command that a sentence names is one of the table, whatever its keys.
  @Test(arguments: NamedCommand.allCases)
  func aCommandThatASentenceNamesHasAKey(command: NamedCommand) {
    let binding = KeyTable.standard.bindings.first { $0.name == command.rawValue }
    #expect(binding?.keys.isEmpty == false)
    #expect(
      KeyTable.standard.spelled("a\(key: command)b") == "a\(binding?.keys.first?.name ?? "")b")
    #expect(KeyTable.standard.spelled("no key, \(command)") == "no key, \(command)")
  }

  @Test func aFootOfSeveralKeysNamesThemAll() throws {
    var student = try student("  drag down: D\n  drag up: Y\n")
    try student.press("2")
    #expect(student.page.contains("DY drag"))
    try student.press("Y")
    #expect(try student.value("X[\"it\",\"noun\"]") == 0.2)
  }

  @Test func twoCommandsCanChangePlaces() throws {
    var student = try student("  next step: p\n  previous step: n\n")
    try student.press("2 p")
    #expect(try student.session.stepIndex == 1)
    try student.press("n")
    #expect(try student.session.stepIndex == 0)
  }

  @Test(arguments: [
    ("  wy: e", "There is no command \"wy\".", "Did you mean why?", 3),
    ("  dance: e", "There is no command \"dance\".", "qkv keys lists the commands.", 3),
    ("  why: entr", "There is no key \"entr\".", "Did you mean enter?", 8),
    (
      "  why: hyper-x", "There is no key \"hyper-x\".",
      "A key is one character, or a name such as enter, tab, space, ctrl-k or f2.", 8
    ),
    ("  why: ctrl-i", "A terminal cannot tell ctrl-i from tab.", "Choose another key.", 8),
    ("  why: 3", "1 to 9 answer questions and choose panels.", "Choose another key.", 8),
    (
      "  choose: x", "\"x\" is text where \"choose\" is used.",
      "Choose a key that types nothing, such as tab, ctrl-k or f2.", 11
    ),
    (
      "  quit: Q", "\"quit\" keeps its key, so that there is always a way out.",
      "Remove this line.", 3
    ),
    ("  why: []", "\"why\" needs a key, or a list of keys.", "Write why: [e, enter]", 8),
    (
      "  why: n", "\"n\" is a key of \"next step\" already, in the same place.",
      "Choose another key, or give \"next step\" another one too.", 8
    ),
    (
      "  why: [N, ctrl-c]", "\"ctrl-c\" is a key of \"quit\" already, in the same place.",
      "Choose another key, or give \"quit\" another one too.", 12
    ),
  ])
  func aMistakeHasAPlaceAndASuggestionAndTheOldKeyHolds(
    line: String, message: String, suggestion: String, column: Int
  ) throws {
    let file = file(line + "\n")
    #expect(file.problems.map(\.message) == [message])
    #expect(file.problems.map(\.suggestion) == [suggestion])
    #expect(file.problems.map(\.location.line) == [2])
    #expect(file.problems.map(\.location.column) == [column])
    #expect(file.keys == .standard)
  }

  /// A line that falls away gives its command the old key back, which another line may have taken.
  @Test func aConflictNeverLeavesAKeyWithTwoMeanings() throws {
    let file = file("  next step: p\n  previous step: q\n")
    #expect(file.problems.count == 2)
    for context in Context.allCases {
      let keys = file.keys.bindings(in: context).flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func keysThatAreNeverUsedTogetherMayBeTheSame() {
    #expect(file("  review: i\n").problems.isEmpty)
  }

  @Test func everyCommandHasAName() {
    for name in KeyTable.standard.commandNames {
      #expect(name.allSatisfy { ($0.isLetter && $0.isLowercase) || $0 == " " }, "\(name)")
    }
  }
}
