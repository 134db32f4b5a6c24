import Scenes
import Text

/// A step of a lesson, and numbers and assignments for its scene.
struct Changes {
  var step: String?
  /// `X=table.csv`.
  var loads: [String] = []
  var assignments: [String] = []

  var isEmpty: Bool { loads.isEmpty && assignments.isEmpty }

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
