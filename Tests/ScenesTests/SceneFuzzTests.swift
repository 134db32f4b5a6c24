import FuzzSupport
import Tensors
import Testing
import Text

@testable import Scenes

/// Small numbers in an order that a seed fixes.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 29) ^ (state << 17)
  }
}

private let scraps: [String] =
  Operation.all.map(\.name) + [
    "(", ")", "[", "]", ",", ":", "=", "\"", "#", "\n", " ", "axis ", "X", "token", "999999999",
    "1e39", "-inf", "nan", "0", "-1", "\u{0}", "\u{1B}[2J", "\u{202E}", "é", "猫", "👩‍👩‍👧", "\r\n", "\t",
    "softmax(", "X[", "seed: ", "a*b", "size(", ".T", "**", "^", "'", "“", ".shape", "√", "//",
    "+=", "·", "=1", "np.dot(", "0:2", "y = y", "\\", "1.", ".5", "e", "not ",
  ]

private func mutated(_ text: String, _ dice: inout Dice) -> String {
  var characters = Array(text)
  for _ in 0..<Int.random(in: 1...4, using: &dice) {
    let place = Int.random(in: 0...characters.count, using: &dice)
    let length = min(Int.random(in: 0...6, using: &dice), characters.count - place)
    let scrap = Bool.random(using: &dice) ? (scraps.randomElement(using: &dice) ?? "") : ""
    characters.replaceSubrange(place..<place + length, with: Array(scrap))
  }
  return String(characters)
}

/// Reads a text; whatever is wrong must lie within it.
private func tryOut(_ text: String) {
  let lines = text.split(omittingEmptySubsequences: false) { $0.endsLine }
  do throws(Diagnostics) {
    var scene = try Scene([typed(text)])
    for definition in scene.definitions.prefix(3) {
      let entry = Entry(node: definition.node, index: 0)
      scene.set(entry, to: 2)
      _ = scene.explanation(of: entry)
      _ = scene.gradient(of: entry)
    }
    #expect(throws: Never.self) { try Scene([typed(scene.serialized())]) }
  } catch {
    for problem in error.list {
      let line = problem.location.line
      #expect((1...max(lines.count, 1)).contains(line), "\(text)")
      #expect((1...lines[line - 1].count + 1).contains(problem.location.column), "\(text)")
      #expect(problem.length >= 1 && !problem.message.isEmpty)
      #expect(!problem.rendered().contains { $0 != "\n" && $0 != "\t" && !$0.isSafe })
    }
  }
}

@Test func mutatedScenesNeverCrash() {
  var dice = Dice(seed: 1)
  var slowest = SlowestInput()
  for _ in 0..<fuzzRounds(usually: 1_500) {
    for scene in [oneHead, Operation.exampleScene + "\ny = softmax(A @ B)"] {
      let text = mutated(scene, &dice)
      slowest.measure(text) { tryOut(text) }
    }
  }
  #expect(slowest.time < SlowestInput.most, "\(slowest.name)")
}

@Test func mutatedExpressionsNeverCrash() throws {
  var dice = Dice(seed: 2)
  var slowest = SlowestInput()
  var scene = try scene(oneHead)
  for _ in 0..<fuzzRounds(usually: 1_000) {
    let text = mutated("softmax(Q[\"it\"] @ K.T + 1) > 0.5 and sum(V[:, 1]) < 3", &dice)
    let change = mutated("X[\"it\", \"noun\"] = [1, 2] * size(trait)", &dice)
    slowest.measure("\(text), \(change)") {
      _ = try? scene.watch(typed(text))
      _ = try? scene.entry(typed(text))
      _ = try? scene.assignment(typed(change))
    }
  }
  #expect(slowest.time < SlowestInput.most, "\(slowest.name)")
  #expect(scene.definitions.count == 11)
}

@Test func noiseIsRefused() {
  var dice = Dice(seed: 3)
  let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
  tryOut(String(decoding: bytes, as: UTF8.self))
}

@Test(arguments: [
  "a = " + String(repeating: "(", count: 50_000),
  "a = " + String(repeating: "-", count: 50_000) + "1",
  "a = " + String(repeating: "1 + (", count: 20_000) + "1",
  "a = " + String(repeating: "(", count: 201) + "1" + String(repeating: ")", count: 201),
  "a = 1" + String(repeating: ".T", count: 20_000),
  "axis t = 2\na[t] = " + String(repeating: "[", count: 50_000),
  "a = " + String(repeating: "exp(", count: 30_000),
  "a = b" + String(repeating: "[0", count: 30_000),
  String(repeating: "[", count: 50_000),
])
func deepNestingIsRefused(_ text: String) {
  #expect(throws: Diagnostics.self) { try scene(text) }
}

@Test func aChainOfThousandsOfDefinitionsIsRead() throws {
  let chain = (1...3_000).reversed().map { "a\($0) = a\($0 - 1) + 1" }.joined(separator: "\n")
  var scene = try scene(chain + "\na0 = 1")
  #expect(try values("a3000", scene) == [3_001])
  scene.set(try scene.entry(typed("a0")), to: 0)
  #expect(try values("a3000", scene) == [3_000])
}

@Test func hugeSizesAreRefused() {
  let axes = ["a", "b", "c", "d"].map { "axis \($0) = 16000000\n" }.joined()
  #expect(throws: Diagnostics.self) { try scene(axes + "X[a*b*c*d, a] = eye()") }
  #expect(throws: Diagnostics.self) { try scene(axes + "X = causal(a)") }
  #expect(throws: Diagnostics.self) { try scene(axes + "X[a, b, c, d] = randn(seed: 1)") }
  #expect(throws: Diagnostics.self) { try scene(axes + "u[a] = zeros()\nv[b] = zeros()") }
}
