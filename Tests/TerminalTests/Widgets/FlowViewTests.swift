import Testing

@testable import Terminal

struct FlowViewTests {
  private let tokens = ["the", "cat", "because", "thirsty"]

  private func weights() -> FlowView {
    FlowView(
      title: "weight", queryTitle: "queries", keyTitle: "keys", queryLabels: .init(tokens),
      keyLabels: .init(tokens),
      weights: TableValues([
        [1, 0, 0, 0], [0.5, 0.5, 0, 0], [0.25, 0.25, 0.5, 0], [0.03, 0.71, 0.14, 0.12],
      ]), limit: 1, focusedQuery: 3, showsSum: true)
  }

  @Test func theSharesOfTheFocusedQueryStandAtTheKeys() {
    let lines = rows(weights(), width: 60, height: 10)
    #expect(lines[2].hasPrefix("     the ") && lines[2].hasSuffix("  .03 the"))
    #expect(lines[4].hasSuffix("  .71 cat"))
    #expect(lines[8].hasPrefix("▸thirsty ") && lines[8].hasSuffix("  .12 thirsty"))
  }

  @Test func theSharesSumToOne() {
    #expect(rows(weights(), width: 60, height: 10)[9].hasSuffix(" 1.00 Σ"))
  }

  @Test func aLargerWeightHasAThickerLine() {
    var flow = weights()
    var counts: [Int] = []
    for weight: Float in [0.01, 0.1, 0.15, 0.3, 0.5, 0.8, 1] {
      flow.weights = TableValues([[weight]])
      flow.focusedQuery = 0
      counts.append(dots(of: flow))
    }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 < $1 })
  }

  private func dots(of flow: FlowView) -> Int {
    rows(flow, width: 60, height: 10).joined().unicodeScalars.reduce(0) { count, scalar in
      0x2800..<0x2900 ~= scalar.value ? count + (Int(scalar.value) - 0x2800).nonzeroBitCount : count
    }
  }

  @Test func aWeightOfZeroHasNoLine() {
    var flow = weights()
    flow.weights = TableValues([[0, 0], [0, 0]])
    flow.focusedQuery = 0
    #expect(dots(of: flow) == 0)
    #expect(rows(flow, width: 60, height: 10).joined().contains(".00"))
  }

  @Test func linesRunFromTheQueryToTheKey() {
    var flow = weights()
    flow.weights = TableValues([[0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    flow.focusedQuery = 0
    let buffer = drawing(flow, width: 60, height: 10)
    let start = " thirsty ".count
    let end = 60 - " 1.00 thirsty".count - 2
    #expect(buffer[start, 2].text != " " && buffer[start, 6].text == " ")
    #expect(buffer[end, 6].text != " " && buffer[end, 2].text == " ")
  }

  @Test func aTableNeedNotBeSquare() {
    var flow = weights()
    flow.queryLabels = ["le", "chat"]
    flow.weights = TableValues([[0.1, 0.2, 0.3, 0.4], [0.7, 0.1, 0.1, 0.1]])
    flow.focusedQuery = 1
    let lines = rows(flow, width: 60, height: 10)
    #expect(lines.count { $0.hasSuffix("the") || $0.hasSuffix("cat") } == 2)
    #expect(lines.joined().contains("   ▸chat "))
    #expect(lines[9].hasSuffix("1.00 Σ"))
  }

  @Test func whatHasNoRoomIsSaidAndTheFocusedQueryIsSeen() {
    let names = (0..<40).map { "w\($0)" }
    var flow = weights()
    flow.queryLabels = .init(names)
    flow.keyLabels = .init(names)
    flow.weights = TableValues(Array(repeating: Array(repeating: 0.025, count: 40), count: 40))
    flow.focusedQuery = 31
    flow.cursor = CellPosition(row: 31, column: 5)
    let lines = rows(flow, width: 70, height: 12)
    #expect(lines.joined().contains("▸w31 "))
    #expect(lines.contains { $0.hasSuffix(" w5") })
    #expect(lines[0].contains("of 40"))
    #expect(flow.leastHeight <= 12)
  }

  @Test func aVeiledFlowShowsNoLineAndNoNumber() {
    var flow = weights()
    flow.weights.isVeiled = true
    #expect(dots(of: flow) == 0)
    #expect(!rows(flow, width: 60, height: 10).joined().contains("."))
    #expect(rows(flow, width: 60, height: 10)[4].hasSuffix("·· cat"))
  }

  @Test func changesStandBehindTheKeys() {
    var flow = weights()
    flow.changes = [-0.02, 0.07, 0, 0]
    let lines = rows(flow, width: 60, height: 10)
    #expect(lines[4].hasSuffix(".71 cat     +.07"))
    #expect(lines[6].hasSuffix("because"))
  }

  @Test func aClickFindsTheQueryOrTheKey() {
    var flow = weights()
    flow.cursor = CellPosition(row: 3, column: 1)
    let rect = Rect(x: 5, y: 2, width: 60, height: 10)
    let atQuery = flow.hit(Point(x: 12, y: 6), in: rect)
    #expect(atQuery == CellPosition(row: 1, column: 1))
    let atKey = flow.hit(Point(x: 62, y: 8), in: rect)
    #expect(atKey == CellPosition(row: 3, column: 2))
    #expect(flow.hit(Point(x: 30, y: 8), in: rect) == nil)
  }

  @Test func whereItIsAloneItFillsItsRoom() {
    var flow = weights()
    let room = Size(width: 74, height: 34)
    let modest = flow.size(fitting: room, appearance: Appearance())
    flow.fillsPage = true
    let size = flow.size(fitting: room, appearance: Appearance())
    #expect(size.width == 74 && size.height > 30 && modest.height < 20, "\(size) \(modest)")
    let page = rows(flow, width: size.width, height: size.height)
    let first = page.firstIndex { $0.contains(" the ") }
    let last = page.firstIndex { $0.contains("▸thirsty") }
    #expect((last ?? 0) - (first ?? 0) > 25, "\(page)")
  }

  /// What crosses a line of the current query goes on under it.
  @Test func crossingLinesKeepTheirDots() {
    var flow = weights()
    flow.weights = TableValues([[0, 1], [1, 0]])
    (flow.queryLabels, flow.keyLabels) = (["one", "two"], ["one", "two"])
    func drawn(_ focused: Int) -> Buffer {
      flow.focusedQuery = focused
      return drawing(flow, width: 60, height: 10)
    }
    func dots(_ buffer: Buffer) -> [UInt32] {
      (0..<10).flatMap { y in
        (5..<45).map { x in
          buffer[x, y].text.unicodeScalars.first.map { $0.value >= 0x2800 ? $0.value : 0 } ?? 0
        }
      }
    }
    let (one, two) = (dots(drawn(0)), dots(drawn(1)))
    #expect(one == two && one.contains { $0 > 0 })
  }

  @Test(arguments: [Theme.dark, .light, .contrast])
  func linesAreSeenAgainstTheGround(theme: Theme) throws {
    var flow = weights()
    flow.weights = TableValues([[0.1, 0.9], [0.6, 0.4]])
    (flow.queryLabels, flow.keyLabels) = (["one", "two"], ["one", "two"])
    flow.focusedQuery = 0
    let appearance = Appearance(theme: theme)
    let buffer = drawing(flow, width: 60, height: 10, appearance: appearance)
    let inks = (0..<10).flatMap { y in
      (5..<40).compactMap { x in
        let cell = buffer[x, y]
        return cell.text.unicodeScalars.contains { $0.value > 0x2800 }
          ? cell.style.foreground : nil
      }
    }
    #expect(!inks.isEmpty)
    for ink in inks {
      let contrast = try #require(Contrast.ratio(ink, theme.canvas))
      #expect(contrast >= 2, "\(ink)")
    }
  }

  @Test func inASCIIADenserSignTellsALargerWeight() {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let text = rows(weights(), width: 60, height: 10, appearance: appearance).joined()
    #expect(text.allSatisfy { $0.isASCII })
    #expect(text.contains("#") && text.contains("."))
    var other = weights()
    other.focusedQuery = 2
    let quiet = rows(other, width: 60, height: 10, appearance: appearance)
    #expect(!quiet[8].contains("#") && !quiet[8].contains("@"))
  }
}
