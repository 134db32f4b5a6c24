import Lessons
import Testing

@testable import Pages
@testable import Playground
@testable import Terminal

/// Rows of weights as bars of 100 %.
@Suite struct SharesPanelTests {
  private func student(_ panels: String, size: Size = .comfortable, hide: String = "") throws
    -> Student
  {
    let question = """
      ```qkv number guess
      ask: How much?
      answer: 1
      equals: w["cat"]
      \(hide)
      ```
      """
    let text = """
      ---
      qkv: 1
      id: cuts
      title: Cuts
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token = the cat drank
      axis many = 40

      score[token] = [0, 1.0986, 0.6931]
      w = softmax(score)
      keep[token] = [1, 1, 0]
      hole = w * keep
      over = w * 2
      debt[token] = [3, -2, 0]
      none = (w - w) / 0
      S[token, token] = zeros()
      masked = softmax(S + causal(token))
      n[many] = zeros()
      wide = softmax(n)
      ```

      ## Cut {#cut}

      A cake.

      ```qkv show
      \(panels)
      ```

      ```qkv sliders
      score["cat"] from -3 to 5 step 0.1
      ```

      \(hide.isEmpty ? "" : question)
      """
    return try Student(reading: Lesson.load(text: text, file: "cuts.md"), on: "cut", size: size)
  }

  private static let sizes = [
    Size(width: 120, height: 40), Size(width: 100, height: 30), Size(width: 80, height: 24),
    Size(width: 60, height: 20), Size(width: 40, height: 12), Size(width: 300, height: 100),
  ]

  private static let appearances = [
    Appearance(), Appearance(colors: .indexed), Appearance(colors: .sixteen),
    Appearance(colors: .mono), Appearance(symbols: .ascii, colors: .mono),
  ]

  @Test(arguments: sizes)
  func everyPieceHasItsNameAndItsShareAtEverySize(size: Size) throws {
    for appearance in Self.appearances {
      var student = try student("shares w", size: size)
      student.appearance = appearance
      student.focus(0)
      try student.press("z")
      #expect(try student.board.cut.isEmpty)
      for word in ["the", "cat", "drank", ".17", ".50", ".33"] {
        #expect(student.page.contains(word), "\(word) at \(size)\n\(student.page)")
      }
    }
  }

  @Test func neighboursDifferWithoutColours() throws {
    var student = try student("shares w")
    for (symbols, glyphs) in [(Symbols.unicode, ["█", "▓", "░"]), (.ascii, ["@", "#", "."])] {
      student.appearance = Appearance(symbols: symbols, colors: .mono)
      for glyph in glyphs { #expect(student.page.contains(glyph + glyph + glyph), "\(glyph)") }
    }
  }

  @Test func whatOneWinsTheOthersPay() throws {
    var student = try student("shares w")
    try student.press("right right")
    let page = student.page
    for word in ["before", "now", "What \"cat\" won", "the others paid"] {
      #expect(page.contains(word), "\(word)\n\(page)")
    }
    let bars = PanelContent(
      stepState: try student.stepState, index: 0, appearance: Appearance()
    ).shareBars
    let changes = try #require(bars.cuts.first).pieces(most: 9, keeping: nil).compactMap(\.change)
    #expect(changes.count == 3 && abs(changes.reduce(0, +)) < 1e-5)
  }

  @Test func aHoleSaysHowLargeItIs() throws {
    let page = try student("shares hole").page
    #expect(page.contains("to nobody .33") && page.contains("╱╱╱"))
    #expect(page.contains(".33 of the whole goes to nobody"))
  }

  @Test func tooMuchRunsPastTheWhole() throws {
    let student = try student("shares over")
    #expect(student.page.contains("1.00 more than there is"))
    let bars = PanelContent(
      stepState: try student.stepState, index: 0, appearance: Appearance()
    ).shareBars
    let layout = ShareLayout(bars, Size(width: 50, height: 12), Appearance())
    #expect(layout.scale.high == 2 && layout.scale.low == 0)
    #expect(layout.scale.cell(1) * 2 == layout.barWidth)
  }

  @Test func aShareBelowZeroIsADebtToTheLeft() throws {
    let student = try student("shares debt")
    #expect(student.page.contains("−2.00 is a debt, not a share"))
    #expect(student.page.contains("3.00"))
    let bars = PanelContent(
      stepState: try student.stepState, index: 0, appearance: Appearance()
    ).shareBars
    let strip = ShareLayout(bars, Size(width: 70, height: 12), Appearance()).strip(of: 0)
    #expect(strip.cells(of: 1).upperBound == strip.cells(of: 0).lowerBound)
  }

  @Test func whatIsNoNumberIsSaid() throws {
    #expect(try student("shares none").page.contains("some are not numbers"))
  }

  @Test func severalRowsStandOnOneScaleWithTheirNames() throws {
    let student = try student("shares w, over, hole")
    for word in ["w", "over", "hole", "2.00", ".67", "1.00"] {
      #expect(student.page.contains(word), "\(word)\n\(student.page)")
    }
    let scale = ShareLayout(
      PanelContent(stepState: try student.stepState, index: 0, appearance: Appearance()).shareBars,
      Size(width: 70, height: 20), Appearance()
    ).scale
    #expect(scale.high == 2)
  }

  /// Rows of one matrix are told apart by their labels, a row of several matrices by their names.
  @Test func barsAreNamedByWhatTellsThemApart() throws {
    func names(_ panel: String) throws -> [String] {
      let student = try student(panel)
      return PanelContent(
        stepState: try student.stepState, index: 0, appearance: Appearance()
      ).shareBars.cuts.map(\.name.text)
    }
    #expect(try names("shares masked[\"cat\"], masked[\"drank\"]") == ["cat", "drank"])
    #expect(try names("shares masked[\"cat\"], S[\"cat\"]") == ["masked", "S"])
    #expect(
      try names("shares masked[\"cat\"], S[\"drank\"]") == ["masked[\"cat\"]", "S[\"drank\"]"])
    #expect(try names("shares w, over") == ["w", "over"])
  }

  @Test func panelsOfOnePageHaveOneLengthForTheWhole() throws {
    for panels in ["shares w | shares w, over", "shares w\nshares masked"] {
      let student = try student(panels)
      let cells = try [0, 1].map { panel in
        let (board, appearance) = (try student.board, student.appearance)
        let rect = try #require(board.rect(of: panel))
        let widget = try #require(board.widget(of: panel))
        return widget.barCells(in: rect.size, appearance: appearance)
      }
      #expect(abs(cells[0] - cells[1]) <= 1 && cells[0] > 10, "\(cells)\n\(student.page)")
    }
  }

  @Test func aMatrixShowsItsRows() throws {
    let page = try student("shares masked").page
    #expect(page.contains("the 1.00") || page.contains("1.00"))
    let text = try #require(try student("shares masked").stepState.plainText(of: 0))
    #expect(text.rows.map(\.label) == ["the", "cat", "drank"])
  }

  @Test func marksStandAboveAsAGoal() throws {
    #expect(try student("shares w marks=\".2 .6 .2\"").page.contains("goal"))
    let named = try student("shares w marks=\"drank .5\"")
    #expect(try named.stepState.panels[0].options.marks == [2: 0.5])
    #expect(named.page.contains("drank .50"))
  }

  @Test func ofManyTheSmallestAreOnePiece() throws {
    #expect(try student("shares wide").page.contains("others"))
  }

  @Test func scoresAndPortionsStandAbove() throws {
    let page = try student("shares w from=score").page
    for word in ["score", "e^score", "1.10", "3.00", "6.00"] { #expect(page.contains(word)) }
  }

  @Test func piecesCanBeTakenInHandByKeysAndByMouse() throws {
    var student = try student("shares w, hole")
    student.focus(0)
    try student.press("right down")
    #expect(try student.stepState.cursor(of: 0) == PanelCursor(row: 1, column: 1))
    try student.press("enter")
    #expect(student.page.contains("why is"))
    try student.press("esc")
    let rect = try #require(student.board.rect(of: 0))
    let widget = try #require(student.board.widget(of: 0))
    var found: Set<PanelCursor> = []
    for y in rect.y..<rect.bottom {
      for x in rect.x..<rect.right {
        let hit = widget.hit(
          Point(x: x, y: y), in: rect, from: PanelCursor(), appearance: student.appearance)
        if let hit { found.insert(hit) }
      }
    }
    let all = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)].map { PanelCursor(row: $0, column: $1) }
    #expect(found.isSuperset(of: all))
  }

  @Test func whatIsAskedForIsHidden() throws {
    let page = try student("shares w from=score", hide: "hide: [w]").page
    #expect(page.contains("hidden until you answer"))
    for word in ["e^score", ".50", ".33"] { #expect(!page.contains(word), "\(page)") }
  }

  @Test(arguments: sizes.filter { $0.width >= 80 })
  func whatIsHiddenIsSaidOnceForEachBar(size: Size) throws {
    for (panels, count) in [("shares w", 1), ("shares w, hole", 2)] {
      let page = try student(panels, size: size, hide: "hide: [w]").page
      #expect(page.components(separatedBy: "hidden until you answer").count == count + 1, "\(page)")
    }
  }

  @Test func asTextItTellsTheNumbersAndWhatIsWrongWithThem() throws {
    var student = try student("shares hole")
    student.focus(0)
    let text = try #require(student.model.plainTextInFront)
    #expect(text.lines.first == "\tthe\tcat\tdrank")
    #expect(text.title.contains("of the whole goes to nobody"))
  }
}
