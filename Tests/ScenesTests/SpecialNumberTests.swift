import Tensors
import Testing
import Text

@testable import Scenes

/// What each operation makes of numbers at the edge of what it can take; the table of the guide.
@Suite struct SpecialNumberTests {
  @Test func infiniteScoresShareEverything() throws {
    try expect("softmax(v / 0)", [1.0 / 3, 1.0 / 3, 1.0 / 3])
    try expect("softmax(v + top)", [0, 0, 1])
  }

  @Test(arguments: [
    ("1 / 0", Float.infinity), ("-1 / 0", -.infinity), ("log(0)", -.infinity),
    ("exp(100)", .infinity), ("exp(-200)", 0), ("sqrt(0)", 0), ("sigmoid(-200)", 0),
    ("norm(zero)", 0), ("cosine(zero, v)", 0), ("cosine(zero, zero)", 0),
    ("entropy(zero)", 0), ("sum(layer_norm(same))", 0), ("argmax(same)", 0),
    ("sum(softmax(hidden))", 0), ("max(softmax(v + top))", 1), ("size(three)", 3),
    ("0 ^ 0", 1), ("0 ^ -1", .infinity), ("0 ^ 0.5", 0), ("-2 ^ 2", -4), ("(-2) ^ 3", -8),
    ("2 ^ -1", 0.5), ("sum(rms_norm(zero))", 0), ("sum(hardmax(hidden))", 0),
    ("max(hardmax(v + top))", 1), ("gelu_tanh(-30)", 0), ("gelu_tanh(1 / 0)", .infinity),
    ("cos(0)", 1), ("sum(position(three))", 3),
  ])
  func anEdgeHasOneValue(_ formula: String, _ expected: Float) throws {
    try expect(formula, [expected])
  }

  @Test(arguments: [
    "0 / 0", "sqrt(-1)", "log(-1)", "1 / 0 - 1 / 0", "0 * (1 / 0)", "entropy(-v)",
    "sin(1 / 0)", "cos(1 / 0)",
  ])
  func whatHasNoValueIsNaNAndIsWarnedOf(_ formula: String) throws {
    let found = try scene(Self.start + "y = \(formula)")
    #expect(try values("y", found)[0].isNaN)
    let warning = try #require(found.undefinedNumbers.first)
    #expect(found.undefinedNumbers.count == 1)
    #expect(warning.severity == .warning)
    #expect(warning.message.contains("has no value"))
    #expect(warning.location.line == Self.start.split(separator: "\n").count + 1)
    let why = found.explanation(of: try found.entry(typed("y")))
    #expect(why.sentence.hasSuffix("For these numbers it has no value: NaN."))
  }

  @Test func whyNamesTheOperationThatMadeTheNaN() throws {
    let scene = try scene(Self.start + "w = log(v - 3)\ny = w * 2\nz = sum(y)")
    let why = scene.explanation(of: try scene.entry(typed("z")))
    #expect(why.sentence.hasSuffix("It is NaN because of w[0], where `log` has no value."))
    #expect(scene.undefinedNumbers.count == 1)
  }

  @Test func equalScoresShareTheWeight() throws {
    try expect("hardmax(same)", [1.0 / 3, 1.0 / 3, 1.0 / 3])
    try expect("hardmax(v / 0)", [1.0 / 3, 1.0 / 3, 1.0 / 3])
    try expect("hardmax(where(v > 1.5, 5, v))", [0, 0.5, 0.5])
  }

  @Test func ofEqualNumbersTheEarlierIsKept() throws {
    let hidden = -Float.infinity
    try expect("topk(same, k: 2)", [2, 2, hidden])
    try expect("topk(v, k: 1)", [hidden, hidden, 3])
    try expect("topk(v, k: 9)", [1, 2, 3])
    try expect("topk(hidden, k: 2)", [hidden, hidden, hidden])
  }

  @Test func aClaimThatIsNaNChoosesNothing() throws {
    let scene = try scene(Self.start + "n = log(v - 3)\ny = where(n * 0, 1, 2)")
    #expect(try values("y", scene).prefix(2).allSatisfy { $0.isNaN })
    try expect("where(0 > 1, 0 / 0, 4)", [4])
  }

  @Test(arguments: ["(-2) ^ 0.5", "(0 - v) ^ 1.5", "(0 - v) ^ (-0.5)"])
  func aFractionalPowerBelowZeroIsRefused(_ formula: String) throws {
    let problems = try #require(throws: Diagnostics.self) {
      try scene(Self.start + "y = \(formula)")
    }
    #expect(problems.list.map(\.location.line) == [Self.start.split(separator: "\n").count + 1])
    #expect(problems.list.first?.message.contains("has no power") == true)
    #expect(problems.list.first?.suggestion == "Below 0 only whole powers have a value.")
  }

  @Test func whereABaseIsDraggedBelowZeroWhyNamesThePower() throws {
    var scene = try scene("x = 4\ny = x ^ 0.5")
    scene.set(try scene.entry(typed("x")), to: -4)
    let why = scene.explanation(of: try scene.entry(typed("y")))
    #expect(why.sentence.hasSuffix("For these numbers it has no value: NaN."))
    #expect(scene.undefinedNumbers.first?.suggestion == "Below 0 only whole powers have a value.")
  }

  @Test(arguments: ["cosine(zero, v)", "norm(zero)", "softmax(v / 0)[0]", "sum(layer_norm(same))"])
  func slopesAtTheEdgeAreFiniteWhereTheValueIs(_ formula: String) throws {
    var scene = try scene(Self.start)
    let node = try scene.watch(typed(formula))
    let gradient = scene.gradient(of: Entry(node: node, index: 0))
    for name in ["zero", "same"] {
      let slopes = gradient[try #require(scene.definition(name)).node]?.elements ?? []
      #expect(slopes.allSatisfy { $0.isFinite }, "\(name)")
    }
  }

  @Test func aCosineWithNoDirectionSaysSo() throws {
    let scene = try scene(Self.start + "y = cosine(zero, v)")
    let why = scene.explanation(of: try scene.entry(typed("y")))
    #expect(why.lines.map(\.text).joined().contains("counts as 0.00"))
    #expect(why.operands.allSatisfy { $0.derivative == 0 })
  }

  @Test func layerNormShowsWhatKeepsItFromDividingByZero() throws {
    let scene = try scene(Self.start + "y = layer_norm(same)")
    let why = scene.explanation(of: try scene.entry(typed("y[0]")))
    #expect(why.lines.map(\.text).last == "(2.00 − 2.00) / (√(0.00 + 0.00001)) = 0.00")
  }

  @Test func infiniteScoresAreCounted() throws {
    let scene = try scene(Self.start + "y = softmax(v / 0)\nz = softmax(v + top)")
    let shared = scene.explanation(of: try scene.entry(typed("y[0]"))).lines.map(\.text)
    #expect(shared == ["scores of ∞ take everything, and 3 of them share it equally: 0.33"])
    let alone = scene.explanation(of: try scene.entry(typed("z[2]"))).lines.map(\.text)
    #expect(alone == ["scores of ∞ take everything: 1.00"])
  }

  @Test(arguments: ["3", "-1", "nan", "inf"])
  func aTargetOutsideTheRowIsRefused(_ target: String) throws {
    let text = Self.start + "loss = cross_entropy(v, \(target))"
    let problems = try #require(throws: Diagnostics.self) { try scene(text) }
    #expect(problems.list.count == 1)
    #expect(problems.list[0].message.hasPrefix("the target \(target) is no place of `three`"))
    #expect(problems.list[0].sourceLine == "loss = cross_entropy(v, \(target))")
  }

  @Test func aTargetIsNotSetToWhatIsNoPlace() throws {
    var scene = try scene(Self.start + "t = 1\nloss = cross_entropy(v, t)")
    let before = scene
    let assignment = try scene.assignment(typed("t = 3"))
    #expect(throws: Diagnostics.self) { try scene.apply(assignment) }
    #expect(scene == before)
    #expect(throws: Diagnostics.self) { try scene.watch(typed("cross_entropy(v, 7)")) }
    #expect(scene == before)
  }

  @Test func aDraggedTargetIsNaNAndSaysWhy() throws {
    var scene = try scene(Self.start + "t = 1\nloss = cross_entropy(v, t)")
    scene.set(try scene.entry(typed("t")), to: 9)
    let why = scene.explanation(of: try scene.entry(typed("loss")))
    #expect(why.value.isNaN)
    #expect(why.sentence.contains("it has no value"))
    #expect(why.lines.map(\.text).joined().contains("no place 9.00"))
  }

  @Test(arguments: [("1e39", "inf"), ("1e-50", "0"), ("3.5e38", "inf")])
  func aNumberBeyondSinglePrecisionIsRefused(_ number: String, _ advice: String) throws {
    let problems = try #require(throws: Diagnostics.self) { try scene("k = \(number)") }
    #expect(problems.list.count == 1)
    #expect(problems.list[0].location.column == 5)
    #expect(problems.list[0].length == number.count)
    #expect(problems.list[0].suggestion?.hasPrefix("Write \(advice)") == true)
  }

  @Test(arguments: [
    ("5.", Float(5)), (".5", 0.5), ("0e99", 0), ("3.4e38", 3.4e38),
    ("1e-45", .leastNonzeroMagnitude),
  ])
  func otherLiteralsAreNumbers(_ number: String, _ expected: Float) throws {
    #expect(try values("k", scene("k = \(number)")) == [expected])
  }

  @Test(arguments: ["size(a*b*c)", "causal(a*b)", "share(v, three, a*b*c)"])
  func anAxisThatWouldBeTooLargeIsRefused(_ formula: String) throws {
    let axes = "axis a = 16777216\naxis b = 16777216\naxis c = 16777216\n"
    let problems = try #require(throws: Diagnostics.self) {
      try scene(axes + Self.start + "y = \(formula)")
    }
    #expect(problems.list[0].message.hasSuffix("would have more than 16777216 places"))
  }

  @Test func aMarkOfTheByteOrderIsSkipped() throws {
    #expect(try values("k", scene("\u{FEFF}k = 2")) == [2])
    let problems = try #require(throws: Diagnostics.self) { try scene("\u{FEFF}k = z") }
    #expect(problems.list[0].location.column == 5)
    #expect(problems.list[0].sourceLine == "k = z")
  }

  @Test(arguments: ["a, b, c", "a,b,c", "Hello, world"])
  func commasBetweenLabelsAreRefused(_ labels: String) throws {
    let problems = try #require(throws: Diagnostics.self) { try scene("axis w = \(labels)") }
    #expect(problems.list.map(\.message) == ["labels are separated by spaces, not by commas"])
    let plain = labels.replacing(", ", with: " ").replacing(",", with: " ")
    #expect(problems.list[0].suggestion?.hasPrefix("Write axis w = \(plain);") == true)
  }

  @Test(arguments: [
    ("the cat, which sat", ["the", "cat,", "which", "sat"]), ("so , what", ["so", ",", "what"]),
    ("\"a,\" \"b\"", ["a,", "b"]),
  ])
  func aSentenceMayHaveCommas(_ labels: String, _ expected: [String]) throws {
    #expect(try scene("axis w = \(labels)").axes[0].labels == expected)
  }

  @Test func aWordThatBeginsAComment() throws {
    let found = try scene("axis token = play ##ing fast\naxis b = x y # and z\naxis c = x #--")
    #expect(found.axes[0].labels == ["play"])
    let warning = try #require(found.warnings.first)
    #expect(found.warnings.count == 1)
    #expect(warning.severity == .warning)
    #expect((warning.location.line, warning.location.column, warning.length) == (1, 19, 5))
    #expect(warning.suggestion?.contains("\"##ing\"") == true)
    #expect(try scene("axis token = play \"##ing\" fast").warnings.isEmpty)
  }

  @Test func theFormulaOfAnInputIsWhatHolds() throws {
    var scene = try scene("axis a = 2\nk = 2\nv[a] = [1, 2]\nr[a] = randn(seed: 1)\ny = v * k")
    func formulas() -> [String] { scene.definitions.map(\.formula) }
    #expect(formulas() == ["2", "[1, 2]", "randn(seed: 1)", "v * k"])
    for text in ["k = 7", "v[1] = 0.5", "r = 3"] {
      try scene.apply(try scene.assignment(typed(text)))
    }
    #expect(formulas() == ["7", "[1, 0.5]", "[3, 3]", "v * k"])
    #expect(scene.explanation(of: try scene.entry(typed("k"))).formula == "k = 7")
    try scene.resize(axis: "a", to: 3)
    #expect(formulas()[1] == "[1, 0.5, 0]")
  }

  private static let start = """
    axis three = 3
    v[three] = [1, 2, 3]
    zero[three] = [0, 0, 0]
    same[three] = [2, 2, 2]
    hidden[three] = [-inf, -inf, -inf]
    top[three] = [0, 0, inf]

    """

  private func expect(_ formula: String, _ expected: [Float]) throws {
    var scene = try scene(Self.start)
    let node = try scene.watch(typed(formula))
    #expect(scene.values(of: node).elements == expected, "\(formula)")
  }
}
