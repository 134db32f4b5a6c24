import Lessons
import Pages
import Testing

@Suite struct PanelFitTests {
  private func lesson(steps: Int, panels: Int) throws -> Lesson {
    let row = Array(repeating: "matrix a", count: panels).joined(separator: " | ")
    let blocks = (0..<steps).map { "## Step {#s\($0)}\n\n```qkv show\n\(row)\n```\n" }
    let text = """
      ---
      qkv: 1
      id: panels
      title: Panels
      summary: Many.
      minutes: 1
      ---

      ```qkv scene
      axis x = 12
      a[x, x] = randn(seed: 1)
      ```


      """
    return try Lesson.load(text: text + blocks.joined(separator: "\n"), file: "panels.md")
  }

  @Test func whatFitsIsNotReported() throws {
    #expect(PanelFit.mistakes(of: try lesson(steps: 2, panels: 1)).isEmpty)
  }

  @Test func eachPanelWithoutRoomIsReportedWithItsPlace() throws {
    let mistakes = PanelFit.mistakes(of: try lesson(steps: 2, panels: 20))
    #expect(Set(mistakes.map(\.location.line)) == [17, 23])
    #expect(mistakes.allSatisfy { $0.sentence.contains("matrix a has no room beside the others") })
  }

  @Test func stepsAfterTwoHundredMisfitsAreNotDrawn() throws {
    let lesson = try lesson(steps: 60, panels: 40)
    let inOneStep = PanelFit.mistakes(of: try self.lesson(steps: 1, panels: 40)).count
    let count = PanelFit.mistakes(of: lesson).count
    #expect((200..<200 + inOneStep).contains(count))
  }
}
