import Lessons
import Playground
import Scenes
import Terminal

/// A panel as the widget that draws it.
enum PanelWidget: Equatable {
  case table(MatrixTable)
  case bars(BarList)
  case plane(PlaneView)
  case formula(MathBox)
  case histogram(Histogram)
  case curve(CurvePlot)
  case flow(FlowView)
  /// The tables of a stack, and which page of it each of them is.
  case tables(SmallMultiples, pages: [Int])

  init(of index: Int, on stepState: StepState, appearance: Appearance) {
    let panel = PanelContent(stepState: stepState, index: index, appearance: appearance)
    switch panel.kind {
    case .matrix:
      if let run = panel.run {
        let pages = Array(run.pages[panel.tilesInReach(run)])
        self = .tables(panel.smallMultiples(run), pages: pages)
      } else {
        self = .table(panel.table)
      }
    case .bars: self = .bars(panel.bars)
    case .plane: self = .plane(panel.plane)
    case .formula: self = .formula(panel.formula)
    case .histogram: self = .histogram(panel.histogram)
    case .curve: self = .curve(panel.curve)
    case .flow: self = .flow(panel.flow)
    case .gradient: self = .table(panel.table)
    }
  }

  private var widget: any Widget {
    switch self {
    case .table(let table): table
    case .bars(let bars): bars
    case .plane(let plane): plane
    case .formula(let formula): formula
    case .histogram(let histogram): histogram
    case .curve(let curve): curve
    case .flow(let flow): flow
    case .tables(let tables, _): tables
    }
  }

  func size(fitting available: Size, appearance: Appearance) -> Size {
    let size = widget.size(fitting: available, appearance: appearance)
    // On a large page arrows may grow as histograms do.
    guard case .plane = self else { return size }
    return Size(width: size.width, height: max(size.height, available.height * 8 / 15))
  }

  /// The same table where the one to the left says what the rows are.
  var withoutRowLabels: PanelWidget {
    guard case .table(var table) = self else { return self }
    table.hideRowLabels()
    return .table(table)
  }

  /// Whether the rows of two tables stand beside each other.
  func isSameHeight(as other: PanelWidget, appearance: Appearance) -> Bool {
    guard case .table(let table) = self, case .table(let neighbour) = other else { return false }
    return table.columnLabels.isEmpty == neighbour.columnLabels.isEmpty
      && table.title.isEmpty == neighbour.title.isEmpty
  }

  /// Whether nothing is lost at this size: a table needs its labels, a picture some room.
  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    switch self {
    case .table(let table): table.hasWholeLabels(in: size, appearance: appearance)
    case .bars: size.width >= 20
    case .plane(let plane): size.width >= min(max(plane.title.width, 26), 36)
    case .histogram, .curve: size.width >= 26
    case .formula: false
    case .flow(let flow): flow.isLegible(in: size)
    case .tables(let tables, _): tables.showsEverything(in: size, appearance: appearance)
    }
  }

  /// Whether nothing looks pinched at this size: titles and names are whole, bars have some length.
  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    let wanted = self.size(fitting: Size(width: 1000, height: size.height), appearance: appearance)
      .width
    switch self {
    case .table(let table):
      return size.width >= wanted || table.hasWholeNames(in: size, appearance: appearance)
    case .bars(let bars):
      return size.width >= max(bars.title.width, wanted - bars.wantedBarWidth + Self.easyBar)
    case .plane(let plane): return size.width >= max(plane.title.width, 34)
    case .histogram, .curve: return size.width >= 30
    case .formula, .flow, .tables: return size.width >= wanted
    }
  }

  /// The cells of a full bar that looks long enough.
  private static let easyBar = 10

  /// The least of these widths at which nothing is lost.
  func leastWidth(in widths: Range<Int>, height: Int, appearance: Appearance) -> Int? {
    switch self {
    case .table(let table):
      return table.leastWholeWidth(in: widths, height: height, appearance: appearance)
    case .tables(let tables, _):
      return tables.leastWholeWidth(in: widths, height: height, appearance: appearance)
    case .bars, .plane, .formula, .histogram, .curve, .flow:
      func isEnough(_ width: Int) -> Bool {
        showsEverything(in: Size(width: width, height: height), appearance: appearance)
      }
      guard let widest = widths.last, isEnough(widest) else { return nil }
      return widths.first(where: isEnough)
    }
  }

  /// Whether every row and column, bar or dot has its place at this size.
  ///
  /// A table too large for any page is made to be scrolled: a good part of it will do.
  func isWhole(in size: Size, appearance: Appearance) -> Bool {
    if case .table(let table) = self, table.isLargerThanPages {
      return table.showsGoodPart(in: size, appearance: appearance)
    }
    let wanted = self.size(fitting: Size(width: size.width, height: 1000), appearance: appearance)
    return size.height >= leastHeight ?? wanted.height
      && (showsEverything(in: size, appearance: appearance) || size.width >= wanted.width)
  }

  /// The least height of a picture that can be drawn at any; nil for what has its own.
  var leastHeight: Int? {
    switch self {
    case .plane: isEmptyPicture ? Self.emptyHeight : 8
    case .histogram, .curve: isEmptyPicture ? Self.emptyHeight : 6
    case .flow(let flow): flow.leastHeight
    // What has to be scrolled anyway shares the page as a picture does.
    case .table(let table): table.isTallerThanPages ? 10 : nil
    case .bars(let bars): bars.shareForAir > 0 ? bars.leastHeight : nil
    case .formula, .tables: nil
    }
  }

  /// The most that a panel asks for where words want the rows too.
  var modestHeight: Int {
    switch self {
    case .plane: isEmptyPicture ? Self.emptyHeight : 9
    case .histogram, .curve: isEmptyPicture ? Self.emptyHeight : 8
    case .flow(let flow): flow.leastHeight + 1
    case .table(let table): table.isTallerThanPages || table.values.isVeiled ? 10 : .max
    case .bars(let bars): min(bars.leastHeight, bars.isVeiled ? 10 : .max)
    case .formula, .tables: .max
    }
  }

  /// Whether all the numbers of a picture are hidden.
  private var isEmptyPicture: Bool {
    switch self {
    case .plane(let plane): plane.isEmpty
    case .histogram(let histogram): histogram.values.isEmpty
    case .curve(let curve): curve.isEmpty
    case .table, .bars, .formula, .flow, .tables: false
    }
  }

  /// The rows of such a picture: its title, and axes to wait for the numbers.
  private static let emptyHeight = 4

  func draw(in rect: Rect, on frame: inout Frame, appearance: Appearance) {
    widget.draw(in: rect, on: &frame.buffer, appearance: appearance)
  }

  /// Where the cell under the hand stands.
  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    switch self {
    case .table(let table):
      guard let cell = table.cursor,
        let place = table.place(of: cell, in: rect, appearance: appearance)
      else { return nil }
      return Point(x: max(place.right - 1, place.x), y: place.y)
    case .flow(let flow): return flow.cursor.flatMap { flow.place(of: $0, in: rect) }
    case .tables(let tables, _): return tables.place(in: rect, appearance: appearance)
    case .bars(let bars): return bars.cursorPlace(in: rect, appearance: appearance)
    case .plane, .formula, .histogram, .curve: return nil
    }
  }

  /// The cell at a place, for a panel whose cursor stands there now.
  func hit(_ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance)
    -> PanelCursor?
  {
    switch self {
    case .table(let table):
      return table.hit(point, in: rect, appearance: appearance).map(cursor.moved)
    case .flow(let flow): return flow.hit(point, in: rect).map(cursor.moved)
    case .tables(let tables, let pages):
      guard let hit = tables.hit(point, in: rect, appearance: appearance) else { return nil }
      var moved = hit.cell.map(cursor.moved) ?? cursor
      moved.stack = pages[hit.tile]
      return moved
    case .bars(let bars):
      let bar = bars.hit(point, in: rect, appearance: appearance)
      return bar.map {
        cursor.moved(to: CellPosition(row: bars.before + $0, column: cursor.column))
      }
    case .plane, .formula, .histogram, .curve: return nil
    }
  }
}

extension PanelCursor {
  /// On another cell of the same page.
  fileprivate func moved(to cell: CellPosition) -> PanelCursor {
    PanelCursor(row: cell.row, column: cell.column, stack: stack)
  }
}
