import Lessons
import Playground
import Scenes
import Text

/// Tables of a scene to be filled in by hand.
package struct Worksheet: Sendable {
  let title: String
  let language: String
  /// The scene with the numbers of the sheet.
  let scene: Scene
  /// What gave it these numbers, as `qkv eval --set` takes it.
  package let assignments: [String]
  /// The command whose numbers the solutions are, without the assignments.
  let command: String
  let plan: WorksheetPlan
  let isSolved: Bool

  /// A sheet on all that a scene defines.
  ///
  /// - Parameters:
  ///   - title: what the sheet is called.
  ///   - scene: where its numbers come from.
  ///   - command: what evaluates the scene, such as `qkv eval scene.qkv`.
  ///   - seed: which other numbers the inputs get; 0 for the scene's own.
  ///   - isSolved: whether all is filled in.
  /// - Throws: where the scene refuses such numbers.
  package init(
    title: String, scene: Scene, command: String, seed: Int, isSolved: Bool
  ) throws(Diagnostics) {
    try self.init(
      title: title, language: "en", scene: scene, sliders: [],
      wanted: scene.definitions.map(\.node), favourites: [:], command: command, seed: seed,
      isSolved: isSolved)
  }

  /// A sheet on what the panels of a step show, with the numbers of a scene of that step.
  ///
  /// - Parameters:
  ///   - lesson: the lesson of the step.
  ///   - step: whose panels say what to work out.
  ///   - scene: where its numbers come from.
  ///   - command: what evaluates that scene.
  ///   - seed: which other numbers the inputs get; 0 for the scene's own.
  ///   - isSolved: whether all is filled in.
  /// - Throws: where the scene refuses such numbers.
  package init(
    _ lesson: Lesson, step: Step, scene: Scene, command: String, seed: Int, isSolved: Bool
  ) throws(Diagnostics) {
    let panels = step.panelRows.flatMap { $0 }
    let shown = panels.flatMap(\.subjects).flatMap { node in
      scene.name(of: node) == nil ? scene.makers(of: node) : [node]
    }
    let rows = panels.compactMap { panel -> (String, Int)? in
      guard let row = panel.options.row, let axis = scene.axes(of: panel.table).dropLast().last
      else { return nil }
      return (axis.name, row)
    }
    try self.init(
      title: "\(lesson.title): \(step.title)", language: lesson.header.language, scene: scene,
      sliders: step.sliders, wanted: shown,
      favourites: Dictionary(rows) { first, _ in first }, command: command, seed: seed,
      isSolved: isSolved)
  }

  private init(
    title: String, language: String, scene: Scene, sliders: [Slider], wanted: [NodeID],
    favourites: [String: Int], command: String, seed: Int, isSolved: Bool
  ) throws(Diagnostics) {
    let fresh = FreshNumbers(scene: scene, sliders: sliders, seed: seed)
    let first = WorksheetPlan(scene, wanted: wanted, favourites: favourites)
    let assignments = fresh.assignments(to: first.given)
    var changed = scene
    for text in assignments {
      try changed.apply(try changed.assignment(SourceText(file: "--set", text: text)))
    }
    self.title = title
    self.language = language
    self.scene = changed
    self.assignments = assignments
    self.command = command
    self.isSolved = isSolved
    plan = WorksheetPlan(changed, wanted: wanted, favourites: favourites)
  }

  /// Whether there is anything to work out.
  package var isEmpty: Bool { plan.tasks.isEmpty }

  /// What is not asked for, and why, a sentence each.
  package var omissions: [String] { plan.omissions.map { "\($0.name) \($0.reason)." } }
}
