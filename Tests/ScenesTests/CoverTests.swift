import Testing
import Text

@testable import Scenes

/// A veil covers what it hides, what equals that, and what is made from it, and nothing else.
@Suite struct CoverTests {
  private static let text = """
    axis token = the cat it
    axis trait = a b
    X[token, trait] = [[1, 2], [3, 4], [5, 6]]
    Q = X * 2
    score = Q @ X.T
    weight = softmax(score)
    again = weight
    row = weight["it"]
    output = weight @ X
    fish = X["the"]
    """

  /// The cells of an expression that are covered once others are hidden; nil for all.
  private func covered(_ expression: String, hiding hidden: [String]) throws -> Set<Int>? {
    var scene = try scene(Self.text)
    let nodes = try hidden.map { try scene.watch(typed($0)) }
    let node = try scene.watch(typed(expression))
    return scene.cover(of: nodes).cells(of: node)
  }

  @Test(arguments: [
    "weight", "again", "row", "output", "weight[\"it\",\"cat\"]", "1 - weight", "sum(weight)",
    "weight.T", "softmax(score)", "softmax(Q @ X.T)", "softmax((X * 2) @ X.T)",
    "before(weight)", "output[\"it\"]", "max(max(weight)) > 0.5",
  ])
  func everythingThatTellsTheNumberIsCovered(expression: String) throws {
    #expect(try covered(expression, hiding: ["weight"]) == nil)
  }

  /// What is only laid out anew by a formula that is still to be written stays in view.
  @Test func whatAnUnwrittenFormulaShowsOfOthersIsNot() throws {
    let scene = try scene(Self.text + "\nturned = output.T\nlast = turned * 2")
    func node(_ name: String) throws -> NodeID { try #require(scene.definition(name)).node }
    let cover = scene.cover(of: [], unwritten: try node("turned"))
    #expect(cover.cells(of: try node("turned")) == .some(nil))
    #expect(cover.cells(of: try node("last")) == .some(nil))
    #expect(cover.cells(of: try node("output")) == [])
  }

  /// Two arrows tell what is made of both, and nothing that is made of one.
  @Test(arguments: [
    ("Q", "X", "score", true), ("Q[\"it\"]", "X", "weight", true), ("X", "X", "score", true),
    ("Q", "X", "lone", false), ("X", "X", "lone", false), ("Q", "fish", "score", true),
    ("fish", "plain", "score", false),
  ])
  func aProductIsCoveredWithWhatIsMadeOfBoth(
    one: String, other: String, hidden: String, isCovered: Bool
  ) throws {
    var scene = try scene(Self.text + "\nplain[trait] = [1, 2]\nlone = X * 3")
    let nodes = try [one, other, hidden].map { try scene.watch(typed($0)) }
    let cover = scene.cover(of: [nodes[2]])
    #expect(scene.covers(cover, madeOfBoth: nodes[0], nodes[1]) == isCovered)
  }

  @Test(arguments: ["score", "X", "Q", "fish", "softmax(X)", "score - 1", "softmax(score - 1)"])
  func whatItIsMadeFromIsNot(expression: String) throws {
    #expect(try covered(expression, hiding: ["weight"]) == [])
  }

  @Test(arguments: [
    ("weight", [7]), ("again", [7]), ("row", [1]), ("1 - weight", [7]), ("weight.T", [5]),
    ("output", [4, 5]), ("sum(weight)", [2]), ("weight[\"the\"]", []), ("score", []),
    ("softmax(Q @ X.T)", [7]),
  ])
  func oneCellIsHiddenAlone(expression: String, cells: [Int]) throws {
    #expect(try covered(expression, hiding: ["weight[\"it\",\"cat\"]"]) == Set(cells))
  }

  @Test func aRowIsHiddenAlone() throws {
    #expect(try covered("weight", hiding: ["weight[\"it\"]"]) == [6, 7, 8])
    #expect(try covered("weight", hiding: ["row"]) == [6, 7, 8])
    #expect(try covered("weight[\"cat\"]", hiding: ["row"]) == [])
    #expect(try covered("weight", hiding: ["row", "weight[\"the\"]"]) == [0, 1, 2, 6, 7, 8])
  }

  @Test func anInputCanBeHidden() throws {
    #expect(try covered("X", hiding: ["fish"]) == [0, 1])
    #expect(try covered("Q", hiding: ["fish"]) == [0, 1])
    #expect(try covered("score[\"cat\",\"it\"]", hiding: ["fish"]) == [])
  }
}
