import Files
import Foundation
import Progress
import Testing

@testable import qkv

@Suite struct PathsCommandTests {
  private func paths(_ workspace: Workspace) throws -> ProgramRun {
    try workspace.run("paths", "--data-dir", workspace.path, "--lessons", Workspace.lessons)
  }

  @Test func theSettingsFileIsNamedAndCalledFine() throws {
    let workspace = Workspace()
    let file = "\(workspace.path)/settings.yml"
    let empty = try paths(workspace).output
    #expect(empty.contains(file) && empty.contains("not there yet"))
    try workspace.file("settings.yml", "mouse: on\n")
    let run = try paths(workspace)
    #expect(run.output.contains(file) && run.output.contains("fine"))
    #expect(run.output.contains(Workspace.lessons))
    #expect(run.status == 0)
  }

  @Test func aMistakeIsShownWithItsPlaceAndFailsTheCommand() throws {
    let workspace = Workspace()
    let file = try workspace.file("settings.yml", "mouse: on\nthme: dark\n")
    let run = try paths(workspace)
    #expect(run.status == 1)
    #expect(run.output.contains("1 problem"))
    #expect(run.errors.hasPrefix("\(file):2:1: error: The settings file has no key \"thme\"."))
    #expect(run.errors.contains("Did you mean theme?"))
  }

  @Test(arguments: [false, true])
  func whatIsNoSettingsFileIsAProblemAndStopsNothing(isFolder: Bool) throws {
    let workspace = Workspace()
    let path = workspace.path + "/settings.yml"
    if isFolder {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } else {
      mkfifo(path, 0o600)
    }
    let run = try paths(workspace)
    #expect(run.status == 1)
    #expect(run.errors.contains("settings.yml could not be read"))
    let page = try workspace.run("snapshot", "softmax", "--data-dir", workspace.path)
    #expect(page.status == 0)
    #expect(page.errors.contains("settings.yml could not be read"))
  }

  @Test func keysAreListedWithTheirCommandsAsTheyAreRemapped() throws {
    let workspace = Workspace()
    try workspace.file("settings.yml", "keys: {next step: N, why: [enter, Q]}\n")
    let run = try workspace.run("keys", "--data-dir", workspace.path)
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains { $0.starts(with: ["next", "step", "N", "next"]) })
    #expect(rows.contains { $0.starts(with: ["why", "enter", "Q", "why"]) })
  }

  @Test func aSnapshotTakesTheKeysOfTheSettings() throws {
    let workspace = Workspace()
    try workspace.file("settings.yml", "keys: {help: N}\n")
    func page(_ keys: String) throws -> String {
      try workspace.run(
        "snapshot", "softmax", "--data-dir", workspace.path, "--keys", keys
      ).output
    }
    #expect(try page("").contains("N keys"))
    #expect(try page("N").contains("all keys of this screen"))
    #expect(try !page("?").contains("all keys of this screen"))
  }
}

@Suite struct PersonalSettingsTests {
  private let workspace = Workspace()

  private var store: PreferenceStore {
    PreferenceStore(
      UserDirectories(environment: [:], dataDirectory: workspace.path, home: { nil }))
  }

  private func save(_ change: (inout Settings) -> Void) -> String? {
    let old = PersonalSettings(store).file.settings
    var new = old
    change(&new)
    return PersonalSettings.save(new, since: old, in: store)
  }

  @Test func aChangeKeepsWhatAPersonWrote() throws {
    try workspace.file("settings.yml", "# mine\nmouse: on  # clicks\nkeys: {why: e}\n")
    #expect(save { $0.theme = "light" } == nil)
    #expect(
      workspace.text(of: "settings.yml")
        == "# mine\nmouse: on  # clicks\nkeys: {why: e}\ntheme: light\n")
    #expect(PersonalSettings(store).file.settings.theme == "light")
  }

  @Test func whatAnotherWindowChangedMeanwhileStays() throws {
    let old = PersonalSettings(store).file.settings
    #expect(save { $0.narration = true } == nil)
    var mine = old
    mine.mouse = true
    #expect(PersonalSettings.save(mine, since: old, in: store) == nil)
    let settings = PersonalSettings(store).file.settings
    #expect(settings.narration && settings.mouse)
  }

  @Test func settingsOfAnEarlierVersionHoldAndAreTakenOverWithTheFirstChange() throws {
    try workspace.file("settings.json", "{\"theme\": \"contrast\", \"mouse\": true, \"font\": 7}")
    #expect(PersonalSettings(store).state == .earlier)
    #expect(PersonalSettings(store).file.settings.theme == "contrast")
    #expect(save { $0.motion = false } == nil)
    #expect(workspace.text(of: "settings.yml") == "theme: contrast\nmotion: off\nmouse: on\n")
    #expect(PersonalSettings(store).state == .there)
  }

  @Test func aFileWithAMistakeInItsFormIsNotOverwritten() throws {
    try workspace.file("settings.yml", "theme: [dark\n")
    let sentence = try #require(save { $0.mouse = true })
    #expect(sentence.contains("settings.yml:"))
    #expect(workspace.text(of: "settings.yml") == "theme: [dark\n")
  }

  @Test func nothingIsWrittenThroughALink() throws {
    let target = try workspace.file("elsewhere", "mouse: on\n")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path + "/settings.yml", withDestinationPath: target)
    #expect(PersonalSettings(store).file.settings.mouse)
    #expect(save { $0.theme = "mono" }?.contains("link") == true)
    #expect(workspace.text(of: "elsewhere") == "mouse: on\n")
  }
}
