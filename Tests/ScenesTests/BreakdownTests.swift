import Testing
import Text

@testable import Scenes

@Suite struct BreakdownTests {
  @Test(arguments: [
    ("k = 0\ny = 1 / k", "y", "y", "∞", "1 / k, with k = 0"),
    ("k = 0\ny = k / k", "y", "y", "NaN", "k / k, with k = 0"),
    ("k = -1\nz = 2 * sqrt(k)\ny = z + 1", "y", "z", "NaN", "sqrt(k), with k = −1"),
    ("k = 100\ny = exp(k)", "y", "y", "∞", "exp(k), with k = 100"),
    ("k = 0\nz = -log(k)", "z > 3", "z", "−∞", "log(k), with k = 0"),
    ("k = 0", "1 / (k + k)", "1 / (k + k)", "∞", "1 / (k + k), with k + k = 0"),
  ])
  func theOperationThatMakesItIsNamed(
    text: String, expression: String, name: String, number: String, cause: String
  ) throws {
    var scene = try scene(text)
    let watched = try scene.watch(typed(expression))
    let found = scene.breakdown(of: try #require(scene.breakdowns(upstreamOf: [watched]).first))
    #expect(found.name == name)
    #expect(found.number == number)
    #expect(found.cause == cause)
  }

  @Test(arguments: [
    "axis t = 3\nX[t, t] = zeros()\ny = softmax(X + causal(t))",
    "axis t = 2\nX[t, t] = zeros()\nmask[t, t] = [[0, -inf], [0, 0]]\ny = X + mask",
    "axis t = 2\nm[t] = [0, 1]\ny = softmax(m)",
  ])
  func aMaskIsMeantToBeInfinite(text: String) throws {
    let scene = try scene(text)
    #expect(scene.breakdowns(upstreamOf: scene.definitions.map(\.node)) == [])
  }

  @Test func whatIsMadeFromNaNIsNotNamedAgain() throws {
    let scene = try scene("k = 0\nz = k / k\ny = 2 * z + k")
    let makers = scene.breakdowns(upstreamOf: scene.definitions.map(\.node))
    #expect(makers.map { scene.breakdown(of: $0).name } == ["z"])
  }

  @Test func whereOnlyNaNMattersAnInfiniteNumberIsOneLikeOthers() throws {
    let scene = try scene("k = 0\nz = log(k)\ny = exp(z)")
    let nodes = scene.definitions.map(\.node)
    #expect(scene.breakdowns(upstreamOf: nodes, onlyNaN: true) == [])
    #expect(scene.breakdowns(upstreamOf: nodes).map { scene.breakdown(of: $0).name } == ["z"])
  }

  @Test func theProblemStandsAtTheOperation() throws {
    let scene = try scene("k = 0\ny = 3 + 1 / k")
    let makers = scene.breakdowns(upstreamOf: scene.definitions.map(\.node))
    let found = scene.breakdown(of: try #require(makers.first))
    let problem = try #require(scene.problem(found, message: "m", suggestion: "s"))
    #expect(problem.location.line == 2 && problem.location.column == 9)
    #expect(problem.length == 5)
  }
}
