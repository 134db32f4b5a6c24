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

  /// A grid that shows all its tables fits, though with more rows it would grow.
  @Test(arguments: ["matrix many each=layer,head", "matrix heads each=one", "flow few each=six"])
  func aGridThatIsWholeIsNotReported(panel: String) throws {
    let text = """
      ---
      qkv: 1
      id: grid
      title: Grid
      summary: Many.
      minutes: 1
      ---

      ```qkv scene
      axis token = the cat drank it
      axis layer = 2
      axis head = 4
      axis one = 8
      many[layer, head, token, token] = randn(seed: 12)
      axis six = 6
      heads[one, token, token] = randn(seed: 11)
      few[six, token, token] = randn(seed: 11)
      ```

      ## Grid {#grid}

      ```qkv show
      \(panel)
      ```
      """
    let lesson = try Lesson.load(text: text, file: "grid.md")
    #expect(PanelFit.mistakes(of: lesson) == [])
  }

  @Test(arguments: [
    ("matrix a[:4, :4] \"short\"", 0),
    (
      "matrix a[:4, :4] \"a caption that says far more than anybody reads above such a small table of twelve numbers\"",
      1
    ),
    (
      "bars a[0] \"a headline that says far more than anybody reads above such a small list of twelve numbers\"",
      1
    ),
  ])
  func aCaptionThatIsCutIsReported(panel: String, count: Int) throws {
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
      b = a @ a
      ```

      ## Step {#s}

      ```qkv show
      \(panel.replacing("a[:4, :4]", with: "b"))
      ```
      """
    let found = PanelFit.cutCaptions(of: try Lesson.load(text: text, file: "panels.md"))
    #expect(found.map(\.location.line) == Array(repeating: 18, count: count))
    #expect(
      found.allSatisfy { $0.sentence.hasSuffix("is cut at 80x24, even alone; make it shorter.") })
  }

  @Test func stepsAfterTwoHundredMisfitsAreNotDrawn() throws {
    let lesson = try lesson(steps: 60, panels: 40)
    let inOneStep = PanelFit.mistakes(of: try self.lesson(steps: 1, panels: 40)).count
    let count = PanelFit.mistakes(of: lesson).count
    #expect((200..<200 + inOneStep).contains(count))
  }
}
