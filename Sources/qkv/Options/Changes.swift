import Scenes
import Text

/// A step of a lesson, and assignments to its scene.
struct Changes {
  var step: String?
  var assignments: [String] = []

  func applied(to scene: Scene) throws(Diagnostics) -> Scene {
    var scene = scene
    for text in assignments {
      let assignment = try scene.assignment(SourceText(file: "--set", text: text))
      try scene.apply(assignment)
    }
    return scene
  }
}
