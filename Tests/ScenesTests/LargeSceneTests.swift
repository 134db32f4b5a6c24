import FuzzSupport
import Testing
import Text

@testable import Scenes

/// Scenes of many definitions, names and labels: what is done for each of them is not done for all.
@Suite struct LargeSceneTests {
  private func problems(_ text: String) throws -> [Diagnostic] {
    try #require(throws: Diagnostics.self) { try scene(text) }.list
  }

  @Test func manyProblemsEndWithAWordOnTheRest() throws {
    let names = (0..<1_000).map { "u\($0) = unknown\($0)" }.joined(separator: "\n")
    let problems = try problems(names)
    #expect(problems.count == Checker.mostFindings + 1)
    #expect(problems[0].location.line == 1)
    #expect(problems.last?.message.contains("more problems") == true)
    #expect(problems.last?.location.line == Checker.mostFindings)
  }

  @Test func aSizeThatMakesTheSceneTakeTooLongIsRefused() throws {
    // Each product alone may be worked out; both take 16 thousand million multiplications.
    var scene = try scene("axis x = 2\na[x, x] = eye()\nb = a @ a\nc = b @ a")
    let before = scene
    let error = try #require(throws: Diagnostics.self) { try scene.resize(axis: "x", to: 2_000) }
    #expect(error.list[0].message.contains("take too long"))
    #expect(error.list[0].location.line == 4)
    #expect(throws: Diagnostics.self) { try scene.assignment(typed("size(x) = 2000")) }
    #expect(scene == before)
    try scene.resize(axis: "x", to: 200)
    #expect(scene.axes[0].size == 200)
  }

  @Test func aSizeThatMakesTheSceneHoldTooManyNumbersIsRefused() throws {
    let formulas = (0..<8).map { "b\($0) = a * \($0)" }.joined(separator: "\n")
    var scene = try scene("axis x = 2\na[x] = ones()\n" + formulas)
    #expect(throws: Diagnostics.self) { try scene.resize(axis: "x", to: 16_000_000) }
    #expect(scene.axes[0].size == 2)
  }

  @Test func fewProblemsAreAllThereIs() throws {
    let names = (0..<150).map { "u\($0) = unknown\($0)" }.joined(separator: "\n")
    #expect(try problems(names).count == 150)
  }

  @Test func aMistakeInALongLineShowsThePartAroundIt() throws {
    let terms = Array(repeating: "a", count: 10_000) + ["b"] + Array(repeating: "a", count: 10_000)
    let problem = try #require(try problems("a = 1\nt = " + terms.joined(separator: "+")).first)
    #expect(problem.location == SourceLocation(file: "test.qkv", line: 2, column: 20_005))
    #expect(problem.sourceLine.count < 500)
    let shown = Array(problem.sourceLine)
    #expect(shown[problem.sourceColumn - 1] == "b")
    #expect(shown.first == "…" && shown.last == "…")
    let lines = problem.rendered().split(separator: "\n").map(Array.init)
    #expect(lines[2].lastIndex(of: "^").map { lines[1][$0] } == "b")
  }

  @Test func circlesThatShareADefinitionAreOneReport() throws {
    // Every definition leads back to the first one as well as on to the next.
    let count = 20_000
    let lines = (0..<count).map { "s\($0) = s\(($0 + 1) % count) + s0" }
    #expect(try problems(lines.joined(separator: "\n")).count == 1)
  }

  @Test func separateCirclesAreReportedOnceEach() throws {
    let pairs = (0..<60).map { "a\($0) = b\($0)\nb\($0) = a\($0)" }
    #expect(try problems(pairs.joined(separator: "\n")).count == 60)
  }

  @Test func labelsOfAProductAxisAreFoundWithStarsInThem() throws {
    let read = try scene(
      """
      axis head = a b*c
      axis trait = 2
      axis word = b x
      A[head*trait] = [1, 2, 3, 4]
      B[head*word] = [1, 2, 3, 4]
      first = A["b*c*1"]
      second = B["a*b"]
      third = B["b*c*x"]
      """)
    let values = ["first", "second", "third"].compactMap(read.definition).map {
      read.values(of: $0.node).elements
    }
    #expect(values == [[4], [1], [4]])
  }

  @Test func aWatchThatFailsLeavesTheSceneAsItWas() throws {
    var watched = try scene("a = 1\nb = a + 1")
    let before = watched.graph.nodes.count
    #expect(throws: Diagnostics.self) { try watched.watch(typed("a + 2 * b + unknown")) }
    #expect(watched.graph.nodes.count == before)
    let node = try watched.watch(typed("a + b"))
    #expect(watched.values(of: node).elements == [3])
  }

  @Test func asLongASumIsReusedAsItIsRead() throws {
    let sum = "a = 1\nt = " + Array(repeating: "a", count: 30_000).joined(separator: " + ")
    let base = try scene(sum)
    let again = try Scene(base.sources + [typed("b = 2")], reusing: base)
    #expect(again.definition("t").map { again.values(of: $0.node).elements } == [30_000])
    #expect(again.graph.evaluations < 10)
  }

  /// What depends on an input is found by its definition: through any chain of operands.
  @Test func downstreamIsWhatReachesAnInput() {
    for seed in 1...UInt64(fuzzRounds(usually: 50)) {
      var random = SeededNumbers(seed: seed)
      let lines = (0..<16).map { number in
        number < 5
          ? "n\(number) = \(number)"
          : "n\(number) = n\(random.below(number)) + n\(random.below(number))"
      }
      guard let read = try? scene(lines.joined(separator: "\n")) else {
        Issue.record("a scene of sums was refused")
        continue
      }
      let graph = read.graph
      func reaches(_ node: Int, _ input: Int) -> Bool {
        node == input
          || !graph.nodes[node].isInput
            && graph.nodes[node].operands.contains { reaches($0, input) }
      }
      for input in graph.nodes.indices where graph.nodes[input].isInput {
        let expected = graph.nodes.indices.filter { $0 != input && reaches($0, input) }
        #expect(graph.downstream(of: [input]) == expected)
      }
    }
  }
}
