import Lessons
import Playground
import Progress
import Scenes
import Terminal
import Text

/// A panel that a page has no room for.
package struct PanelFitDiagnostic: Equatable, Sendable {
  package let location: SourceLocation
  package let sentence: String
}

/// Proves that every panel of a lesson can be seen whole at the sizes that the product promises.
package enum PanelFit {
  /// At 120×40 all panels of a step stand on the page together; at 80×24 each fits when zoomed.
  package static func mistakes(of lesson: Lesson) -> [PanelFitDiagnostic] {
    var mistakes: [PanelFitDiagnostic] = []
    for step in lesson.steps.indices where mistakes.count < mostMisfits {
      mistakes += together(lesson, step) + alone(lesson, step)
    }
    return mistakes
  }

  /// Nobody reads more; the steps after so many are not drawn.
  private static let mostMisfits = 200

  private static func together(_ lesson: Lesson, _ step: Int) -> [PanelFitDiagnostic] {
    let size = Size(width: 120, height: 40)
    return page(lesson, step, size: size, zoomed: nil).panels.cut.map { panel in
      mistake(lesson.steps[step], panel, "has no room beside the others at 120x40")
    }
  }

  private static func alone(_ lesson: Lesson, _ step: Int) -> [PanelFitDiagnostic] {
    let size = Size(width: 80, height: 24)
    let count = lesson.steps[step].panelRows.joined().count
    return (0..<count).filter { panel in
      page(lesson, step, size: size, zoomed: panel).panels.cut.contains(panel)
    }.map { mistake(lesson.steps[step], $0, "does not fit at 80x24, even alone") }
  }

  private static func mistake(_ step: Step, _ panel: Int, _ complaint: String) -> PanelFitDiagnostic
  {
    let panel = Array(step.panelRows.joined())[panel]
    let name = panel.subjectTexts.joined(separator: ", ")
    return PanelFitDiagnostic(
      location: panel.location,
      sentence:
        "The panel \(panel.kind.rawValue) \(name) \(complaint); show less of it, or fewer panels.")
  }

  private static func page(
    _ lesson: Lesson, _ step: Int, size: Size, zoomed: Int?
  ) -> LessonPage {
    let model = Model(
      library: Library(directory: ""), progress: Progress(), settings: Settings(),
      now: Timestamp(secondsSince1970: 0))
    var session = Session(lesson, at: step, progress: Progress())
    session.stepState.zoomed = zoomed
    return LessonPage(Page(model, size: size), session)
  }
}
