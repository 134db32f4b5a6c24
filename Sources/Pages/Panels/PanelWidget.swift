import Lessons
import Playground
import Terminal

/// A panel as it is drawn: its widget, and what the page asks to give it room.
protocol PanelWidget: Equatable, Sendable {
  associatedtype Drawn: Widget
  /// What draws it.
  var drawn: Drawn { get }

  /// The tables that it shows as digits; empty for a picture.
  var tables: [MatrixTable] { get }

  /// The room it wants, at most what there is.
  func size(fitting available: Size, appearance: Appearance) -> Size
  /// Whether nothing is lost at this size: a table needs its labels, a picture some room.
  func showsEverything(in size: Size, appearance: Appearance) -> Bool
  /// Whether nothing looks pinched at this size: titles and names are whole, bars have some length.
  func isAtEase(in size: Size, appearance: Appearance) -> Bool
  /// The least of these widths at which nothing is lost, not even the end of a name where these are to be spared.
  func leastWidth(
    in widths: Range<Int>, height: Int, sparingNames: Bool, appearance: Appearance
  ) -> Int?
  /// Whether every row and column, bar or dot has its place at this size.
  func isWhole(in size: Size, appearance: Appearance) -> Bool
  /// The least height of a picture that can be drawn at any; nil for what has its own.
  var leastHeight: Int? { get }
  /// The most that a panel asks for where words want the rows too.
  var modestHeight: Int { get }
  /// What panels of a row are compared by, so that all of them give way alike.
  var comparison: PanelComparison? { get }
  /// What the lengths of its bars stand for; on equal scales equal numbers have equal lengths.
  var lengthScale: LengthScale? { get }
  /// The cells that its longest bar has at a size.
  func barCells(in size: Size, appearance: Appearance) -> Int
  /// The same panel with bars of at most so many cells.
  func limited(toBarCells cells: Int) -> Self
  /// Whether its cells may be larger than they need to be; nil for what has no cells, or too many.
  var cells: CellRoom? { get }
  /// The same panel with cells of at least this size.
  func grown(to cell: Size) -> Self
  /// The same picture with a line of the page to itself; nil for what gains nothing by it.
  var onItsOwnLine: Self? { get }
  /// The same panel where the one to the left says what the rows are.
  var withoutRowLabels: Self { get }
  /// Whether it says by itself what is hidden.
  var saysWhatIsHidden: Bool { get }
  /// Whether the rows of two tables stand beside each other.
  func isSameHeight(as other: any PanelWidget) -> Bool
  /// Where the cell under the hand stands.
  func cursor(in rect: Rect, appearance: Appearance) -> Point?
  /// The cell at a place, for a panel whose cursor stands there now.
  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor?
}

/// What is compared from panel to panel.
enum PanelComparison: Equatable {
  case lengths
  /// Places along the horizontal axis.
  case places
}

/// The numbers at the ends of full bars.
struct LengthScale: Equatable {
  let limit: Float
  let lowerLimit: Float?
  let isLogarithmic: Bool
  /// Whether lengths are parts of a whole, pieces side by side.
  var areParts = false
}

/// How much larger than they need to be the cells of a panel may become.
struct CellRoom: Equatable {
  /// Colour fills a cell of any height; plain digits are lost in one of more than two rows.
  let mostHeight: Int
}

extension PanelContent {
  /// The panel as what draws it.
  var widget: any PanelWidget {
    switch panel.kind {
    case .matrix: matrixWidget
    case .bars: BarsWidget(bars)
    case .plane: PlaneWidget(plane, isAlone: isAloneInRow)
    case .formula: FormulaWidget(formula)
    case .histogram: HistogramWidget(histogram, isAlone: isAloneInRow)
    case .curve: CurveWidget(curve, isAlone: isAloneInRow)
    case .flow: flowWidget
    case .gradient: TableWidget(tableOfSlopes)
    case .roles: RolesWidget(roleTable)
    case .shares: SharesWidget(shareBars)
    case .pipeline: PipelineWidget(pipeline)
    case .number: NumberWidget(bigNumbers)
    case .compare: CompareWidget(tablePair, table: stepState.cursor(of: index).stack)
    case .measure: BarsWidget(measurement)
    }
  }
}

extension PanelWidget {
  var tables: [MatrixTable] { [] }

  func size(fitting available: Size, appearance: Appearance) -> Size {
    drawn.size(fitting: available, appearance: appearance)
  }

  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    size.width >= wantedWidth(height: size.height, appearance)
  }

  /// The width that it would take on the widest of pages.
  func wantedWidth(height: Int, _ appearance: Appearance) -> Int {
    size(fitting: Size(width: 1000, height: height), appearance: appearance).width
  }

  func leastWidth(
    in widths: Range<Int>, height: Int, sparingNames: Bool, appearance: Appearance
  ) -> Int? {
    func isEnough(_ width: Int) -> Bool {
      showsEverything(in: Size(width: width, height: height), appearance: appearance)
    }
    guard let widest = widths.last, isEnough(widest) else { return nil }
    return widths.first(where: isEnough)
  }

  func isWhole(in size: Size, appearance: Appearance) -> Bool {
    let wanted = self.size(fitting: Size(width: size.width, height: 1000), appearance: appearance)
    return size.height >= leastHeight ?? wanted.height
      && (showsEverything(in: size, appearance: appearance) || size.width >= wanted.width)
  }

  var leastHeight: Int? { nil }
  var modestHeight: Int { .max }
  var comparison: PanelComparison? { nil }
  var lengthScale: LengthScale? { nil }
  func barCells(in size: Size, appearance: Appearance) -> Int { 0 }
  func limited(toBarCells cells: Int) -> Self { self }
  var cells: CellRoom? { nil }
  func grown(to cell: Size) -> Self { self }
  var onItsOwnLine: Self? { nil }
  var withoutRowLabels: Self { self }
  var saysWhatIsHidden: Bool { false }
  func isSameHeight(as other: any PanelWidget) -> Bool { false }
  func cursor(in rect: Rect, appearance: Appearance) -> Point? { nil }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? { nil }

  func draw(in rect: Rect, on frame: inout Frame, appearance: Appearance) {
    drawn.draw(in: rect, on: &frame.buffer, appearance: appearance)
  }

  /// Whether two panels look alike.
  func isEqual(to other: any PanelWidget) -> Bool { other as? Self == self }
}

/// The rows of a picture all of whose numbers are hidden: its title, and axes to wait for them.
let emptyPictureHeight = 4

extension PanelCursor {
  /// On another cell of the same page.
  func moved(to cell: CellPosition) -> PanelCursor {
    PanelCursor(row: cell.row, column: cell.column, stack: stack)
  }
}
