import Testing
import Text

@testable import Scenes

/// Who may look at whom: 1 where a mask shows, 0 where it hides.
@Suite struct MaskTests {
  @Test(arguments: [
    ("causal(place)", [[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 1, 1]]),
    ("window(place, 2)", [[1, 0, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]]),
    ("window(place, 2, step: 2)", [[1, 0, 0, 0], [0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1]]),
    ("window(place, width: 9)", [[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 1, 1]]),
    ("band(place, reach: 0)", [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]),
    ("band(place, 1)", [[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1]]),
    ("padding(place, from: 1)", [[1, 0, 0, 0]]),
  ])
  func aMaskShowsSomePlaces(_ formula: String, _ seen: [[Int]]) throws {
    let scene = try scene("axis place = 4\nmask = \(formula)")
    #expect(try values("mask", scene) == seen.joined().map { $0 == 1 ? 0 : -.infinity })
  }

  /// A slider passes over fractions and beyond both ends.
  @Test(arguments: [
    (2.4, 2), (2.5, 3), (0.2, 1), (-7, 1), (99, 4), (Float.infinity, 4), (.nan, 1),
  ])
  func anOptionThatMovesIsRoundedAndKeptWithinBounds(_ width: Float, _ seen: Int) throws {
    var scene = try scene("axis place = 4\nwidth = 2\nmask = window(place, width: width)")
    scene.set(try scene.entry(typed("width")), to: width)
    #expect(try values("mask", scene).suffix(4).count { $0 == 0 } == seen)
  }

  @Test func aPartOfAnAxisCountsThePositionsOfTheWhole() throws {
    let scene = try scene(
      """
      axis place = 5
      axis new   = place[2:4]
      axis pair  = 2
      X[place, pair] = randn(seed: 1)
      count  = position(new)
      hidden = padding(new, from: 3)
      whole  = rope(X)[new]
      turned = rope(X[new])
      """)
    #expect(try values("count", scene) == [2, 3])
    #expect(try values("hidden", scene) == [0, -.infinity])
    #expect(try values("turned", scene) == values("whole", scene))
  }

  @Test func whyNamesTheOptionThatMoves() throws {
    let scene = try scene("axis place = 4\nw = 2\nmask = window(place, width: w)")
    let why = scene.explanation(of: try scene.entry(typed("mask[3, 0]")))
    #expect(why.operands.map(\.label) == ["w"])
    #expect(why.lines.map(\.text) == ["column 0 lies outside the window of row 3: −∞"])
  }

  @Test(arguments: [
    ("window(place, width: 2.5)", "`width` must be a whole number from 1"),
    ("window(place, width: 0)", "`width` must be a whole number from 1"),
    ("band(place, reach: -1)", "`reach` must be a whole number from 0"),
    ("window(place, width: row)", "`width` is one number, but row is [place]"),
    ("window(place, width: \"two\")", "the label \"two\" does not belong here"),
    ("topk(row, k: 0)", "`k` must be a whole number from 1"),
    ("layer_norm(row, eps: -1)", "`eps` must be 0 or more"),
    ("rope(table, base: 0)", "`base` must be above 0"),
    ("rope(table, pairs: \"half\")", "`pairs` must be \"neighbors\" or \"halves\""),
    ("rope(table, pairs: 2)", "`pairs` must be \"neighbors\" or \"halves\""),
    ("band(place)", "`band` lacks its `reach`"),
    ("band(place, width: 2, reach: 1)", "`band` has no argument `width`"),
  ])
  func anOptionThatCannotBeIsRefused(_ formula: String, _ message: String) throws {
    let text = "axis place = 4\naxis pair = 2\nrow[place] = [1, 2, 3, 4]\n"
    let table = "table[place, pair] = zeros()\n"
    let problems = try #require(throws: Diagnostics.self) {
      try scene(text + table + "bad = \(formula)")
    }
    #expect(problems.list.map(\.message) == [message])
    #expect(problems.list.first?.location.line == 5)
  }
}
