import Foundation
import Scenes
import Testing
import Text

/// A scene that PyTorch worked out in double precision, with the derivatives of its `total`.
struct ExpectedScene: Decodable {
  let text: String
  let tensors: [String: ExpectedTensor]

  struct ExpectedTensor: Decodable {
    let axes: [String]
    let values: [Number]
    /// ∂ total / ∂ this matrix; nil where the total does not depend on it.
    let gradient: [Number]?
  }

  /// A number of the fixture, where JSON has no word for −∞.
  struct Number: Decodable {
    let value: Float

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        value = Float(number)
      } else {
        value = try #require(Float(container.decode(String.self)))
      }
    }
  }

  /// The scenes of a file in `Tests/Fixtures`.
  static func load(_ name: String) throws -> [ExpectedScene] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    return try JSONDecoder().decode([ExpectedScene].self, from: Data(contentsOf: file))
  }
}

extension ExpectedScene {
  func checkValues() throws {
    let scene = try Scene([SourceText(file: "expected", text: text)])
    #expect(Set(scene.definitions.map(\.name)) == Set(tensors.keys))
    for (name, tensor) in tensors {
      let node = try #require(scene.definition(name)).node
      #expect(scene.axes(of: node).map(\.name) == tensor.axes, "\(name) in\n\(text)")
      let found = scene.values(of: node).elements
      #expect(Self.agree(found, tensor.values), "\(name) in\n\(text)")
    }
  }

  func checkGradients() throws {
    let scene = try Scene([SourceText(file: "expected", text: text)])
    let total = try #require(scene.definition("total")).node
    let gradient = scene.gradient(of: Entry(node: total, index: 0))
    for (name, tensor) in tensors {
      let found = gradient[try #require(scene.definition(name)).node]
      if let slopes = tensor.gradient {
        let elements = try #require(found, "\(name) in\n\(text)").elements
        #expect(Self.agree(elements, slopes), "\(name) in\n\(text)")
      } else {
        let isFlat = found?.elements.allSatisfy { $0 == 0 } ?? true
        #expect(isFlat, "\(name) in\n\(text)")
      }
    }
  }

  /// Whether all numbers agree to 1e-5 of the expected one's size, or of 1.
  static func agree(_ found: [Float], _ expected: [Number]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { found, expected in
        found == expected.value
          || abs(found - expected.value) <= 1e-5 * max(1, abs(expected.value))
      }
  }
}
