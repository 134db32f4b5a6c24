import Foundation
import Scenes
import Testing
import Text

@testable import Lessons

/// Scenes that a lesson takes from its own folder.
@Suite struct UsedSceneTests {
  @Test(arguments: [true, false])
  func aSceneComesFromTheLessonsFolder(isInFrontMatter: Bool) throws {
    try inFolder(["shared/cat.qkv": cat]) { folder in
      let lesson = try Lesson.load(
        text: text(isInFrontMatter, "twice = X * 2"), file: folder + "/demo.md")
      let scene = lesson.steps[0].scene
      #expect(scene.values(of: try #require(scene.definition("twice")).node).elements == [2, 4])
    }
  }

  @Test func theDigestChangesWithTheFile() throws {
    let digests = try [cat, cat.replacing("2]", with: "3]")].map { scene in
      try inFolder(["shared/cat.qkv": scene]) { folder in
        try Lesson.load(text: text(true, ""), file: folder + "/demo.md").steps[0].scene.digest
      }
    }
    #expect(digests[0] != digests[1])
  }

  @Test func aProblemIsToldInTheFileThatHasIt() throws {
    try inFolder(["shared/cat.qkv": cat + "\ny = Z * 2"]) { folder in
      #expect(problems(text(true, ""), folder).contains("shared/cat.qkv:3:5: error:"))
      #expect(problems(text(false, ""), folder).contains("shared/cat.qkv:3:5: error:"))
    }
    try inFolder(["shared/cat.qkv": cat]) { folder in
      #expect(problems(text(false, "y = Z * 2"), folder).contains("demo.md:13:5: error:"))
    }
  }

  @Test func aBreakdownIsToldInTheFileThatHasIt() throws {
    try inFolder(["shared/cat.qkv": cat + "\nk = 1\nratio = X / (k - 1)"]) { folder in
      let step = text(true, "") + "\n```qkv show\nbars ratio\n```\n"
      let lesson = try Lesson.load(text: step, file: folder + "/demo.md")
      let warning = LessonCheck(lesson).warnings.first { $0.message.contains("ratio becomes") }
      #expect(warning?.location.file == folder + "/shared/cat.qkv")
      #expect(warning?.location.line == 4)
    }
  }

  @Test(arguments: [
    "../cat.qkv", "/etc/passwd.qkv", "shared/../../cat.qkv", "shared//cat.qkv", ".hidden.qkv",
    "cat",
    "shared/.cat.qkv", "~/cat.txt",
  ])
  func noOtherFileIsRead(path: String) throws {
    try inFolder(["shared/cat.qkv": cat]) { folder in
      let text = text(true, "").replacing("shared/cat.qkv", with: path)
      #expect(problems(text, folder).contains("is no scene in the lesson's folder."))
    }
  }

  @Test func aFileThatIsNotThereIsToldAtItsName() throws {
    try inFolder([:]) { folder in
      #expect(
        problems(text(true, ""), folder).contains("demo.md:7:6: error: shared/cat.qkv cannot"))
    }
  }

  private let cat = "axis side = left right\nX[side] = [1, 2]"

  private func text(_ isInFrontMatter: Bool, _ scene: String) -> String {
    """
    ---
    qkv: 1
    id: demo
    title: A demonstration
    summary: A scene from a file.
    minutes: 5
    \(isInFrontMatter ? "use: shared/cat.qkv" : "lang: en")
    ---

    ```qkv scene

    \(isInFrontMatter ? "# nothing to use" : "use: shared/cat.qkv")
    \(scene)
    ```

    ## First {#first}

    Words.
    """
  }

  private func problems(_ text: String, _ folder: String) -> String {
    do throws(Diagnostics) {
      _ = try Lesson.load(text: text, file: folder + "/demo.md")
      return ""
    } catch {
      return error.rendered()
    }
  }

  private func inFolder<Result>(
    _ files: [String: String], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "shared"), withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path)
  }
}
