import Lessons
import Models
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// The playground over words that no model knows.
@Suite struct RandomSentenceTests {
  private func student(_ text: String, size: Size) throws -> Student {
    let library = try #require(shippedLibrary.weights as? ModelLibrary)
    let model = try library.model(TinyModel.referring)
    guard case .other(let reason) = try model.typed(text) else {
      throw Missing()
    }
    var student = Student(at: shippedLibrary, size: size)
    student.model.open(try FreePlay.session(over: text, because: reason, of: model))
    return student
  }

  private struct Missing: Error {}

  @Test(arguments: [Size.comfortable, .usual])
  func wordsAndFlowStandFirstThenTheWayToTheOutput(size: Size) throws {
    let student = try student("the dog chased the cat", size: size)
    #expect(try student.stepState.panels.map(\.kind) == [.flow, .pipeline])
    #expect(student.page.contains("chased"))
    #expect(student.page.contains("random"))
  }

  @Test func aDraggedNumberMovesTheWeights() throws {
    var student = try student("the dog chased the cat", size: .comfortable)
    func weights() throws -> [Float] {
      try (0..<5).map { try student.value("weight[0,\($0)]") }
    }
    let before = try weights()
    try student.press("right right L")
    #expect(try weights() != before)
  }

  @Test func theSameWordHasTheSameEmbedding() throws {
    let student = try student("the dog chased the cat", size: .comfortable)
    #expect(try student.value("X[0,0]") == student.value("X[3,0]"))
    let words = (0..<5).map { place in (0..<4).map { "X[\(place),\($0)]" } }
    let rows = try words.map { try $0.map(student.value) }
    #expect(Set(rows.map(\.description)).count == 4)
  }
}
