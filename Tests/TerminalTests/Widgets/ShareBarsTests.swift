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
}
