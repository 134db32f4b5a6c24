import Testing

@testable import Terminal

struct SmallMultiplesTests {
  private let tokens = ["the", "cat", "it"]

  private func heads(_ count: Int = 2) -> SmallMultiples {
    SmallMultiples(
      title: "weight",
      tiles: (0..<count).map { head in
        let low = Float(head) / 10
        return SmallMultiples.Tile(
          "head \(head)", TableValues([[1, 0, 0], [0.5, 0.5, 0], [low, 1 - low, 0]]))
      },
      rowLabels: .init(tokens), columnLabels: .init(tokens), heat: .init(.output, limit: 1),
      focusedTile: 1,
      cursor: CellPosition(row: 2, column: 0))
  }

  @Test func whereDigitsFitEveryTableHasThem() {
    let lines = rows(heads(), width: 60, height: 6)
    #expect(lines[1].contains("head 0") && lines[1].contains("head 1"))
    #expect(lines[5].contains("it") && lines[5].contains("1.00") && lines[5].contains(".10"))
    #expect(lines[2].split(separator: " ").count { $0 == "cat" } == 2)
  }

  @Test func everyTableTellsWhatChangedInIt() {
    var small = heads()
    small.emphasizedRow = 2
    small.tiles[0].changes = [0, 0.07, -0.02]
    small.tiles[1].changes = [-0.3, 0, 0]
    let lines = rows(small, width: 60, height: 6)
    #expect(lines[1].contains("cat +.07") && lines[1].contains("−.30"))
    let room = Size(width: 60, height: 6)
    #expect(
      small.size(fitting: room, appearance: Appearance())
        == heads().size(fitting: room, appearance: Appearance()))
  }

  @Test func withoutDigitsTheChangeStandsBehindTheNumberOfTheCellInHand() {
    var small = heads(3)
    small.emphasizedRow = 2
    small.cursor = CellPosition(row: 2, column: 1)
    small.tiles[1].changes = [0, 0.07, 0]
    small.columnLabels = .init(tokens + (0..<9).map { "w\($0)" })
    small.tiles = small.tiles.map { tile in
      let rows = (0..<3).map { row in (0..<12).map { tile.values[row, $0] ?? 0 } }
      return SmallMultiples.Tile(tile.name, TableValues(rows), changes: tile.changes)
    }
    let page = rows(small, width: 90, height: 6).joined()
    #expect(page.contains(".90 +.07"))
  }

  @Test func whereDigitsDoNotFitTheCellInHandStandsInTheTitles() {
    let lines = rows(heads(8), width: 60, height: 11)
    #expect(lines[0].hasSuffix("it, the"))
    #expect(lines[1].contains("head 0") && lines.joined().contains("head 7"))
    #expect(!lines[2...4].joined().contains("."))
  }

  @Test func cellsCarryTheirSizeOnTheGround() {
    let small = heads(8)
    let rect = Rect(Size(width: 60, height: 11))
    let layout = small.layout(in: rect.size, Appearance())
    let buffer = drawing(small, width: 60, height: 11)
    let block = layout.rect(ofTile: 0, in: rect)
    let strong = layout.origin(of: CellPosition(row: 0, column: 0), in: block)
    let weak = layout.origin(of: CellPosition(row: 0, column: 1), in: block)
    #expect(strong.map { buffer[$0.x, $0.y].style } == Appearance().heat(1, role: .output).style)
    #expect(weak.map { buffer[$0.x, $0.y].style } == Appearance().heat(0, role: .output).style)
  }

  @Test func withoutColoursTheShadeTellsTheSize() {
    let appearance = Appearance(colors: .mono)
    let text = rows(heads(8), width: 60, height: 11, appearance: appearance)[2]
    #expect(text.contains("██  "))
  }

  @Test(arguments: [Size(width: 60, height: 6), Size(width: 60, height: 11)])
  func aClickFindsTheCellThatIsDrawnThere(size: Size) throws {
    var small = heads(size.height == 6 ? 2 : 8)
    let rect = Rect(x: 3, y: 2, width: size.width, height: size.height)
    for tile in small.tiles.indices {
      small.focusedTile = tile
      let place = try #require(small.place(in: rect, appearance: Appearance()))
      let hit = try #require(small.hit(place, in: rect, appearance: Appearance()))
      #expect(hit.tile == tile && hit.cell == small.cursor)
    }
  }

  private func grid() -> SmallMultiples {
    var small = heads(8)
    small.perLine = 4
    for index in small.tiles.indices {
      small.tiles[index].line = "layer \(index / 4)"
      small.tiles[index].column = "head \(index % 4)"
    }
    return small
  }

  @Test func aloneItsCellsAreAsLargeAsTheyCanBe() {
    var small = grid()
    let room = Size(width: 64, height: 30)
    #expect(small.layout(in: room, Appearance()).cellWidth == 2)
    small.fillsPage = true
    let layout = small.layout(in: room, Appearance())
    #expect(layout.cellWidth > 2 && layout.cellHeight > 1 && layout.hasColumnNames)
    let page = rows(small, width: room.width, height: room.height)
    #expect(page.contains { $0.split(separator: " ").count { $0 == "cat" } == 4 }, "\(page)")
  }

  @Test func linesAndColumnsOfAGridHaveTheirNames() {
    for fills in [true, false] {
      var small = grid()
      small.fillsPage = fills
      let page = rows(small, width: 64, height: 30)
      let lines = page.filter { $0.contains("head 0") && $0.contains("head 3") }
      #expect(lines.count == 2, "\(page)")
      #expect(lines.first?.contains("layer 0") ?? false, "\(page)")
      #expect(lines.last?.contains("layer 1") ?? false, "\(page)")
    }
  }

  @Test func aClickFindsTheCellHoweverLargeItIs() throws {
    var small = grid()
    small.fillsPage = true
    let rect = Rect(x: 3, y: 2, width: 64, height: 30)
    for tile in small.tiles.indices {
      for row in 0..<3 {
        (small.focusedTile, small.cursor) = (tile, CellPosition(row: row, column: 1))
        let place = try #require(small.place(in: rect, appearance: Appearance()))
        let hit = try #require(small.hit(place, in: rect, appearance: Appearance()))
        #expect(hit.tile == tile && hit.cell == small.cursor)
      }
    }
  }

  @Test func whatHasNoRoomIsSaidAndTheCellInHandIsSeen() throws {
    var small = heads(12)
    let row = Array(repeating: Float(0.02), count: 50)
    small.tiles = small.tiles.map { .init($0.name, TableValues(Array(repeating: row, count: 50))) }
    small.focusedTile = 9
    small.cursor = CellPosition(row: 44, column: 33)
    let rect = Rect(Size(width: 40, height: 12))
    #expect(small.place(in: rect, appearance: Appearance()) != nil)
    #expect(!small.showsEverything(in: rect.size, appearance: Appearance()))
    #expect(rows(small, width: 60, height: 12)[0].contains("of 12"))
  }

  @Test func veiledTablesShowNoNumber() {
    var small = heads()
    for index in small.tiles.indices { small.tiles[index].values.isVeiled = true }
    #expect(!rows(small, width: 60, height: 6).joined().contains("."))
  }
}
