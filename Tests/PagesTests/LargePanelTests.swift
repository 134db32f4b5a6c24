import Lessons
import Pages
import Playground
import Progress
import Terminal
import Testing

/// Panels of any size: what is drawn is what a page holds, and the rest is told.
@Suite struct LargePanelTests {
  private func model(_ scene: String, _ show: String) throws -> Model {
    let text = """
      ---
      qkv: 1
      id: large
      title: Large
      summary: One panel.
      minutes: 1
      ---

      ```qkv scene
      factor = 1
      \(scene)
      ```

      ## Large {#large}

      ```qkv show
      \(show)
      ```

      ```qkv sliders
      factor from 0 to 2 step 0.1
      ```
      """
    var model = Model(
      library: Library(directory: ""), progress: Progress(), settings: Settings(),
      now: Timestamp(secondsSince1970: 0))
    model.open(try Lesson.load(text: text, file: "large.md"), step: 0)
    return model
  }

  private func page(_ model: Model) -> String {
    Page(model, size: .comfortable).frame.buffer.text().joined(separator: "\n")
  }

  @Test(arguments: [
    ("axis x = 200000\na[x] = randn(seed: 1)", "bars", "of 200000"),
    ("axis x = 200000\na[x] = randn(seed: 1)", "matrix", "of 200000"),
    ("axis x = 100000\naxis y = 2\na[x, y] = randn(seed: 1)", "plane", "of 100000"),
    ("axis x = 50000\naxis y = 4\na[y, x] = randn(seed: 1)", "flow", "of 50000"),
  ])
  func whatIsNotDrawnIsTold(scene: String, kind: String, note: String) throws {
    var model = try model(scene + "\nb = a * factor", "\(kind) b")
    #expect(page(model).contains(note))
    model.press([.right], size: .comfortable)
    #expect(page(model).contains(note))
  }

  @Test(arguments: ["histogram", "curve"])
  func aPictureOfManyNumbersHoldsAllOfThem(kind: String) throws {
    let model = try model(
      "axis x = 200000\na[x] = randn(seed: 1)\nb = a * factor", "\(kind) b")
    let drawn = page(model).unicodeScalars.count {
      (0x2581...0x2588).contains($0.value) || (0x2800...0x28FF).contains($0.value)
    }
    #expect(drawn > 30)
  }

  @Test func theBarInHandIsInViewHoweverFarDownItIs() throws {
    var model = try model("axis x = 5000\na[x] = randn(seed: 1)", "bars a")
    model.press([.character("1"), .end], size: .comfortable)
    for _ in 0..<700 { model.press([.down], size: .comfortable) }
    let page = page(model)
    #expect(page.contains("700"), "\(page)")
    #expect(page.contains("of 5000"))
  }

  @Test func aNumberAloneIsOneBar() throws {
    let model = try model("a = 3 * factor", "bars a")
    #expect(page(model).contains("3.00"))
  }
}
