import Testing

@testable import Terminal

struct PlotTests {
  @Test func aHistogramCountsValuesBetweenItsEnds() {
    let histogram = Histogram(values: [0, 0, 0, 0, 1, 1, 3])
    #expect(rows(histogram, width: 12, height: 3).last == ".00     3.00")
    #expect(rows(histogram, width: 12, height: 3)[1].hasPrefix("█   █"))
  }

  @Test func aHistogramSaysWhatItLeavesOut() {
    let histogram = Histogram(title: "score", values: [1, .nan, -.infinity])
    #expect(rows(histogram, width: 30, height: 4)[0].hasSuffix("2 not finite"))
  }

  @Test func aHistogramWithARangeKeepsItWhateverTheValues() {
    var histogram = Histogram(title: "score", values: [-1, 0, 1], range: -10...10)
    #expect(
      rows(histogram, width: 40, height: 4).last == "−10.0" + String(repeating: " ", count: 31)
        + "10.0")
    histogram.values += [12, -11]
    #expect(rows(histogram, width: 40, height: 4)[0].hasSuffix("2 outside"))
  }

  @Test func aHistogramGrowsWithThePage() {
    var histogram = Histogram(title: "score", values: [1, 2])
    func size(_ width: Int, _ height: Int) -> Size {
      histogram.size(fitting: Size(width: width, height: height), appearance: Appearance())
    }
    #expect(size(70, 10).height == 8 && size(70, 34).height == 17)
    histogram.fillsPage = true
    #expect(size(78, 19) == Size(width: 78, height: 19))
    let page = rows(histogram, width: 20, height: 15)
    #expect(page[1].contains("█"))
  }

  @Test func theEndsOfTheAxisBearTheirLabels() {
    var plot = CurvePlot(curves: [.init("weight", role: .text, values: [0, 1, 0])])
    plot.endLabels = ["the", "it"]
    let rows = rows(plot, width: 30, height: 8)
    #expect(rows.last?.contains("the") == true && rows.last?.hasSuffix("it") == true)
  }

  @Test func aCurveFallsFromLeftToRight() {
    let plot = CurvePlot(curves: [.init("loss", role: .loss, values: [4, 2, 1, 0])])
    let lines = rows(plot, width: 20, height: 5)
    #expect(lines[0].hasPrefix("4.00 ") && lines[3].hasPrefix(" .00 "))
    #expect(lines[4].hasSuffix("3"))
  }
}
