import FuzzSupport
import Testing
import Text

@testable import Handouts
@testable import Lessons
@testable import Playground
@testable import Scenes

/// No line tells what a question hides, and none breaks anything.
@Suite struct LinearLeakTests {
  @Test(arguments: shippedLibrary.course.entries.map(\.id))
  func nothingHiddenIsSaid(id: String) throws {
    let lesson = try shippedLibrary.lesson(id)
    for step in lesson.steps.indices {
      var student = LinearStudent(reading: lesson, step: step)
      let stepState = try student.stepState
      expectPlain(student.text, "\(id)/\(step)")
      guard stepState.hasVeil else { continue }
      for definition in stepState.scene.definitions {
        let axes = stepState.scene.axes(of: definition.node)
        let labels = axes.map { $0.label(0) }.joined(separator: " ")
        let veiled = stepState.veiledCells(of: definition.node) == nil
        let lines = [
          definition.name, "table \(definition.name)", "row \(definition.name) \(labels)",
          "why \(definition.name) \(labels)", "slopes \(definition.name) \(labels)",
        ]
        for line in lines where veiled && LinearCommand(rawValue: line) == nil {
          student.type(line)
          #expect(
            !student.page.contains(where: \.isNumber) || student.page.contains("hidden")
              || student.page.contains("cannot be") || student.page.hasPrefix("Nothing can be set")
              || student.page.hasPrefix("There is no") || student.page.hasPrefix("I do not know"),
            "\(id)/\(step): \(line): \(student.page)")
        }
      }
      student.type("scene")
      student.type("read")
      for table in SceneWords(stepState).tables where stepState.veiledCells(of: table.node) == nil {
        #expect(student.page.contains("\(table.name)"))
        #expect(!student.page.contains(" \(table.name) is a"), "\(id)/\(step): \(table.name)")
      }
    }
  }

  /// Derivations show operands: none of them may be hidden.
  @Test(arguments: shippedLibrary.course.entries.map(\.id))
  func whyTellsNothingHidden(id: String) throws {
    let lesson = try shippedLibrary.lesson(id)
    for step in lesson.steps.indices {
      var student = LinearStudent(reading: lesson, step: step)
      let stepState = try student.stepState
      guard stepState.hasVeil else { continue }
      for definition in stepState.scene.definitions {
        let axes = stepState.scene.axes(of: definition.node)
        let entry = stepState.scene.source(of: Entry(node: definition.node, index: 0))
        student.type("why \(definition.name) \(axes.map { $0.label(0) }.joined(separator: " "))")
        guard !student.model.mayLook(at: WhyState(entry), on: stepState) else { continue }
        #expect(student.page.contains("hidden until you answer"), "\(id)/\(step): \(student.page)")
      }
    }
  }

  @Test func randomLinesNeverBreakAnything() throws {
    for round in 0..<fuzzRounds(usually: 60) {
      var numbers = SeededNumbers(seed: UInt64(round))
      let lessons = shippedLibrary.course.entries.map(\.id)
      var student = try LinearStudent(of: lessons[numbers.below(lessons.count)])
      for _ in 0..<25 where !student.session.isOver {
        student.type(Self.line(&numbers, student))
        #expect(!student.heard.isEmpty)
        #expect(student.model.prompt == nil && student.model.overlays.isEmpty)
      }
      expectPlain(student.heard.joined(separator: "\n"), "round \(round)")
    }
  }

  /// A command with words that may fit, or any characters at all.
  private static func line(_ numbers: inout SeededNumbers, _ student: LinearStudent) -> String {
    let stepState = student.model.session?.stepState
    let names = stepState?.scene.definitions.map(\.name) ?? ["X"]
    let labels = stepState?.scene.axes.flatMap { $0.labels ?? [] } ?? ["cat"]
    let sliders = stepState?.step.sliders.map(\.typedName) ?? ["noun"]
    let words =
      names + labels + sliders + ["1", "2", "-1", "0.5", "1e9", "nan", "∞", "", "of", "to"]
    let commands =
      LinearCommand.allCases.filter { $0 != .quit }.map(\.rawValue) + names + ["1", "2"]
    if numbers.below(8) == 0 {
      let scalars: [Character] = [
        "\u{1b}", "[", "\"", "é", "−", "\u{202e}", "=", "9", " ", "\t", "\u{F0001}",
      ]
      return String((0..<numbers.below(40)).map { _ in scalars[numbers.below(scalars.count)] })
    }
    let count = numbers.below(4)
    let rest = (0..<count).map { _ in words[numbers.below(words.count)] }
    return ([commands[numbers.below(commands.count)]] + rest).joined(separator: " ")
  }
}
