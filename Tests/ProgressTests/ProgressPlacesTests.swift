import Files
import FuzzSupport
import Progress
import Testing

private func places(_ environment: [String: String], dataDirectory: String? = nil)
  -> UserDirectories
{
  UserDirectories(environment: environment, dataDirectory: dataDirectory, home: { nil })
}

@Test func theHomeFoldersAreTheSpecifiedOnes() {
  let places = places(["HOME": "/home/ada"])
  #expect(places.data == "/home/ada/.local/share/qkv")
  #expect(places.state == "/home/ada/.local/state/qkv")
  #expect(places.config == "/home/ada/.config/qkv")
  #expect(
    places.lessons == [
      "/home/ada/.local/share/qkv/lessons", "/usr/local/share/qkv/lessons",
      "/usr/share/qkv/lessons",
    ])
}

@Test func absoluteVariablesCountAndRelativeOnesAreIgnored() {
  let places = places([
    "HOME": "/home/ada", "XDG_DATA_HOME": "/data/", "XDG_STATE_HOME": "state",
    "XDG_CONFIG_HOME": "", "XDG_DATA_DIRS": "/opt/share:relative::/srv",
  ])
  #expect(places.data == "/data/qkv")
  #expect(places.state == "/home/ada/.local/state/qkv")
  #expect(places.config == "/home/ada/.config/qkv")
  #expect(places.lessons == ["/data/qkv/lessons", "/opt/share/qkv/lessons", "/srv/qkv/lessons"])
}

@Test func aChosenFolderHoldsEverythingAndTheOptionBeatsTheVariable() {
  let environment = ["HOME": "/home/ada", "QKV_DATA_DIR": "/variable"]
  for folder in [places(environment).data, places(environment).state, places(environment).config] {
    #expect(folder == "/variable")
  }
  #expect(places(environment, dataDirectory: "here").config == "here")
  #expect(places(["HOME": "/home/ada", "QKV_DATA_DIR": ""]).data == "/home/ada/.local/share/qkv")
}

@Test func withoutAHomeTheListOfUsersIsAskedAndThenThereIsNone() {
  #expect(
    UserDirectories(environment: [:], home: { "/users/ada" }).data == "/users/ada/.local/share/qkv")
  for environment in [[:], ["HOME": ""], ["HOME": "relative"]] {
    #expect(places(environment).data == nil)
    #expect(places(environment).config == nil)
  }
}

@Test func theLastPlaceComesBack() throws {
  let scratch = Scratch()
  let store = PreferenceStore(places([:], dataDirectory: scratch.path + "/new"))
  #expect(store.lastPlace() == nil)
  try store.save(LastPlace(lesson: "scores", step: "bet"))
  #expect(store.lastPlace() == LastPlace(lesson: "scores", step: "bet"))
}

@Test func theTextOfTheSettingsComesBackAsItWasWritten() throws {
  let scratch = Scratch()
  let store = PreferenceStore(places([:], dataDirectory: scratch.path + "/new"))
  #expect(try store.settingsText() == nil)
  try store.writeSettings("theme: mono # é\n")
  #expect(try store.settingsText() == "theme: mono # é\n")
  #expect(store.settingsPath == scratch.path + "/new/settings.yml")
}

@Test func settingsOfAnEarlierVersionAreReadAsFarAsTheyCanBe() throws {
  let scratch = Scratch()
  let store = PreferenceStore(places([:], dataDirectory: scratch.path))
  #expect(store.earlierSettings() == nil)
  try scratch.write(
    Array("{\"theme\": 7, \"mouse\": true, \"font\": \"big\"}".utf8), to: "settings.json")
  let settings = try #require(store.earlierSettings())
  #expect(settings.theme == nil)
  #expect(settings.mouse)
  try scratch.write([0xFF, 0x00], to: "settings.json")
  #expect(store.earlierSettings() == nil)
}

@Test func aSettingsFileThatIsNoRegularFileIsAnError() throws {
  let scratch = Scratch()
  let store = PreferenceStore(places([:], dataDirectory: scratch.path))
  try Folder.make(scratch.path + "/settings.yml", operations: FileOperations())
  #expect(throws: FileError.self) { try store.settingsText() }
}
