import Lessons
import Scenes
import Terminal

/// The panels of a step, each as its widget, and where they stand.
struct PanelBoard {
  let desk: Desk
  let look: Look
  private let figures: [PanelFigure]
  private var flow: PanelFlow?

  init(_ desk: Desk, look: Look) {
    self.desk = desk
    self.look = look
    figures = desk.panels.indices.map { PanelFigure(of: $0, on: desk, look: look) }
  }

  /// The panels in reading order, by rows.
  private var rows: [[Int]] {
    var next = 0
    return desk.step.panelRows.map { row in
      defer { next += row.count }
      return Array(next..<next + row.count)
    }
  }

  /// What the first row of panels would like to have.
  func firstRowHeight(width: Int) -> Int {
    let available = Size(width: width, height: 100)
    let wanted = inHand.map { [$0] } ?? rows.first ?? []
    return wanted.map { figures[$0].size(fitting: available, look: look).height }.max() ?? 0
  }

  private var inHand: Int? {
    if let zoomed = desk.zoomed { return zoomed }
    if case .panel(let index) = desk.focus { return index }
    return nil
  }

  /// The same panels with their places in a block.
  func placed(in area: Rect, composition: PageLayout.Composition) -> PanelBoard {
    var board = self
    let shown = desk.zoomed.map { [[$0]] } ?? rows
    let sizes = figures.map { $0.size(fitting: area.size, look: look) }
    board.flow = PanelFlow(rows: shown, sizes: sizes, into: area, inHand: inHand)
    return board
  }

  func draw(on frame: inout Frame) {
    for place in flow?.places ?? [] {
      figures[place.panel].draw(in: place.rect, on: &frame, look: look)
    }
  }

  /// Says which panels are a Tab away.
  var note: Line {
    guard let flow, !flow.hidden.isEmpty, desk.zoomed == nil else { return [] }
    let shown = flow.places.map { $0.panel + 1 }.sorted()
    guard let first = shown.first, let last = shown.last else { return [] }
    let range = first == last ? "panel \(first)" : "panels \(first)-\(last)"
    return Line("\(range) of \(flow.count), tab for more", .faint)
  }

  func cursor(of panel: Int) -> Point? {
    guard let rect = flow?.rect(of: panel) else { return nil }
    return figures[panel].cursor(in: rect, look: look) ?? rect.origin
  }

  func target(at point: Point) -> PointerTarget? {
    guard let place = flow?.places.first(where: { $0.rect.contains(point) }) else { return nil }
    let cell = figures[place.panel].hit(point, in: place.rect, look: look)
    return .cell(
      panel: place.panel,
      cell.map {
        PanelCursor(
          row: $0.row, column: $0.column, stack: desk.cursor(of: place.panel).stack)
      })
  }

  /// Whether every panel of the step has a place and is shown whole.
  func problems(in area: Rect) -> [Int] {
    figures.indices.filter { index in
      let wanted = figures[index].size(fitting: Size(width: 1000, height: 1000), look: look)
      return wanted.width > area.width || wanted.height > area.height
    }
  }
}
