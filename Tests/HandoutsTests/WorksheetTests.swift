import Scenes
import Testing
import Text

@testable import Handouts

private let scene = """
  axis token = "<b>" cat it
  axis trait = 2
  axis word  = 60

  X[token, trait] = [[1, 0], [0.5, 2], [-1, 0.5]]
  W[trait, trait] = randn(seed: 4)
  E[word, trait] = randn(seed: 5)
  Q = X @ W
  score = Q @ X.T
  weight = softmax(score / sqrt(size(trait)))
  row = weight["it"]
  wide = E @ Q.T
  total = sum(sum(Q))
  """

private func sheet(seed: Int = 0, isSolved: Bool = false) throws -> Worksheet {
  let scene = try Scene([SourceText(file: "s.qkv", text: scene)])
  return try Worksheet(
    title: "A <sheet> & more", scene: scene, command: "qkv eval s.qkv", seed: seed,
    isSolved: isSolved)
}

@Suite struct WorksheetTests {
  @Test func aSheetIsASoundPage() throws {
    for isSolved in [false, true] {
      let page = ParsedPage(try sheet(seed: 2, isSolved: isSolved).html)
      #expect(page.complaints == [])
      #expect(page.all("h1").map(\.text) == ["A <sheet> & more"])
    }
  }

  @Test func inputsAreGivenAndFormulasAskedForInTheirOrder() throws {
    let plan = try sheet().plan
    #expect(plan.given.map(\.name) == ["X", "W"])
    #expect(plan.tasks.map(\.definition.name) == ["Q", "score", "weight", "total"])
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let omissions = try sheet().omissions
    #expect(omissions == ["wide needs E, which is too large to print."])
  }

  @Test func allButTheFirstNumberIsBlank() throws {
    let page = ParsedPage(try sheet().html)
    for name in ["Q", "score", "weight"] {
      let cells = page.children(of: "values-\(name)").filter { $0.name == "td" }
      let values = cells.filter { $0.attributes["data-value"] != nil }
      #expect(values.map { $0.attributes["data-cell"] } == ["0"])
      #expect(cells.count { $0.attributes["class"] == "blank" } >= 5)
    }
  }

  @Test func randomNumbersAreRounded() throws {
    for seed in [0, 1, 7] {
      let sheet = try sheet(seed: seed)
      let weights = try #require(sheet.scene.definition("W"))
      for number in sheet.scene.values(of: weights.node).elements {
        #expect(abs((number * 10).rounded() / 10 - number) < 1e-6)
      }
    }
  }

  @Test func aSeedGivesOtherNumbersInTheSameStyle() throws {
    let seeds = try (0...4).map { try sheet(seed: $0).assignments }
    #expect(Set(seeds).count == 5)
    #expect(try sheet(seed: 3).assignments == sheet(seed: 3).assignments)
    for seed in 1...20 {
      let scene = try sheet(seed: seed).scene
      let node = try #require(scene.definition("X")).node
      let numbers = scene.values(of: node).elements
      #expect(numbers[1] == 0)
      #expect(numbers.allSatisfy { (-1...2).contains($0) && $0 * 2 == ($0 * 2).rounded() })
    }
  }
}
