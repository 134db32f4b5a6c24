import Testing

@testable import Terminal

struct ShareBarsTests {
  private func bars(_ values: [Float], before: [Float] = []) -> ShareBars {
    ShareBars(cuts: [
      ShareBars.Cut(
        labels: AxisLabels(["the", "cat", "it"].prefix(values.count).map(\.self)), values: values,
        before: before)
    ])
  }

  private func strip(_ values: [Float], width: Int) -> ShareStrip {
    let bars = bars(values)
    return ShareStrip(
      bars.cuts[0].pieces(most: 9, keeping: nil), on: ShareScale(bars, width: width))
  }

  @Test func piecesFillTheBarInTheirOrder() {
    let strip = strip([0.25, 0.5, 0.25], width: 40)
    #expect([0, 1, 2].map(strip.cells(of:)) == [0..<10, 10..<30, 30..<40])
    #expect(strip.largest == 1)
    #expect(strip.piece(inCell: 9) == 0 && strip.piece(inCell: 10) == 1)
  }

  @Test func aHoleTakesWhatIsLeft() {
    let strip = strip([0.25, 0.5], width: 40)
    #expect(strip.segments.last == ShareStrip.Segment(range: 240..<320, kind: .hole))
    #expect(strip.piece(inCell: 35) == nil)
  }

  @Test func debtsGrowToTheLeftAndTheScaleWithThem() {
    let strip = strip([3, -2], width: 50)
    #expect(strip.scale.low == -2 && strip.scale.high == 3)
    #expect(strip.cells(of: 1) == 0..<20 && strip.cells(of: 0) == 20..<50)
  }

  @Test func theLargestAreKeptAndTheOthersAreOne() {
    let cut = ShareBars.Cut(
      labels: AxisLabels(numbers: 6), values: [0.05, 0.4, 0.05, 0.3, 0.1, 0.1])
    let pieces = cut.pieces(most: 4, keeping: 2)
    #expect(pieces.map(\.label) == ["1", "2", "3", "3 others"])
    #expect(abs(pieces[3].value - 0.25) < 1e-6)
    #expect(pieces.map(\.place) == [1, 2, 3, nil])
  }

  @Test func aNameThatDoesNotFitStandsBelow() {
    let page = rows(bars([0.02, 0.96, 0.02]), width: 40, height: 4)
    #expect(page[0].contains("cat"))
    #expect(!page[0].contains("the"))
    #expect(page[2...].joined().contains("the") && page[2...].joined().contains("it"))
  }

  @Test func theCutBeforeIsARulerAbove() {
    let page = rows(bars([0.5, 0.5], before: [0.25, 0.75]), width: 60, height: 12)
    let ruler = page.firstIndex { $0.contains("┌") && $0.contains("┬") && $0.contains("┐") }
    #expect(ruler != nil, "\(page)")
    #expect(page.joined().contains("before") && page.joined().contains("now"))
  }

  /// The rows of numbers above a bar say what they are, and touch no number.
  @Test(arguments: 22...60)
  func theRowsOfNumbersHaveTheirNamesAtEveryWidth(width: Int) {
    var bars = bars([0.5, 0.33, 0.17])
    bars.cuts[0].scores = [1.1, 0.69, 0]
    bars.cuts[0].portions = [3, 2, 1]
    let page = rows(bars, width: width, height: 12)
    for (name, number) in [("score", "1.10"), ("e^score", "3.00"), ("share", ".50")] {
      let row = page.first { $0.hasPrefix(name) } ?? ""
      #expect(row.split(separator: " ").prefix(2) == [name[...], number[...]], "\(page)")
    }
    #expect(width < 28 || page[0].split(separator: " ").count >= 3, "\(page)")
  }

  @Test func whatIsMarkedLeavesTheRestToTheOthers() {
    let cut = bars([0.2, 0.5, 0.3]).cuts[0]
    let sizes = cut.sizes(with: [1: 0.75])
    #expect(abs(sizes[0] - 0.1) < 1e-6 && sizes[1] == 0.75 && abs(sizes[2] - 0.15) < 1e-6)
    #expect(bars([1, 0, 0]).cuts[0].sizes(with: [0: 0.5]) == [0.5, 0.25, 0.25])
    #expect(cut.sizes(with: [0: 0.75, 1: 0.75]) == [0.75, 0.75, 0])
  }

  @Test func aGoalThatIsAWholeStaysWithinTheWhole() {
    var bars = bars([0.1, 0.07, 0.83])
    bars.marks = [1: 0.6, 2: 0.2]
    #expect(ShareScale(bars, width: 40).high == 1)
    bars.marks = [1: 0.6]
    #expect(ShareScale(bars, width: 40).high == 1)
    bars.marks = [1: 0.6, 2: 0.6]
    #expect(ShareScale(bars, width: 40).high == 1.25)
  }

  @Test(arguments: [5, 6, 8, 12])
  func theGoalHasItsNamesHoweverLowTheBar(height: Int) throws {
    var bars = bars([0.1, 0.07, 0.83])
    bars.marks = [1: 0.6, 2: 0.2]
    let page = rows(bars, width: 60, height: height)
    let goal = try #require(page.first { $0.contains("cat .60") }, "\(page)")
    #expect(goal.contains("it .20"), "\(page)")
    bars.cuts[0].scores = [0.1, -0.2, 2.3]
    bars.cuts[0].portions = [1.11, 0.82, 9.97]
    let below = rows(bars, width: 60, height: height + 4)
    #expect(below.contains { $0.contains("cat .60") } && below[1].contains("2.30"), "\(below)")
  }

  @Test(arguments: [4, 5])
  func inFewColoursWordsDoNotCutALowBar(height: Int) throws {
    let appearance = Appearance(colors: .mono)
    let page = rows(bars([0.2, 0.5, 0.3]), width: 40, height: height, appearance: appearance)
    let bar = page.filter { $0.contains("█") }
    #expect(bar.count == 2 && bar.allSatisfy { !$0.contains("cat") }, "\(page)")
    for word in ["the", "cat", "it", ".20", ".50", ".30"] {
      #expect(page.joined().contains(word), "\(page)")
    }
  }

  @Test func aTickLeadsToANameBelow() throws {
    let page = rows(bars([0.02, 0.96, 0.02]), width: 60, height: 16)
    let ticks = try #require(page.firstIndex { $0.contains("╵") }, "\(page)")
    #expect(page[ticks].count { $0 == "╵" } == 2)
    #expect(page[ticks + 1].contains("the") && page[ticks + 1].contains("it"), "\(page)")
  }

  @Test func comparedBarsHaveOneLengthForTheWhole() {
    var bars = bars([0.2, 0.5, 0.3])
    let size = Size(width: 60, height: 10)
    #expect(bars.wholeCells(in: size, appearance: Appearance()) == 60)
    bars.mostWholeCells = 42
    #expect(bars.wholeCells(in: size, appearance: Appearance()) == 42)
    bars.cuts[0].values = [1, 0.5, 0.5]
    #expect(bars.wholeCells(in: size, appearance: Appearance()) == 30)
    bars.mostWholeCells = 20
    #expect(bars.wholeCells(in: size, appearance: Appearance()) == 20)
  }

  private func four() -> ShareBars {
    ShareBars(
      title: "four",
      cuts: (0..<4).map {
        ShareBars.Cut(name: Line("\($0)"), labels: ["the", "cat"], values: [0.5, 0.5])
      })
  }

  @Test func severalBarsHaveARowBetweenThem() {
    let bars = four()
    for height in bars.leastHeight...20 {
      let page = rows(bars, width: 60, height: height)
      let places = page.indices.filter { page[$0].contains("1.00") }
      #expect(places.count == 4, "\(page)")
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 + 1 < $1 }, "\(page)")
    }
  }

  @Test func aChangeStandsBelowItsOwnPiece() throws {
    let bars = bars([2, 0.67, -1.67], before: [1.5, 0.5, -1])
    let page = rows(bars, width: 70, height: 12)
    let changes = try #require(page.first { $0.contains("−.67") })
    #expect(changes.split(separator: " ") == ["−.67", "+.50", "+.17"])
    let values = try #require(page.first { $0.contains("−1.67") })
    let (debt, change) = (column(of: "−1.67", in: values), column(of: "−.67", in: changes))
    #expect(abs(debt - change) < 5)
  }

  private func column(of text: String, in row: String) -> Int {
    row.range(of: text).map { row.distance(from: row.startIndex, to: $0.lowerBound) } ?? -100
  }

  @Test(arguments: 24...110)
  func whatIsSaidBelowIsNeverCut(width: Int) {
    var wrong = four()
    for index in wrong.cuts.indices { wrong.cuts[index].flaw = "1.00 more than there is" }
    let moved = bars([0.5, 0.25, 0.25], before: [0.25, 0.375, 0.375])
    for bars in [wrong, moved] {
      let page = rows(bars, width: width, height: 24)
      #expect(!page.joined().contains("…"), "\(page)")
      let words = ["more than", "not one whole", "won"]
      #expect(page.contains { row in words.contains(where: row.contains) }, "\(page)")
    }
  }
}
