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

  /// At 80×24 the caption and the name of each panel are read whole, at least where it stands alone.
  package static func cutCaptions(of lesson: Lesson) -> [PanelFitDiagnostic] {
    var mistakes: [PanelFitDiagnostic] = []
    for step in lesson.steps.indices where mistakes.count < mostMisfits {
      for (place, panel) in lesson.steps[step].panelRows.joined().enumerated() {
        let texts = [panel.options.name, panel.caption].compactMap(\.self)
          .filter { $0 != Origin.handSet.text }
        // Single numbers beside each other have a name each, as far as there is room.
        let areNumbers = panel.kind == .number && panel.subjects.count > 1
        if texts.isEmpty || areNumbers { continue }
        let page = page(lesson, step, size: Size(width: 80, height: 24), zoomed: place)
        var frame = Frame(size: page.page.size, appearance: page.appearance)
        page.draw(on: &frame)
        let rows = frame.buffer.text()
        for text in texts where !rows.contains(where: { $0.contains(text) }) {
          mistakes.append(
            PanelFitDiagnostic(
              location: panel.location,
              sentence: "The caption \"\(text)\" is cut at 80x24, even alone; make it shorter."))
        }
      }
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
