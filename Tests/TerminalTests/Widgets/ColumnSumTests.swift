import Testing

@testable import Terminal

/// A table may say what its columns add up to.
struct ColumnSumTests {
  private func table() -> MatrixTable {
    var table = MatrixTable(
      title: "weight", rowLabels: ["the", "cat"], columnLabels: ["the", "cat", "it"],
      values: [[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]], showsSums: true)
    table.showsColumnSums = true
    return table
  }

  @Test func theSumsStandBelowTheirColumnsAndFaint() {
    let lines = rows(table(), width: 40, height: 6)
    #expect(lines[4].split(separator: " ") == ["Σ", ".60", "1.05", ".35"])
    #expect(lines[3].contains("1.00"))
    let page = drawing(table(), width: 40, height: 6)
    let place = lines[4].distance(
      from: lines[4].startIndex, to: lines[4].firstIndex(of: "6") ?? lines[4].startIndex)
    #expect(page[place, 4].style == Appearance().style(.faint))
  }

  @Test func theyGiveWayBeforeARowDoes() {
    let lines = rows(table(), width: 40, height: 4)
    #expect(lines[2].contains("the") && lines[3].contains("cat") && lines[3].contains(".80"))
    #expect(lines.joined().filter { $0 == "Σ" }.count == 1)
  }

  @Test func theTableAsksForTheirRow() {
    var plain = table()
    plain.showsColumnSums = false
    let room = Size(width: 40, height: 20)
    let (with, without) = (
      table().size(fitting: room, appearance: Appearance()),
      plain.size(fitting: room, appearance: Appearance())
    )
    #expect(with.height == without.height + 1)
  }

  @Test func aHiddenNumberHidesTheSumOfItsColumn() {
    var table = table()
    table.values = [[nil, 0.25], [0.5, 0.5]]
    table.columnLabels = ["the", "cat"]
    let lines = rows(table, width: 40, height: 6)
    #expect(lines[4].split(separator: " ") == ["Σ", ".75"])
  }
}
