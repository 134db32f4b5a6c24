import Lessons
import Scenes

/// What the keys take hold of in one kind of panel, and the panel as text.
protocol PanelHandling {
  /// What the keys act on while the panel is in hand.
  static var context: Context { get }
  /// Whether panels of the kind are compared by the lengths in them.
  static var comparesLengths: Bool { get }

  /// Whether a panel of the kind can hide one number and show its neighbour.
  static var hidesSingleCells: Bool { get }

  /// The cells that the arrows go through; nil where there are none.
  static func extent(of panel: Panel, in scene: Scene) -> TableExtent?
  /// Where the cursor stands at first.
  static func firstCursor(of panel: Panel) -> PanelCursor
  /// The cursor after an arrow.
  static func moved(
    _ cursor: PanelCursor, _ direction: Direction, of panel: Panel, in scene: Scene
  ) -> PanelCursor
  /// The entry under the cursor.
  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry?
  /// How many tables lie on each other, or vectors start in one point.
  static func layerCount(of panel: Panel, in scene: Scene) -> Int
  /// The cursor on a table or vector of the same panel, counted from 0.
  static func cursor(_ cursor: PanelCursor, onLayer layer: Int) -> PanelCursor
  /// The table or vector that a cursor is on, counted from 0.
  static func layer(of cursor: PanelCursor) -> Int
  /// What the panel is, in one sentence, where that is more than tables; nil where it is tables.
  static func summary(of panel: Panel, in scene: Scene) -> String?
  /// Everything that the panel shows, as text.
  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText
}

extension PanelKind {
  /// How a panel of the kind is handled.
  var handling: any PanelHandling.Type {
    switch self {
    case .matrix, .formula, .histogram, .curve, .flow, .gradient: TableHandling.self
    case .bars: BarsHandling.self
    case .plane: PlaneHandling.self
    case .roles: RolesHandling.self
    case .shares: SharesHandling.self
    case .pipeline: PipelineHandling.self
    case .number: NumberHandling.self
    case .compare: CompareHandling.self
    case .measure: MeasureHandling.self
    }
  }
}

// Most panels show a table, or what could be one: the last two axes of a matrix; a vector is one row.
extension PanelHandling {
  static var context: Context { .table }
  static var comparesLengths: Bool { false }
  static var hidesSingleCells: Bool { false }

  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    let axes = scene.axes(of: panel.table)
    let rows = axes.count > 1 ? axes[axes.count - 2].size : 1
    return TableExtent(rows: rows, columns: axes.last?.size ?? 1)
  }

  static func firstCursor(of panel: Panel) -> PanelCursor {
    PanelCursor(row: panel.options.row ?? 0, column: panel.options.column ?? 0)
  }

  static func moved(
    _ cursor: PanelCursor, _ direction: Direction, of panel: Panel, in scene: Scene
  ) -> PanelCursor {
    var moved = cursor
    if let extent = extent(of: panel, in: scene) { moved.move(direction, within: extent) }
    return moved
  }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    guard let extent = extent(of: panel, in: scene) else { return nil }
    let row = min(cursor.row, extent.rows - 1)
    let column = min(cursor.column, extent.columns - 1)
    let page = cursor.stack * extent.rows * extent.columns
    return Entry(node: panel.table, index: page + row * extent.columns + column)
  }

  static func layerCount(of panel: Panel, in scene: Scene) -> Int {
    scene.axes(of: panel.table).dropLast(2).reduce(1) { $0 * $1.size }
  }

  static func cursor(_ cursor: PanelCursor, onLayer layer: Int) -> PanelCursor {
    PanelCursor(row: cursor.row, column: cursor.column, stack: layer)
  }

  static func layer(of cursor: PanelCursor) -> Int { cursor.stack }

  static func summary(of panel: Panel, in scene: Scene) -> String? { nil }

  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    PlainText(numbersOf: panel, in: scene, written: written)
  }
}

/// A table of cells.
enum TableHandling: PanelHandling {
  static let hidesSingleCells = true
}

extension Panel {
  /// What the keys act on while the panel is in hand.
  package var context: Context { kind.handling.context }
  /// Whether it stands among others to be compared by its lengths.
  package var comparesLengths: Bool { kind.handling.comparesLengths }
}

extension StepState {
  /// The cells of a panel that the arrows go through.
  package func extent(of panel: Int) -> TableExtent? {
    guard panels.indices.contains(panel) else { return nil }
    return panels[panel].kind.handling.extent(of: panels[panel], in: scene)
  }

  /// The cursor of a panel after an arrow.
  func cursor(of panel: Int, moved direction: Direction) -> PanelCursor {
    panels[panel].kind.handling.moved(
      cursor(of: panel), direction, of: panels[panel], in: scene)
  }

  /// How many tables lie on each other in a panel, or vectors start in one point.
  package func layerCount(of panel: Int) -> Int {
    panels[panel].kind.handling.layerCount(of: panels[panel], in: scene)
  }

  /// What a panel is, in one sentence; nil where it is tables.
  package func summary(of panel: Int) -> String? {
    panels[panel].kind.handling.summary(of: panels[panel], in: scene)
  }

  /// The entry under a panel's cursor.
  package func entry(at cursor: PanelCursor, of panel: Int) -> Entry? {
    guard panels.indices.contains(panel) else { return nil }
    return panels[panel].kind.handling.entry(at: cursor, of: panels[panel], in: scene)
  }

  /// The cursor of a panel so many tables or vectors on; the first follows the last.
  func cursor(of panel: Int, movedBy offset: Int) -> PanelCursor {
    let handling = panels[panel].kind.handling
    let count = max(layerCount(of: panel), 1)
    let cursor = cursor(of: panel)
    let layer = (handling.layer(of: cursor) + offset + count) % count
    return handling.cursor(cursor, onLayer: layer)
  }
}
