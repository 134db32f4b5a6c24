import Lessons
import Scenes
import Text

/// A step of a lesson, and numbers and assignments for its scene.
struct Changes {
  var step: String?
  /// `X=table.csv`.
  var loads: [String] = []
  var assignments: [String] = []

  var isEmpty: Bool { loads.isEmpty && assignments.isEmpty }

  /// The versions of a step's formulas that are asked for, by what they define, and all other changes.
  func divided(for step: Step) throws(CommandFailure) -> (versions: [String: Int], rest: Changes) {
    var (versions, rest) = ([String: Int](), self)
    rest.assignments = []
    for text in assignments {
      switch VersionChoice(text, among: step.switches) {
      case .version(let name, let place): versions[name] = place
      case .unknownLabel(let label, let formula):
        throw CommandFailure(
          "--set \(formula.name) takes \(formula.labels.joined(separator: ", ")), not \(label).")
      case nil: rest.assignments.append(text)
      }
    }
    return (versions, rest)
  }

  /// The scene of a step with all of it.
  func scene(of step: Step) throws -> Scene {
    let (versions, rest) = try divided(for: step)
    return try rest.applied(to: try step.version(choosing: versions).scene)
  }

  func applied(to scene: Scene) throws -> Scene {
    var scene = scene
    for text in loads { try scene.load(text) }
    for text in assignments {
      let assignment = try scene.assignment(SourceText(file: "--set", text: text))
      try scene.apply(assignment)
    }
    return scene
  }
}
