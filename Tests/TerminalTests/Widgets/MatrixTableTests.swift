import Testing

@testable import Terminal

struct MatrixTableTests {
  private let tokens = ["the", "cat", "because", "thirsty"]

  private func weights() -> MatrixTable {
    MatrixTable(
      title: "weight", rowLabels: .init(tokens), columnLabels: .init(tokens),
      values: [
        [1, 0, 0, 0], [0.5, 0.5, 0, 0], [0.25, 0.25, 0.5, 0], [0.03, 0.71, 0.14, 0.12],
      ], heat: .init(.output), showsSums: true, emphasizedRow: 3)
  }

  @Test func labelsAndDigitsStandInColumnsWithOneGutter() {
    #expect(
      rows(weights(), width: 60, height: 6) == [
        "weight",
        "             the     cat because thirsty   Σ",
        " the        1.00     .00     .00     .00  1.00",
        " cat         .50     .50     .00     .00  1.00",
        " because     .25     .25     .50     .00  1.00",
        "▸thirsty     .03     .71     .14     .12  1.00",
      ])
  }

  @Test(arguments: 42...47)
  func aNameIsNotCutWhereNarrowNeighboursLeaveRoom(width: Int) {
    let header = rows(weights(), width: width, height: 6)[1]
    #expect(header.split(separator: " ") == ["the", "cat", "because", "thirsty", "Σ"])
  }

  @Test func labelsShortenBeforeAnythingIsHidden() {
    let rows = rows(weights(), width: 34, height: 6)
    #expect(rows[1] == "          the  cat bec… thi…   Σ")
    #expect(
      weights().visible(in: Rect(Size(width: 34, height: 6)), appearance: Appearance()).columns
        == 0..<4)
  }

  @Test func hiddenColumnsAndRowsAreSaid() {
    var table = weights()
    table.cursor = CellPosition(row: 3, column: 3)
    let rect = Rect(Size(width: 40, height: 4))
    table.columnLabels = .init(Array(repeating: tokens, count: 3).flatMap { $0 })
    table.values = TableValues(
      (0..<4).map { row in (0..<12).map { weights().values[row, $0 % 4] } })
    let shown = table.visible(in: rect, appearance: Appearance())
    #expect(shown.rows == 2..<4)
    #expect(shown.columns.contains(3) && shown.columns.count < 12)
    let title = rows(table, width: 40, height: 4)[0]
    #expect(title.contains("rows 3–4") && title.contains("cols 1–\(shown.columns.upperBound)"))
  }

  @Test func theCursorDrawsTheTableAlong() {
    var table = weights()
    table.cursor = CellPosition(row: 0, column: 3)
    let shown = table.visible(in: Rect(Size(width: 20, height: 6)), appearance: Appearance())
    #expect(shown.columns.contains(3) && !shown.columns.contains(0))
  }

  @Test func aClickFindsTheCellThatIsDrawnThere() throws {
    let rect = Rect(x: 5, y: 2, width: 60, height: 6)
    for row in 0..<4 {
      for column in 0..<4 {
        let cell = CellPosition(row: row, column: column)
        let place = try #require(weights().place(of: cell, in: rect, appearance: Appearance()))
        let end = Point(x: place.right - 1, y: place.y)
        #expect(weights().hit(end, in: rect, appearance: Appearance()) == cell)
      }
    }
    #expect(weights().hit(Point(x: 6, y: 5), in: rect, appearance: Appearance()) == nil)
  }

  @Test func theCellUnderTheHandStandsOnTheHandsGround() {
    var table = weights()
    table.cursor = CellPosition(row: 3, column: 1)
    let buffer = drawing(table, width: 60, height: 6)
    #expect(buffer[23, 5].style == Appearance().style(.held))
  }

  @Test func theLargestChangeStandsBehindTheEmphasisedRow() {
    var table = weights()
    table.changes = [[0, 0, 0, 0], [1, 1, 1, 1], [0, 0, 0, 0], [-0.02, 0.07, -0.03, -0.02]]
    let lines = rows(table, width: 60, height: 6)
    #expect(lines[5].hasSuffix("1.00 +.07"))
    #expect(!lines[3].contains("+"))
  }

  @Test func theColumnThatChangedMostIsNamedAboveItsChange() {
    var table = weights()
    table.changes = [[], [], [], [-0.02, 0.07, -0.03, -0.02]]
    let lines = rows(table, width: 60, height: 6)
    #expect(lines[1].hasSuffix("Σ   " + tokens[1]))
    table.changes = [[], [], [], [0, 0, 0, 0]]
    #expect(rows(table, width: 60, height: 6)[1].hasSuffix("Σ"))
  }

  @Test func withoutRoomTheChangeStandsInTheTitleAndTheSumStays() {
    var table = weights()
    table.changes = [[], [], [], [-0.02, 0.07]]
    let lines = rows(table, width: 44, height: 6)
    #expect(lines[5].hasSuffix(" 1.00"))
    #expect(!lines.dropFirst().joined().contains("+"))
    #expect(lines[0].hasSuffix("\(tokens[3]), \(tokens[1]) +.07"))
    #expect(drawing(table, width: 44, height: 6)[43, 0].style == Appearance().style(.gain))
  }

  @Test func rowsThatAreNumberedFromZeroAreCountedSo() {
    let labels = (0..<6).map(String.init)
    let table = MatrixTable(
      title: "score", rowLabels: .init(labels), columnLabels: ["a"],
      values: TableValues(labels.map { _ in [1] }))
    #expect(rows(table, width: 40, height: 5)[0].hasSuffix("rows 0–2 of 6"))
  }

  @Test func veiledAndMaskedCellsAreToldFromNumbers() {
    let table = MatrixTable(columnLabels: ["a", "b", "c"], values: [[nil, -.infinity, .nan]])
    #expect(rows(table, width: 30, height: 2)[1] == "   ··    −∞   NaN")
  }

  @Test func aScalarStandsBehindItsFormula() {
    let loss = MatrixTable(title: "loss = mean(e)", values: [[1.36]], changes: [[-0.02]])
    #expect(rows(loss, width: 40, height: 1) == ["loss = mean(e)   1.36 −.02"])
  }

  @Test(arguments: [40, 20])
  func aScalarIsFoundWhereItsValueStands(width: Int) throws {
    let loss = MatrixTable(title: "loss = mean(e)", values: [[1.36]], changes: [[-0.02]])
    let rect = Rect(x: 3, y: 2, width: width, height: 1)
    let cell = CellPosition(row: 0, column: 0)
    let place = try #require(loss.place(of: cell, in: rect, appearance: Appearance()))
    let line = rows(loss, width: width, height: 1)[0]
    #expect(String(line.dropFirst(place.x - rect.x).prefix(place.width)) == "1.36")
    #expect(place.y == rect.y && place.height == 1)
    #expect(loss.hit(place.origin, in: rect, appearance: Appearance()) == cell)
    #expect(loss.hit(rect.origin, in: rect, appearance: Appearance()) == nil)
  }

  @Test func aScalarTakesOneRow() {
    let loss = MatrixTable(title: "loss", values: [[0.69]])
    #expect(loss.size(fitting: Size(width: 40, height: 10), appearance: Appearance()).height == 1)
    #expect(rows(loss, width: 20, height: 1)[0].contains(".69"))
  }

  @Test func whatIsNotANumberStandsOut() {
    let table = MatrixTable(
      rowLabels: ["a"], columnLabels: ["x", "y"], values: [[.nan, 0.5]], heat: .init(.output))
    let page = drawing(table, width: 30, height: 2)
    let text = page.text()[1]
    let x = text.distance(from: text.startIndex, to: text.firstIndex(of: "N") ?? text.startIndex)
    #expect(x > 0 && page[x, 1].style == Appearance().style(.error))
  }

  @Test func columnsStayWhereTheyAreWhenARowIsTakenInHand() {
    var table = MatrixTable(columnLabels: ["seek", "drink"], values: [[0.1, 0.2], [0.3, 0.4]])
    let before = rows(table, width: 30, height: 3)
    table.emphasizedRow = 1
    let after = rows(table, width: 30, height: 3)
    #expect(before[1] == after[1])
    #expect(before[2].dropFirst() == after[2].dropFirst() && after[2].hasPrefix("▸"))
  }

  @Test func withoutColoursTheShadeTellsTheSize() {
    let appearance = Appearance(colors: .mono)
    let last = rows(weights(), width: 60, height: 6, appearance: appearance)[5]
    #expect(last.contains("░░░ .03") && last.contains("██▓ .71"))
  }

  @Test func inASCIINothingElseIsDrawn() {
    var table = weights()
    table.values = [[1, -.infinity, -0.5, 0]]
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let text = rows(table, width: 30, height: 6, appearance: appearance).joined()
    #expect(text.allSatisfy { $0.isASCII })
  }

  @Test func aLargeTableSaysWhereOneIs() throws {
    let lines = rows(large(), width: 60, height: 14)
    #expect(lines[0].contains("–302 of 512") && lines[0].contains("of 64"))
    #expect(lines[1].contains("k40") && !lines[1].contains("k5 "))
    #expect(lines[2...12].contains { $0.hasPrefix(" t301") })
    #expect(lines[2...12].count { $0.hasSuffix("┃") } == 1)
    #expect(lines[2...12].count { $0.hasSuffix("│") } == 10)
    #expect(lines[13].contains("▁") && lines[13].contains("█"))
  }

  @Test func aPinnedRowAndColumnStayInView() throws {
    var table = large()
    table.pinnedRow = 7
    table.pinnedColumn = 3
    let lines = rows(table, width: 60, height: 14)
    #expect(lines[2].hasPrefix(" t7 "))
    #expect(lines[1].split(separator: " ").first == "k3")
    let rect = Rect(x: 4, y: 3, width: 60, height: 14)
    for cell in [
      CellPosition(row: 7, column: 3), .init(row: 301, column: 3), .init(row: 7, column: 40),
    ] {
      let place = try #require(table.place(of: cell, in: rect, appearance: Appearance()))
      let end = Point(x: place.right - 1, y: place.y)
      #expect(table.hit(end, in: rect, appearance: Appearance()) == cell)
    }
    table.cursor = CellPosition(row: 9, column: 5)
    #expect(rows(table, width: 60, height: 14).count { $0.contains("t7 ") } == 1)
  }

  @Test func whatIsInViewHasItsDigitsWhole() {
    var table = large()
    table.heat = nil
    var numbers = Array(repeating: Float(0), count: 512 * 64)
    numbers[301 * 64 + 40] = -123.4
    table.values = TableValues(numbers, rows: 512, columns: 64)
    #expect(rows(table, width: 60, height: 14).joined().contains("−123"))
  }

  private func large() -> MatrixTable {
    MatrixTable(
      title: "weight", rowLabels: .init((0..<512).map { "t\($0)" }),
      columnLabels: .init((0..<64).map { "k\($0)" }),
      values: TableValues(
        (0..<512 * 64).map { $0 % 64 == 41 ? 1 : 0.01 }, rows: 512, columns: 64),
      heat: .init(.output, limit: 1), cursor: CellPosition(row: 301, column: 40))
  }
}
