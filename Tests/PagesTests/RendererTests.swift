import Lessons
import Testing

@testable import Pages
@testable import Playground

@Suite struct RendererTests {
  /// Each lesson is gone before the next is read, whose step may then stand at the same address.
  @Test func theWordsOfAStepThatIsGoneAreNotShownAgain() throws {
    var renderer = Renderer()
    for number in 0..<200 {
      let student = try Student(reading: lesson("Number \(number)."), on: "step")
      let frame = renderer.draw(student.window)
      #expect(frame == student.frame)
      #expect(student.page.contains("Number \(number)."))
    }
  }

  private func lesson(_ words: String) throws -> Lesson {
    let text = """
      ---
      qkv: 1
      id: words
      title: Words
      summary: Nothing else.
      minutes: 1
      ---

      ```qkv scene
      a = 1
      ```

      ## Step {#step}

      \(words)
      """
    return try Lesson.load(text: text, file: "words.md")
  }
}
