import Foundation
import Scenes
import Testing
import Text

@testable import Lessons

@Suite struct LibraryTests {
  @Test func theCourseOrdersReadyBrokenAndPlannedLessons() throws {
    let library = try library([
      "demo.md": lessonText("words"),
      "broken.md": "words without a front matter",
      "README.md": "not a lesson",
      "course.yml": """
      qkv: 1
      title: a course
      parts:
        - title: first
          lessons:
            - {id: later, title: Still to come, minutes: 7}
            - demo
      """,
    ])
    #expect(library.problems == [])
    #expect(library.course.title == "a course")
    #expect(library.course.parts.map(\.title) == ["first", "more lessons"])
    #expect(library.course.entries.map(\.id) == ["later", "demo", "broken"])
    #expect(library.course.entries.map(\.title) == ["Still to come", "A demonstration", "broken"])
    #expect(library.course.entry("later")?.state == .planned)
    #expect(library.course.entry("demo")?.header?.minutes == 5)
    #expect(try library.lesson("demo").steps.map(\.id) == ["first"])
    #expect(throws: Diagnostics.self) { try library.lesson("broken") }
  }

  @Test func withoutACourseEveryLessonIsListed() throws {
    let library = try library(["demo.md": lessonText("words")])
    #expect(library.course.entries.map(\.id) == ["demo"])
  }

  @Test func aSlipInTheCourseIsFoundWhereItStands() throws {
    let library = try library([
      "demo.md": lessonText("words"),
      "course.yml": "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [dmeo], colour: red}\n",
    ])
    #expect(
      library.problems.map(\.message) == [
        "There is no lesson \"dmeo\".", "The part has no key \"colour\".",
      ])
    #expect(library.problems.map(\.location.column) == [26, 33])
    #expect(library.problems.first?.suggestion == "Did you mean demo?")
  }

  @Test(arguments: [
    (
      "qkv: 1\ntitle: a\nparts:\n  - title: b\n    lessons: [{id: foo}]\n",
      "5:20 There is no lesson \"foo\"."
    ),
    (
      "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [demo, demo]}\n",
      "4:32 The lesson \"demo\" is listed in line 4 already."
    ),
    (
      "qkv: 1\ntitle: a\npart:\n  - {title: b, lessons: [demo]}\n",
      "3:1 The course has no key \"part\"."
    ),
    ("qkv: 1\ntitle: a: b\nparts: []\n", "2:9 This is not YAML: a colon with a space"),
    (
      "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [De mo]}\n",
      "4:26 \"De mo\" cannot be the id of a lesson."
    ),
    (
      "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [demo]}\n"
        + "short: {minutes: 45, lessons: [dmeo]}\n",
      "5:32 There is no lesson \"dmeo\"."
    ),
    (
      "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [demo]}\n"
        + "short: {minutes: 1, lessons: [demo]}\n",
      "5:8 The lessons of the short path take"
    ),
    (
      "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [demo]}\n"
        + "diagnostic: [{lesson: demo, stpe: a, question: b}]\n",
      "5:29 The question of the diagnostic has no key \"stpe\"."
    ),
    ("qkv: 1\ntitle: a\nparts: demo\n", "3:8 \"parts\" must be a list."),
  ])
  func oneSlipInTheCourseIsOneProblem(course: String, expected: String) throws {
    let library = try library(["demo.md": lessonText("words"), "course.yml": course])
    #expect(library.problems.count == 1)
    let problem = try #require(library.problems.first)
    let found = "\(problem.location.line):\(problem.location.column) \(problem.message)"
    #expect(found.hasPrefix(expected), "\(problem.rendered())")
    #expect(problem.location.file.hasSuffix("/course.yml"))
    #expect(problem.suggestion?.isEmpty == false || expected.contains("must be"))
  }

  @Test func aLessonThatTheFolderLacksIsTakenFromThoseThatAreShipped() throws {
    let own = try folder([
      "demo.md": lessonText("words"), "course.yml": course(of: "demo, softmax, heads"),
    ])
    let library = Library(directory: own.path, shipped: lessonsFolder)
    #expect(library.problems == [])
    #expect(library.course.entries.map(\.id) == ["demo", "softmax", "heads"])
    #expect(library.path(of: "softmax") == lessonsFolder + "/softmax.md")
    #expect(library.path(of: "demo") == own.path + "/demo.md")
    #expect(try library.lesson("softmax").id == "softmax")
    #expect(Library(directory: own.path).problems.count == 2)
  }

  @Test func twoFilesCannotShareAnID() throws {
    let library = try library(["a.md": lessonText("words"), "b.md": lessonText("words")])
    #expect(library.problems.count == 1)
    #expect(library.problems.first?.message.hasPrefix("The lesson id \"demo\" is taken by") == true)
  }

  @Test func ofTwoFilesWithAnIDTheOneOfItsNameIsRead() throws {
    let library = try library(["a.md": lessonText("words"), "demo.md": lessonText("words")])
    #expect(library.problems.count == 1)
    #expect(library.path(of: "demo")?.hasSuffix("/demo.md") == true)
  }

  @Test func anUnknownLessonSuggestsItsNeighbour() throws {
    let library = try library(["demo.md": lessonText("words")])
    do throws(Diagnostics) {
      _ = try library.lesson("dmo")
      Issue.record("an unknown lesson was found")
    } catch {
      #expect(error.list.first?.suggestion == "Did you mean demo?")
    }
  }

  @Test func whatIsNoPlainFileIsNotRead() throws {
    let folder = try folder([:])
    #expect(mkfifo(folder.appending(path: "pipe.md").path, 0o600) == 0)
    let library = Library(directory: folder.path)
    #expect(library.course.entries.map(\.id) == ["pipe"])
    #expect(library.course.entries.first?.header == nil)
  }

  @Test func aMissingFolderIsAProblem() {
    let library = Library(directory: "/nowhere/at/all")
    #expect(library.problems.map(\.message) == ["The file cannot be read: it does not exist."])
    #expect(library.course.entries.isEmpty)
  }

  private func library(_ files: [String: String]) throws -> Library {
    Library(directory: try folder(files).path)
  }

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }
}

private func course(of lessons: String) -> String {
  "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [\(lessons)]}\n"
}

/// The lessons folder of this package.
let lessonsFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path
