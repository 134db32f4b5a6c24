import Testing

@testable import Terminal

struct MathBoxTests {
  private func symbol(_ text: String) -> MathTree { .symbol(Span(text)) }

  private func scripts(_ base: String, _ lower: String? = nil, _ upper: String? = nil) -> MathTree {
    .scripts(
      symbol(base), subscript: lower.map { symbol($0) }, superscript: upper.map { symbol($0) })
  }

  private var score: MathTree {
    .row([
      .text(Span("score")), symbol("="),
      .fraction(.row([symbol("q"), symbol("·"), symbol("k")]), .root(scripts("d", "k"))),
    ])
  }

  @Test func fractionsAreStackedOnTheirRule() {
    #expect(
      rows(MathBox(score), width: 20, height: 3) == [
        "        q · k", "score = ─────", "         √dₖ",
      ])
    #expect(
      MathBox(score).baseline(fitting: Size(width: 20, height: 3), appearance: Appearance()) == 1)
  }

  @Test func oneRowHasRoomForTheSameFormula() {
    #expect(rows(MathBox(score), width: 20, height: 1) == ["score = (q·k)/√dₖ"])
  }

  @Test(
    arguments: [
      ("d", "k", nil, "dₖ"), ("x", nil, "2", "x²"), ("K", nil, "T", "Kᵀ"), ("W", "q", nil, "W_q"),
      ("W", "k", nil, "W_k"), ("d", "model", nil, "d_model"), ("e", nil, "3.24", "e^3.24"),
    ] as [(String, String?, String?, String)])
  func scriptsAreSmallWhereEveryLetterHasASmallOne(
    base: String, lower: String?, upper: String?, expected: String
  ) {
    #expect(scripts(base, lower, upper).line(symbols: .unicode).text == expected)
  }

  @Test func aSumOverAFractionIsRaisedByRows() {
    let power = MathTree.scripts(
      symbol("e"), subscript: nil, superscript: .fraction(symbol("a"), symbol("b")))
    #expect(rows(MathBox(power), width: 9, height: 4) == [" a", " ─", " b", "e"])
  }

  @Test func aMinusAtTheHeadBelongsToItsNumber() {
    let difference = MathTree.row([symbol("−"), symbol("a"), symbol("−"), symbol("b")])
    #expect(difference.line(symbols: .unicode).text == "−a − b")
  }

  @Test func fencesGrowWithWhatTheyEnclose() {
    let fenced = MathTree.fenced("(", .fraction(symbol("a"), symbol("b")), ")")
    #expect(rows(MathBox(fenced), width: 9, height: 3) == ["⎛a⎞", "⎜─⎟", "⎝b⎠"])
  }

  @Test func rolesComeThrough() {
    let box = MathBox(.row([.symbol(Span("q", .query)), symbol("="), symbol("x")]))
    #expect(drawing(box, width: 9, height: 1)[0, 0].style == Appearance().style(.query))
  }

  @Test func aFunctionIsPartedFromWhatItIsTakenOf() {
    let cosine = MathTree.row([.text(Span("cos")), .text(Span("θ"))])
    #expect(rows(MathBox(cosine), width: 20, height: 1) == ["cos θ"])
    let product = MathTree.row([.text(Span("a")), .text(Span("b"))])
    #expect(rows(MathBox(product), width: 20, height: 1) == ["ab"])
  }

  @Test func greekIsSpelledInASCII() {
    let appearance = Appearance(symbols: .ascii)
    func ascii(_ parts: [MathTree]) -> String {
      rows(MathBox(.row(parts)), width: 40, height: 1, appearance: appearance)[0]
    }
    #expect(ascii([.text(Span("cos")), .text(Span("θ"))]) == "cos theta")
    #expect(ascii([.text(Span("α")), .text(Span("β"))]) == "alpha beta")
    #expect(ascii([.text(Span("2αx − |β|"))]) == "2 alpha x − |beta|")
    #expect(ascii([.text(Span("λ")), symbol("="), .text(Span("Ω"))]) == "lambda = Omega")
    #expect(ascii([.text(Span("Σ")), .text(Span("p"))]) == "sum p")
  }

  @Test func whatIsRaisedStaysTogetherInASCII() {
    let appearance = Appearance(symbols: .ascii)
    func raised(_ parts: [MathTree]) -> [String] {
      let power = MathTree.scripts(symbol("e"), subscript: nil, superscript: .row(parts))
      return rows(MathBox(power), width: 9, height: 1, appearance: appearance)
    }
    #expect(raised([symbol("s"), symbol("+"), symbol("5")]) == ["e^(s+5)"])
    #expect(raised([symbol("s")]) == ["e^s"])
    #expect(raised([.text(Span("3.24"))]) == ["e^3.24"])
  }

  @Test func rootsAreWordsInASCII() {
    let appearance = Appearance(symbols: .ascii)
    #expect(
      rows(MathBox(.root(symbol("d"))), width: 9, height: 1, appearance: appearance) == ["sqrt(d)"])
  }
}
