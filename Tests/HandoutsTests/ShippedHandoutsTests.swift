import Foundation
import Lessons
import Models
import Playground
import Scenes
import Testing
import Text

@testable import Handouts

/// The course of this source tree, read once.
private let library: Library = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let models = ModelLibrary(directories: [root.appendingPathComponent("assets/models").path])
  return Library(directory: root.appendingPathComponent("lessons").path, weights: models)
}()

private let ids = library.course.entries.map(\.id)

/// Every lesson of the course as a page.
@Suite struct ShippedHandoutsTests {
  @Test func thereAreLessonsToExport() {
    #expect(ids.count >= 20)
  }

  @Test(arguments: ids)
  func aPageForStudentsIsSoundAndTellsNothing(id: String) throws {
    let lesson = try library.lesson(id)
    let page = ParsedPage(try Handout(lesson, isSolved: false).html)
    #expect(page.complaints == [])
    #expect(
      !page.elements.contains { ["notes", "hints", "answer"].contains($0.attributes["class"]) })
    let text = page.words
    let told = lesson.steps.flatMap(\.blocks).map(\.openWords).joined()
    for secret in lesson.steps.flatMap(\.secrets) where !told.contains(secret) {
      #expect(!text.contains(secret), "\(secret)")
    }
    for step in lesson.steps { try checkVeil(of: step, on: page) }
  }

  @Test(arguments: ids)
  func aPageForTheTeacherIsSoundAndTellsAll(id: String) throws {
    let lesson = try library.lesson(id)
    let page = ParsedPage(try Handout(lesson, isSolved: true).html)
    #expect(page.complaints == [])
    let questions = lesson.steps.reduce(0) { $0 + $1.questions.count }
    let answered = page.elements.filter {
      $0.text == " ✓ right" || $0.attributes["class"] == "answer" && $0.text.hasPrefix("Answer: ")
    }
    #expect(answered.count >= questions)
    #expect(
      page.elements.count { $0.attributes["class"] == "notes" }
        == lesson.steps.reduce(0) { $0 + $1.notes.count })
  }

  /// No number that is hidden stands in its figure, and hidden cells of tables are blank.
  private func checkVeil(of step: Step, on page: ParsedPage) throws {
    let state = StepState(step)
    for (place, panel) in state.panels.enumerated() {
      let id = "step-\(step.id)-panel-\(place + 1)"
      let figure = try #require(page.element(id: id))
      if let hidden = panel.veiledCells(in: state) {
        let blanks = page.children(of: id).filter {
          $0.name == "td" && $0.attributes["class"] == "blank"
        }
        #expect(blanks.count >= hidden.count)
      } else {
        let shown = figure.text.split { !"0123456789.−".contains($0) }.map(String.init)
        #expect(Set(shown).isDisjoint(with: state.hiddenNumbers(of: panel)), "\(id)")
      }
    }
  }
}

extension StepState {
  /// The numbers of what is hidden in a panel, as pages write them; without those of what is shown beside it.
  fileprivate func hiddenNumbers(of panel: Panel) -> Set<String> {
    func numbers(_ nodes: [NodeID]) -> Set<String> {
      Set(nodes.flatMap { scene.values(of: $0).elements }.map(NumberFormat.cell))
    }
    let (hidden, shown) = (
      panel.subjects.filter(isVeiled), panel.subjects.filter { !isVeiled($0) }
    )
    return numbers(hidden).subtracting(numbers(shown)).subtracting([".00", "1.00"])
  }
}

extension Step {
  /// What is only said once something is answered.
  fileprivate var secrets: [String] {
    let replies = questions.flatMap { question in
      [question.explanation, question.whenRight, question.whenWrong]
        + question.options.flatMap { [$0.why, $0.whenWrong] } + question.mistakes.map(\.say)
    }
    let rest = goals.map(\.success) + hints.map(\.text) + notes.map(\.text)
    return (replies + rest).flatMap { $0 }.compactMap(\.longestWords)
  }
}

extension Block {
  /// What anybody may read: an author may say once more what a reply has said.
  fileprivate var openWords: String {
    switch self {
    case .prose(let text): text.plainText
    case .question(let question): question.ask.plainText
    case .show, .sliders, .formulaSwitch, .goal, .train, .hint, .say, .pause, .notes: ""
    }
  }
}

extension MarkdownBlock {
  /// The longest run of plain words of a paragraph, if it is long enough to be known by.
  fileprivate var longestWords: String? {
    guard case .paragraph(let run) = self else { return nil }
    let texts = run.map { inline in
      if case .text(let text) = inline { text } else { "" }
    }
    let longest = texts.max { $0.count < $1.count } ?? ""
    return longest.count > 30 ? longest : nil
  }
}
