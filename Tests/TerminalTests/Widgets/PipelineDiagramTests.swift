import Testing

@testable import Terminal

/// The way of a token as a diagram, without a page around it.
@Suite struct PipelineDiagramTests {
  static let tokens: AxisLabels = ["the", "cat", "drank", "it"]

  static func diagram(scores: [Float]) -> PipelineDiagram {
    func box(
      _ name: String, _ form: PipelineDiagram.Form, _ labels: AxisLabels, _ values: [Float],
      rows: Int = 1
    ) -> PipelineDiagram.Box {
      PipelineDiagram.Box(
        name: Span(name, .output), form: form, rowLabels: tokens, labels: labels,
        values: TableValues(values, from: 0, rows: rows, columns: labels.count, isVeiled: false))
    }
    let traits: AxisLabels = ["seek", "drink"]
    let table: [Float] = [0, 1, 2, 0, -1, 3, 0.5, 0]
    return PipelineDiagram(boxes: [
      box("X", .numbers, ["noun", "animal", "pronoun"], [0.1, 0.4, 0.8]),
      box("Q", .numbers, traits, [-0.55, -1.16]), box("K", .heat, traits, table, rows: 4),
      box("V", .heat, traits, table, rows: 4), box("score", .columns, tokens, scores),
      box("weight", .columns, tokens, [0.1, 0.07, 0.56, 0.27]),
      box("output", .numbers, traits, [0.84, 0.11]),
    ])
  }

  /// With a source of its own for keys and values.
  private static var crossed: PipelineDiagram {
    var diagram = diagram(scores: [1, -1, 2, 0])
    var other = diagram.boxes[2]
    other.name = Span("Y", .text)
    diagram.boxes.insert(other, at: 1)
    return diagram
  }

  @Test func narrowItGoesDownThePage() throws {
    let diagram = Self.diagram(scores: [0.14, -0.18, 1.83, 1.09])
    let page = rows(diagram, width: 50, height: 26)
    let places = try ["X", "Q ", "score", "softmax", "weight", "mixes", "output"].map { word in
      try #require(page.firstIndex { $0.contains(word) }, "\(word) in \(page)")
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(page)")
    for word in ["noun", "animal", "pronoun", "seek", "drink"] {
      #expect(page.joined().contains(word), "\(word) in \(page)")
    }
    let score = page[places[2]..<places[3]].joined()
    for token in ["the", "cat", "drank", "it"] { #expect(score.contains(token), "\(page)") }
    #expect(page[places[1]].contains("K") && page[places[1]].contains("V"), "\(page)")
  }

  @Test func noTwoBoxesOverlapAtAnySize() {
    for diagram in [Self.diagram(scores: [1, -1, 2, 0]), Self.crossed] {
      for width in 20...70 {
        for height in 7...34 {
          let rect = Rect(Size(width: width, height: height))
          let layout = diagram.layout(rect, Appearance())
          let places = layout.places.filter { !$0.isEmpty }
          #expect(places.count == min(diagram.boxes.count, height), "\(width)×\(height)")
          for (index, one) in places.enumerated() {
            #expect(rect.intersection(one) == one, "\(width)×\(height): \(one)")
            for other in places[(index + 1)...] {
              #expect(one.intersection(other).isEmpty, "\(width)×\(height): \(one) \(other)")
            }
          }
        }
      }
    }
  }

  @Test func aListNamesTokensOnceAndTheRestByRow() {
    for height in [10, 12] {
      let page = rows(Self.diagram(scores: [1, -1, 2, 0]), width: 40, height: height)
      let tokens = page.filter { $0.contains("the") && $0.contains("cat") && $0.contains("it") }
      #expect(tokens.count == 1, "\(page)")
      for word in ["noun", "pronoun", "seek", "drink"] {
        #expect(page.joined().contains(word), "\(word) in \(page)")
      }
    }
  }

  @Test func whatIsBelowZeroHangs() {
    let columns = PipelineColumns([2, -2, 0], height: 4)
    func bar(_ value: Float) -> String {
      (0..<4).map { columns.glyph(of: value, row: $0, .unicode) }.joined()
    }
    #expect(bar(2) == "██  " && bar(-2) == "  ██" && bar(0) == "    ")
    #expect(bar(-1) == "  █ " && bar(-0.01) == "  ▔ " && bar(0.01) == " ▁  ")
  }

  @Test func aSmallDebtTakesNoRowFromTheOthers() {
    let columns = PipelineColumns([1.83, -0.18], height: 2)
    #expect(columns.below == 0)
    #expect([0, 1].map { columns.glyph(of: -0.18, row: $0, .unicode) } == [" ", "−"])
  }

  @Test func whereAllAreBelowZeroAllRowsAreTheirs() {
    let columns = PipelineColumns([-1, -4, -.infinity], height: 4)
    #expect(columns.above == 0)
    #expect((0..<4).map { columns.glyph(of: -1, row: $0, .ascii) }.joined() == "#   ")
    #expect((0..<4).map { columns.glyph(of: -.infinity, row: $0, .ascii) }.joined() == "    ")
    #expect(PipelineColumns([-1, -4], height: 1).glyph(of: -4, row: 0, .ascii) == "-")
  }

  @Test(arguments: [[0.14, -0.18, 1.83, 1.09], [-17.7, -15, -0.01, -3], [8, -0.001, 3, -9]])
  func everyScoreThatIsNotZeroLeavesItsMark(scores: [Float]) {
    let diagram = Self.diagram(scores: scores)
    for width in stride(from: 30, through: 120, by: 3) {
      for height in [7, 12, 16, 24, 36] {
        let rect = Rect(Size(width: width, height: height))
        let page = rows(diagram, width: width, height: height)
        let content = diagram.content(of: 4, diagram.layout(rect, Appearance()))
        for cell in content.cells {
          let bar = (content.body.y..<content.body.bottom).map { y in
            Array(page[y])[min(cell.rect.x, page[y].count - 1)]
          }
          #expect(bar.contains { $0 != " " }, "\(cell) of \(width)×\(height)\n\(page)")
        }
      }
    }
  }
}
