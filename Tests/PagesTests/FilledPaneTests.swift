import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// A picture that has the page to itself fills its pane.
@Suite struct FilledPaneTests {
  @Test(arguments: [
    "bars v", "bars v | bars u", "flow weight", "curve v", "plane X", "shares w",
    "matrix weight", "histogram v",
  ])
  func aPictureTakesAtLeastHalfOfItsPane(panels: String) throws {
    let student = try student(panels)
    let pane = LessonPage(student.window, try student.session).layout.scene
    for panel in try student.stepState.panels.indices {
      let rect = try #require(student.board.rect(of: panel))
      #expect(2 * rect.height >= pane.height, "\(rect) in \(pane)\n\(student.page)")
    }
  }

  @Test func picturesBelowEachOtherShareThePane() throws {
    let student = try student("bars v\nflow weight")
    #expect(try student.board.cut.isEmpty)
    let pane = LessonPage(student.window, try student.session).layout.scene
    let heights = try (0...1).map { try #require(student.board.rect(of: $0)).height }
    #expect(heights.reduce(1, +) * 10 >= pane.height * 7, "\(student.page)")
  }

  /// Beside other panels arrows have width for half of the height that there is: below each other both have enough.
  @Test func aPlaneHasALineOfItsOwnWhereItGainsByIt() throws {
    let student = try student("plane X | number w[\"cat\"]")
    let rects = try (0...1).map { try #require(student.board.rect(of: $0)) }
    #expect(rects[0].bottom < rects[1].y && rects[0].height >= 17, "\(rects)")
    #expect(try student.board.cut.isEmpty)
    let crowded = try self.student("plane X | number w[\"cat\"]\nmatrix weight\nmatrix X\nbars v")
    let beside = try (0...1).map { try #require(crowded.board.rect(of: $0)) }
    #expect(beside[0].y == beside[1].y)
  }

  /// All tables of a page have cells of one size; what stands in them is found in each of their rows.
  @Test func tablesGrowAlike() throws {
    let student = try student("matrix weight | matrix X")
    let rects = try (0...1).map { try #require(student.board.rect(of: $0)) }
    #expect(rects[0].height == rects[1].height && rects[0].height >= 2 + 4 * 2)
    let board = try student.board
    let last = Point(x: rects[0].x + 9, y: rects[0].y + rects[0].height - 1)
    guard case .cell(0, let hit?)? = board.target(at: last) else {
      Issue.record("no cell at \(last)")
      return
    }
    #expect(hit.row == 3)
    let zoomed = try self.student("matrix weight\nbars v")
    #expect(try #require(zoomed.board.rect(of: 0)).height == 6)
  }

  @Test func namesOfRowsAreCutOnlyWhereBarsHaveNothingMoreToGive() throws {
    let page = try Place(lesson: "learning", step: "noise").student(size: .comfortable).page
    #expect(page.contains("animal") && page.contains("pronoun"), "\(page)")
  }

  private func student(_ panels: String) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: pane
      title: A pane
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token = the cat drank milk
      axis trait = east north
      v[token] = [1, 2, 3, 2]
      u[token] = [2, 1, 3, 1]
      X[token, trait] = [[1, 2], [2, -1], [0, 1], [-1, 1]]
      weight = softmax(X @ X.T)
      w = weight["cat"]
      ```

      ## Look {#look}

      Look.

      ```qkv show
      \(panels)
      ```

      ```qkv sliders
      v from 0 to 4 step 0.5
      ```
      """
    return try Student(
      reading: Lesson.load(text: text, file: "pane.md"), on: "look", size: .comfortable)
  }
}
