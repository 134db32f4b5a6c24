import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct MathColorTests {
  @Test func aWeightMatrixKeepsItsOneColourWhenItIsTransposed() {
    let name = Mathematics.scripts(.text("W"), subscript: .text("k"), superscript: nil)
    let turned = Mathematics.scripts(
      .text("W"), subscript: .text("k"), superscript: .text("T"))
    let symbol = MathTree(name)
    #expect(symbol == .symbol(Span("W_k", .key)))
    #expect(MathTree(turned) == .scripts(symbol, subscript: nil, superscript: MathTree(.text("T"))))
    #expect(MathTree(turned).line(symbols: .unicode).spans == [Span("W_kᵀ", .key)])
  }
}
