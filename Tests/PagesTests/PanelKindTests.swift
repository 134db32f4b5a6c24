import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What a panel shows follows from how its matrix is made, not from how it is written.
@Suite struct PanelKindTests {
  private func student(_ panels: String, size: Size = .comfortable) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: panels
      title: Panels
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token = the cat drank
      axis trait = 2

      S[token, token] = randn(seed: 1)
      V[token, trait] = randn(seed: 2)
      s[token] = [1, 2, 3]
      weight = softmax(S)
      twice  = weight @ weight
      mixed  = weight @ V
      Q = V * 2
      K = V * 3
      ```

      ## Look {#look}

      Some words.

      ```qkv show
      \(panels)
      ```
      """
    return try Student(reading: Lesson.load(text: text, file: "panels.md"), on: "look", size: size)
  }

  @Test(arguments: [
    "softmax(S)", "weight", "weight @ weight", "twice", "weight @ softmax(V)", "softmax(S + S)",
  ])
  func rowsThatSumToOneHaveASum(subject: String) throws {
    #expect(try student("matrix \(subject)").page.contains("Σ"))
  }

  @Test(arguments: [
    "softmax(S) * 3", "softmax(S) @ V", "mixed", "softmax(S).T", "S", "weight - twice",
  ])
  func otherRowsHaveNone(subject: String) throws {
    #expect(try !student("matrix \(subject)").page.contains("Σ"))
  }

  private func limits(_ panels: String) throws -> [Float?] {
    let stepState = try student(panels).stepState
    return stepState.panels.indices.map {
      PanelContent(stepState: stepState, index: $0, appearance: Appearance()).bars.limit
    }
  }

  @Test func onlyBarsOfOneKindShareAScale() throws {
    #expect(try limits("bars s | bars s * 2") == [6, 6])
    #expect(try limits("bars s | bars layer_norm(s)").map { ($0 ?? 0) >= 3 } == [true, false])
    #expect(
      try limits("bars s | bars softmax(s) * 2").map { ($0 ?? 0) == 3 } == [true, false])
  }

  @Test func severalCurvesShareOneAxisAndWearTheirNames() throws {
    let page = try student("curve s, s * 2").page
    #expect(page.contains("s * 2"))
    let stepState = try student("curve s, s * 2").stepState
    let plot = PanelContent(stepState: stepState, index: 0, appearance: Appearance()).curve
    #expect(plot.curves.map(\.name) == ["s", "s * 2"])
    #expect(plot.curves.map { $0.points.map(\.y) } == [[1, 2, 3], [2, 4, 6]])
    #expect(Set(plot.curves.map(\.role)).count == 2)
    let text = try #require(stepState.plainText(of: 0))
    #expect(text.lines == ["\tthe\tcat\tdrank", "s\t1\t2\t3", "s * 2\t2\t4\t6"])
  }

  @Test func thePlainTextOfAPlaneHasAllItsArrows() throws {
    let text = try #require(try student("plane Q, K[\"cat\"]").stepState.plainText(of: 0))
    #expect(text.rows.map(\.label) == ["Q the", "Q cat", "Q drank", "K[\"cat\"]"])
  }

  @Test func aPartOfAMatrixWearsItsColour() throws {
    let stepState = try student("bars Q[\"cat\"] | bars K[:, 0] | bars s + 1").stepState
    let roles = stepState.panels.indices.map {
      PanelContent(stepState: stepState, index: $0, appearance: Appearance()).role
    }
    #expect(roles == [.query, .key, .dim])
  }
}
