import Foundation
import FuzzSupport
import Playground
import Progress
import Testing
import Text

@testable import Pages

@Suite struct SettingsFileTests {
  private func file(_ text: String) -> SettingsFile { SettingsFile(text, name: "settings.yml") }

  @Test func everySettingIsRead() {
    let text =
      "theme: mono\nvoice: on\nspeed: 1.5\nspeaker: en-us+f3\nmotion: off\nmouse: yes\nlinear: on\n"
    let settings = file(text).settings
    #expect(settings.voiceSpeed == 1.5 && settings.speaker == "en-us+f3")
    #expect(settings.theme == "mono")
    #expect(settings.narration && settings.mouse && !settings.motion)
    #expect(settings.linear)
  }

  @Test func theExampleOfTheReadmeIsFine() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let example = try #require(text.firstMatch(of: /```yaml\n([^`]*)```/)?.output.1)
    let found = file(String(example))
    #expect(found.problems.isEmpty)
    #expect(found.settings == Settings())
    #expect(found.keys.command(for: .tab, in: .sliders) == .send(.turn(.nextStep)))
  }

  @Test(arguments: ["", "# nothing but a comment\n", "theme: auto\n"])
  func whatIsNotSaidIsAsUsual(text: String) {
    #expect(file(text).settings == Settings())
    #expect(file(text).problems.isEmpty)
  }

  @Test(arguments: [
    ("thme: dark", "The settings file has no key \"thme\".", "Did you mean theme?", 1),
    ("theme: drak", "There is no theme \"drak\".", "Did you mean dark?", 8),
    (
      "theme: pink", "There is no theme \"pink\".",
      "Known are dark, light, contrast, mono, auto.", 8
    ),
    ("mouse: perhaps", "\"mouse\" is on or off, not \"perhaps\".", "Write mouse: on", 8),
    ("speed: fast", "\"speed\" is a number from 0.25 to 4, not \"fast\".", "Write speed: 1", 8),
    (
      "speaker: --stdout", "\"speaker\" is the name of a voice, not \"--stdout\".",
      "Write speaker: auto", 10
    ),
    ("keys: e", "\"keys\" consists of lines \"command: key\".", "Write keys: {why: e}", 7),
  ])
  func aMistakeHasAPlaceAndASuggestion(
    text: String, message: String, suggestion: String, column: Int
  ) throws {
    let problem = try #require(file("\n" + text).problems.first)
    #expect(problem.message == message)
    #expect(problem.suggestion == suggestion)
    #expect(problem.location == SourceLocation(file: "settings.yml", line: 2, column: column))
  }

  @Test func aMistakeDoesNotTakeTheRestAway() {
    let found = file("thme: dark\nmouse: on\ntheme: drak\n")
    #expect(found.settings.mouse)
    #expect(found.settings.theme == nil)
    #expect(found.problems.count == 2)
    #expect(
      found.firstProblem
        == "settings.yml:1: The settings file has no key \"thme\". Did you mean theme?")
  }

  @Test func whatIsNotYAMLIsOneProblemAndTheUsualSettings() {
    let found = file("theme: [dark\nmouse: on\n")
    #expect(found.settings == Settings())
    #expect(found.problems.count == 1)
  }

  private func changed(_ text: String, _ change: (inout Settings) -> Void) -> String? {
    let file = file(text)
    var settings = file.settings
    change(&settings)
    return file.text(changing: file.settings, to: settings)
  }

  @Test(arguments: [
    ("", "theme: light\n"),
    ("theme: dark", "theme: light"),
    ("# mine\ntheme: dark   # at night\n", "# mine\ntheme: light   # at night\n"),
    ("theme: 'dark'\n", "theme: light\n"), ("theme: \"dark\" # x\n", "theme: light # x\n"),
    ("theme:\nmouse: on\n", "theme: light\nmouse: on\n"),
    ("mouse: on", "mouse: on\ntheme: light\n"),
    ("mouse: on # é\n# the end\n", "mouse: on # é\n# the end\ntheme: light\n"),
    ("  mouse: on\n", "  mouse: on\n  theme: light\n"),
    ("{mouse: on}\n", "{theme: light, mouse: on}\n"), ("{}", "{theme: light}"),
    ("keys:\n  why: e # x\nlater: {}\n", "keys:\n  why: e # x\nlater: {}\ntheme: light\n"),
  ])
  func oneChangeTouchesOneValue(text: String, expected: String) {
    #expect(changed(text) { $0.theme = "light" } == expected)
  }

  @Test func severalChangesAreMadeAtOnce() {
    let text = changed("mouse: off # clicks\n") { settings in
      (settings.mouse, settings.narration, settings.motion) = (true, true, false)
    }
    #expect(text == "mouse: on # clicks\nvoice: on\nmotion: off\n")
  }

  @Test func whatDidNotChangeIsNotWritten() {
    #expect(changed("theme: drak\n") { $0.mouse = true } == "theme: drak\nmouse: on\n")
    #expect(changed("theme: dark\n") { _ in } == "theme: dark\n")
  }

  @Test(arguments: ["theme: [dark", "- a\n", "theme: {a: b}\n", "just words\n", "a: 1\n...\n"])
  func aFileThatCannotBeChangedWithoutHarmIsLeftAlone(text: String) {
    #expect(changed(text) { $0.theme = "light" } == nil)
  }

  /// Whatever bytes the file holds, there is a way out, and no key means two things.
  @Test func noFileTakesTheWayOutAway() {
    var dice = SeededNumbers(seed: 5)
    let sample = """
      theme: dark
      voice: on # x
      keys:
        why: [e, return, enter]
        next step: p
        previous step: n
        close: q

      """
    for _ in 0..<fuzzRounds(usually: 200) {
      let text = String(decoding: mutated(Array(sample.utf8), using: &dice), as: UTF8.self)
      let table = file(text).keys
      for context in Context.allCases {
        #expect(table.command(for: .escape, in: context) == .send(.leave(.close)))
        #expect(table.command(for: .control("c"), in: context) == .send(.leave(.quit)))
        let keys = table.bindings(in: context).flatMap(\.keys)
        #expect(Set(keys).count == keys.count, "\(text)")
      }
    }
  }

  /// Whatever the file holds, a change that is made reads back, and loses no line of it.
  @Test func randomFilesKeepTheirLines() {
    var dice = SeededNumbers(seed: 11)
    let lines = [
      "# a comment", "theme: dark", "theme: \"mono\" # why not", "mouse: on", "voice: 'off'",
      "motion:", "motion: off   ", "keys: {why: e}", "later: [1, 2]", "", "  # indented", "é: 猫",
    ]
    for _ in 0..<fuzzRounds(usually: 200) {
      let text = (0..<dice.below(6)).map { _ in lines[dice.below(lines.count)] + "\n" }.joined()
      let before = file(text)
      var settings = before.settings
      settings.theme = ["light", "contrast"][dice.below(2)]
      settings.mouse = dice.below(2) == 0
      guard let after = before.text(changing: before.settings, to: settings) else { continue }
      #expect(file(after).settings == settings, "\(text)")
      let kept = after.split(separator: "\n")
      for line in text.split(separator: "\n")
      where !line.hasPrefix("theme") && !line.hasPrefix("mouse") {
        #expect(kept.contains(line), "\(line) is lost from \(text)")
      }
    }
  }
}
