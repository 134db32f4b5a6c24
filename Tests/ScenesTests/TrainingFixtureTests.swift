import Foundation
import Scenes
import Testing
import Text

/// Runs of gradient descent against PyTorch's own, step by step.
@Suite struct TrainingFixtureTests {
  fileprivate static let fixture = Result { try ExpectedRun.load() }

  @Test func fixtureHoldsBothOptimisersOnEveryScene() throws {
    let runs = try Self.fixture.get()
    #expect(runs.map(\.optimiser) == ["sgd", "adam", "sgd", "adam", "sgd", "adam"])
    #expect(runs.allSatisfy { $0.losses.count == 61 })
  }

  @Test(arguments: 0..<6)
  func everyLossIsPyTorchs(_ number: Int) throws {
    let expected = try Self.fixture.get()[number]
    var training = try expected.training
    training.advance(60)
    #expect(training.losses.count == expected.losses.count)
    for (found, loss) in zip(training.losses, expected.losses) {
      #expect(abs(found - loss) <= 1e-5 * max(1, abs(loss)))
    }
  }

  @Test(arguments: 0..<6)
  func theParametersEndWherePyTorchsDo(_ number: Int) throws {
    let expected = try Self.fixture.get()[number]
    var training = try expected.training
    training.advance(60)
    #expect(training.values.map(\.count) == expected.values.map(\.count))
    for (found, wanted) in zip(training.values.joined(), expected.values.joined()) {
      #expect(abs(found - wanted) <= 1e-4 * max(1, abs(wanted)))
    }
  }
}

private struct ExpectedRun: Decodable {
  let text: String
  let loss: String
  let parameters: [String]
  let optimiser: String
  let rate: Float
  let losses: [Float]
  let values: [[Float]]

  static func load() throws -> [ExpectedRun] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/training.json")
    return try JSONDecoder().decode([ExpectedRun].self, from: Data(contentsOf: file))
  }

  var training: Training {
    get throws {
      let scene = try Scene([SourceText(file: "expected", text: text)])
      let plan = TrainingPlan(
        loss: try #require(scene.definition(loss)).node,
        parameters: try parameters.map { try #require(scene.definition($0)).node },
        optimiser: try #require(TrainingPlan.Optimiser(rawValue: optimiser)), rate: rate,
        steps: 60)
      return Training(scene, plan)
    }
  }
}
