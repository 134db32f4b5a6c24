import Scenes
import Testing
import Text

@testable import Lessons

@Suite struct TeXReaderTests {
  @Test func aFractionKeepsItsParts() {
    #expect(
      mathematics(#"\frac{q \cdot k}{\sqrt{d_k}}"#)
        == .fraction(
          .row([.text("q"), .symbol("·"), .text("k")]),
          .root(.scripts(.text("d"), subscript: .text("k"), superscript: nil))))
  }

  @Test func scriptsStandInEitherOrder() {
    let both = Mathematics.scripts(
      .text("W"), subscript: .text("q"), superscript: .text("T"))
    #expect(mathematics(#"W_q^\top"#) == both)
    #expect(mathematics(#"W^{\top}_{q}"#) == both)
  }

  @Test func aScriptBelongsToTheLetterBeforeIt() {
    #expect(
      mathematics(#"QK^\top"#)
        == .row([
          .text("Q"), .scripts(.text("K"), subscript: nil, superscript: .text("T")),
        ]))
  }

  @Test(
    arguments: [
      (#"\cos \theta"#, "cos θ"), (#"\log 2x"#, "log 2x"), (#"\exp(x)"#, "exp(x)"),
      (#"2 \sin a"#, "2sin a"), ("cosab", "cosab"), (#"\alpha\beta"#, "αβ"),
    ])
  func aFunctionIsPartedFromItsArgument(source: String, text: String) {
    #expect(mathematics(source) == .text(text))
  }

  @Test func aNumberIsOneAtom() {
    #expect(
      mathematics("10^{-3}")
        == .scripts(.text("10"), subscript: nil, superscript: .text("−3")))
  }

  @Test func aMinusIsAnOperatorOnlyBetweenOperands() {
    #expect(mathematics("-a - b") == .row([.text("−a"), .symbol("−"), .text("b")]))
    #expect(mathematics("(-a)") == .text("(−a)"))
  }

  @Test func wordsKeepTheirSpaces() {
    #expect(mathematics(#"\text{the second key}"#) == .text("the second key"))
    #expect(mathematics(#"\mathrm{softmax}(x)"#) == .text("softmax(x)"))
  }

  @Test func bracketsGrowWithLeftAndRight() {
    #expect(
      mathematics(#"\left( \frac{a}{b} \right]"#)
        == .fenced("(", .fraction(.text("a"), .text("b")), "]"))
    #expect(mathematics(#"\left. a \right|"#) == .fenced("", .text("a"), "|"))
  }

  @Test func sumsCarryTheirLimits() {
    #expect(
      mathematics(#"\sum_{j=1}^{n} w_j v_j"#)
        == .row([
          .scripts(
            .text("Σ"), subscript: .row([.text("j"), .symbol("="), .text("1")]),
            superscript: .text("n")),
          .scripts(.text("w"), subscript: .text("j"), superscript: nil),
          .scripts(.text("v"), subscript: .text("j"), superscript: nil),
        ]))
  }

  @Test(arguments: [
    (#"\alpha \le \infty"#, "α ≤ ∞"), (#"a \approx b \pm c"#, "a ≈ b ± c"),
    (#"x \ne y \to z"#, "x ≠ y → z"), (#"\partial L"#, "∂L"), (#"\frac{1}{2}"#, "1 / 2"),
    (#"\sqrt{a+b}"#, "√(a + b)"), (#"d_k"#, "d_k"), (#"\{x\}"#, "{x}"), (#"f(x, y)"#, "f(x, y)"),
  ])
  func symbolsReadAsText(tex: String, text: String) {
    #expect(mathematics(tex).plainText == text)
  }

  @Test(arguments: [
    (#"a + \fract{b}{c}"#, 4, #"\fract"#), (#"\sqrt"#, 0, #"\sqrt"#), ("{a", 0, "{"),
    ("a}b", 1, "}"),
    (#"\left( a"#, 0, #"\left"#), (#"a \right)"#, 2, #"\right"#), ("x^", 1, "^"),
    (#"\text{a"#, 5, "{"), (#"a \\ b"#, 2, #"\\"#),
  ])
  func aFaultPointsAtItsCause(tex: String, start: Int, cause: String) {
    var reader = TeXReader(Fragment(bytes: Array(tex.utf8), start: 0))
    _ = reader.mathematics()
    #expect(reader.mistakes.first?.at.start == start)
    #expect(reader.mistakes.first?.at.text == cause)
  }

  @Test func anUnknownCommandSuggestsItsNeighbour() {
    var reader = TeXReader(Fragment(bytes: Array(#"\fract{a}{b}"#.utf8), start: 0))
    _ = reader.mathematics()
    #expect(reader.mistakes.first?.mistake == .unknownCommand(#"\fract"#, closest: "frac"))
    #expect(reader.mistakes.first?.mistake.suggestion == #"Did you mean \frac?"#)
  }

  @Test func deepNestingIsAFaultAndNotACrash() {
    let deep = String(repeating: "{", count: 50_000) + String(repeating: "}", count: 50_000)
    var reader = TeXReader(Fragment(bytes: Array(deep.utf8), start: 0))
    _ = reader.mathematics()
    #expect(reader.mistakes.contains { $0.mistake == .tooDeep })
  }

  private func mathematics(_ tex: String) -> Mathematics {
    var reader = TeXReader(Fragment(bytes: Array(tex.utf8), start: 0))
    let mathematics = reader.mathematics()
    #expect(reader.mistakes.isEmpty)
    return mathematics
  }
}
