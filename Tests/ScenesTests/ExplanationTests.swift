import Foundation
import Testing

@testable import Scenes

private let small = """
  axis token = the cat it
  axis trait = 2
  Q[token, trait] = [[1, 0], [0, 1], [0.9, 0.1]]
  K[token, trait] = [[0.5, 0], [2.11, 0.47], [0.25, -1]]
  score = Q @ K.T
  weight = softmax(score)
  mix = weight + causal(token)
  half = score / 2
  """

private func explanation(_ cell: String) throws -> Explanation {
  let scene = try scene(small)
  return scene.explanation(of: try scene.entry(typed(cell)))
}

@Test func aProductIsExplainedByItsTerms() throws {
  let why = try explanation("score[\"it\", \"cat\"]")
  #expect(why.label == "score[\"it\",\"cat\"]")
  #expect(why.formula == "score = Q @ K.T")
  #expect(why.lines.map(\.text) == ["0.90·2.11 + 0.10·0.47 = 1.95"])
  #expect(
    why.operands.map(\.label) == [
      "Q[\"it\",0]", "K[\"cat\",0]", "Q[\"it\",1]", "K[\"cat\",1]",
    ])
  #expect(why.operands.map(\.derivative) == [2.11, 0.9, 0.47, 0.1])
  #expect(why.feeds.map(\.label) == ["weight[\"it\"]", "half[\"it\",\"cat\"]"])
}

@Test func softmaxIsExplainedAsAShare() throws {
  let why = try explanation("weight[\"it\", \"cat\"]")
  #expect(
    why.lines.map(\.text) == [
      "(e^1.95) / (e^0.45 + e^1.95 + e^0.12) = (7.00) / (9.70) = 0.72"
    ])
  #expect(why.operands.count == 3)
  let share = why.value
  #expect(abs(why.operands[1].derivative - share * (1 - share)) < 1e-6)
}

@Test func explanationArithmeticComesToTheValue() throws {
  let why = try explanation("weight[\"cat\", \"it\"]")
  let powers = why.operands.map { exp($0.value) }
  #expect(abs(powers[2] / powers.reduce(0, +) - why.value) < 1e-6)
  let product = try explanation("score[\"the\", \"it\"]")
  let numbers = product.operands.map(\.value)
  #expect(abs(numbers[0] * numbers[1] + numbers[2] * numbers[3] - product.value) < 1e-6)
}

@Test func anInputTellsWhereItComesFromAndGoes() throws {
  var scene = try scene(small)
  let cell = try scene.entry(typed("K[\"cat\", 0]"))
  #expect(scene.explanation(of: cell).sentence.hasPrefix("Set by hand"))
  #expect(scene.explanation(of: cell).feeds.map(\.label) == ["score[:,\"cat\"]"])
  #expect(scene.explanation(of: cell).feeds.map(\.phrase) == ["as 2.11 of Q[:,0]"])
  scene.set(cell, to: 3)
  #expect(scene.explanation(of: cell).sentence == "Changed by you; it began as 2.11.")
}

@Test func aUseThroughANamelessPartIsCalledThat() throws {
  let scene = try scene(
    """
    axis head = 2
    axis t = a b
    keep[head] = [1, 0.5]
    H[head, t] = [[1, 2], [3, 4]]
    W[t, t] = [[1, 0], [0, 1]]
    y = keep[0] * (H[0] @ W) + 1
    z = W.T @ H[1]
    """)
  let why = scene.explanation(of: try scene.entry(typed("W[\"a\", \"b\"]")))
  #expect(why.feeds.map(\.label) == ["y[\"b\"]", "z[\"b\"]"])
  #expect(why.feeds.map(\.phrase) == ["through H[0] @ W", "as 0.00 of H[1,\"a\"]"])
}

@Test func onlyTheOperandsThatCountMostAreListed() throws {
  let scene = try scene(
    """
    axis n = 1000
    x[n] = randn(seed: 1)
    w[n] = randn(seed: 2)
    y = x @ w
    """)
  let why = scene.explanation(of: try scene.entry(typed("y")))
  #expect(why.operandCount == 2000)
  #expect(why.operands.count == Explanation.mostOperands)
  let shares = why.operands.map { abs($0.value * $0.derivative) }
  let all = zip(try values("x", scene), try values("w", scene)).map { abs($0 * $1) }
  let largest = all.sorted(by: >).prefix(Explanation.mostOperands / 2)
  #expect(shares.sorted(by: >) == largest.flatMap { [$0, $0] })
  #expect(why.operands[0].label.hasPrefix("x[") && why.operands[1].label.hasPrefix("w["))
}

@Test func hiddenScoresDoNotCrowdOutTheOthers() throws {
  let scene = try scene("axis n = 5\nx[n] = [-inf, -inf, -inf, 1, 1]\ny = softmax(x)")
  let why = scene.explanation(of: try scene.entry(typed("y[3]")))
  #expect(why.lines.map(\.text) == ["(e^1.00) / (e^1.00 + e^1.00) = (2.72) / (5.44) = 0.50"])
}

@Test func aNamelessOperandIsItsPartOfTheFormula() throws {
  let scene = try scene("axis t = a b\nX[t] = [1, 2]\ny = softmax(X * 2)")
  let why = scene.explanation(of: try scene.entry(typed("y[\"a\"]")))
  #expect(why.operands.map(\.label) == ["(X * 2)[\"a\"]", "(X * 2)[\"b\"]"])
  let inner = scene.explanation(of: why.operands[1].entry)
  #expect(inner.formula == "X * 2")
  #expect(inner.operands.map(\.label) == ["X[\"b\"]", "2"])
}

@Test func aNumberUsedTwiceIsOneOperand() throws {
  let scene = try scene("a = 3\ny = a * a")
  let why = scene.explanation(of: try scene.entry(typed("y")))
  #expect(why.operands.map(\.label) == ["a"])
  #expect(why.operands.map(\.derivative) == [6])
}

@Test func everyCellOfEveryOperationCanBeExplained() throws {
  for operation in Operation.all where !operation.purpose.isSource {
    var scene = try scene(Operation.exampleScene)
    let node = try scene.watch(typed(operation.example))
    for index in scene.values(of: node).elements.indices {
      let why = scene.explanation(of: Entry(node: node, index: index))
      #expect(!why.lines.isEmpty && !why.sentence.isEmpty, "\(operation.name)")
      #expect(why.value.bitPattern == scene.value(of: why.subject).bitPattern)
    }
  }
}

@Test(arguments: [
  (Float(0), "0.00"), (0.714, "0.71"), (-3.244, "−3.24"), (1e-7, "1.0e−7"), (-0.0, "0.00"),
  (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "NaN"), (123_456, "123456.00"), (2.5e9, "2.5e9"),
])
func numbersAreWrittenAsPeopleReadThem(_ number: Float, _ text: String) {
  #expect(number.worked == text)
}
