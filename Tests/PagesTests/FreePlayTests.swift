import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// The free playground on whatever scene it is given.
@Suite struct FreePlayTests {
  private func session(_ scene: String) throws -> Session {
    try FreePlay.session(SourceText(file: "mine.qkv", text: scene), name: "mine.qkv")
  }

  private func student(_ scene: String) throws -> Student {
    var student = Student(at: Library(directory: "/nowhere"))
    student.model.session = try session(scene)
    return student
  }

  @Test func resultsComeFirstAndInputsHaveSliders() throws {
    let session = try session("axis a = x y\nv[a] = [1, 2]\nw = v * 3\nn = 2\nu = w + n")
    #expect(session.stepState.panels.map(\.subjectTexts) == [["u"], ["w"], ["v"]])
    #expect(session.step.sliders.map(\.label) == ["x", "y", "n"])
    #expect(session.step.sliders.map(\.group) == ["v", "v", ""])
    #expect(session.step.sliders.allSatisfy { $0.domain == .range(-4...4, step: 0.1) })
    #expect(session.stepState.isWordless)
  }

  @Test func aSceneOfMoreTablesThanAPageHoldsOpens() throws {
    let names = (1...45).map { "w\($0)" }
    var lines = ["axis a = x y", "w0[a] = [1, 2]"]
    for (place, name) in names.enumerated() { lines.append("\(name) = w\(place) + 1") }
    var student = try student(lines.joined(separator: "\n"))
    let panels = try student.stepState.panels
    #expect(panels.count == 40)
    #expect(panels.first?.subjectTexts == ["w45"])
    #expect(student.page.contains("46 tables"))
    let words = try student.session.step.blocks.map { block in
      if case .prose(let text) = block { text.map(\.plainText).joined() } else { "" }
    }
    #expect(words.joined().contains("Without one: w5, w4, w3, w2, w1, w0."))
    // What has no panel is found by asking where a number comes from.
    student.focus(39)
    try student.press("enter enter")
    #expect(student.page.contains("w5"))
  }

  @Test func aSceneIsNotReadAsMarkdown() throws {
    let scene = "# ```\n# ## Step {#two}\naxis a = x\nv[a] = [1]   # ```\nw = v\n"
    let session = try session(scene)
    #expect(session.lesson.steps.count == 1)
    #expect(session.stepState.panels.count == 2)
    #expect(session.step.scene.sources.map(\.text) == [scene])
  }

  @Test func problemsStandWhereTheSceneHasThem() {
    do {
      _ = try session("axis a = x\nv[a] = [1]\nw = V")
      Issue.record("nothing is called V")
    } catch let error as Diagnostics {
      #expect(error.list.map(\.location) == [SourceLocation(file: "mine.qkv", line: 3, column: 5)])
    } catch {
      Issue.record(error)
    }
  }

  @Test func aNameDrivesNoTerminal() throws {
    let session = try FreePlay.session(
      SourceText(file: "x", text: "axis a = x\nv[a] = [1]"), name: "a\u{1b}[2Jb")
    #expect(!session.lesson.title.unicodeScalars.contains("\u{1b}"))
  }
}
