import Foundation
import Scenes
import Testing
import Text

/// What PyTorch ran with the right numbers, which `Tests/Fixtures/run_python.py` wrote down.
@Suite struct RecordedPythonTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// Where this fails, run that script with `--record`: whether the new text gives the same numbers, only PyTorch knows.
  @Test func whatPyTorchRanIsStillPrinted() throws {
    let file = Self.fixtures.appending(path: "python.json")
    let ran = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    let scenes = try scenesThatRan()
    #expect(Set(scenes.keys) == Set(ran.keys))
    for (title, text) in scenes {
      let scene = try Scene([SourceText(file: title, text: text)])
      #expect(withoutInputs(scene.python(title: title)) == ran[title], "\(title)")
    }
  }

  /// The two scenes of the folder `python`, and as many random ones as the script runs.
  private func scenesThatRan() throws -> [String: String] {
    var scenes: [String: String] = [:]
    for title in ["edges.qkv", "heads.qkv"] {
      let file = Self.fixtures.appending(path: "python/\(title)")
      scenes[title] = try String(contentsOf: file, encoding: .utf8)
    }
    for (number, scene) in try ExpectedScene.load("random_scenes.json").prefix(50).enumerated() {
      scenes["random scene \(number)"] = scene.text
    }
    return scenes
  }

  /// What is printed without its title, its inputs, and the listing at the end.
  private func withoutInputs(_ python: String) -> String? {
    guard let title = python.range(of: "\n"), let inputs = python.range(of: "\n# inputs"),
      let formulas = python.range(of: "\n# formulas"),
      let listing = python.range(of: "\nmatrices = ")
    else { return nil }
    let head = python[title.upperBound..<inputs.lowerBound]
    return String(head + python[formulas.upperBound..<listing.lowerBound])
  }
}
