import Lessons
import Playground
import Terminal

/// A panel as a page of paper has it: its tables, or a drawing.
package enum PrintedPanel: Equatable, Sendable {
  case tables(title: Line, captions: [Line], [MatrixTable])
  case picture(PagePicture)
}

extension StepState {
  /// The panels of the step as paper has them, in its rows, each drawing as wide as it needs to be.
  package var printedPanels: [[PrintedPanel]] {
    let whole = panels.indices.map { PanelContent(self, panel: $0).widget }
    let widgets = whole.indices.map { whole[$0].comparable(to: whole) }
    var first = 0
    return step.panelRows.map { row in
      defer { first += row.count }
      return (first..<first + row.count).map { widgets[$0].printed(self, panel: $0) }
    }
  }
}

extension PanelContent {
  fileprivate init(_ state: StepState, panel: Int, theme: Theme = .light) {
    self.init(stepState: state, index: panel, appearance: .paper(theme))
  }
}

extension Appearance {
  fileprivate static func paper(_ theme: Theme) -> Appearance {
    Appearance(theme: theme, motion: false)
  }
}

// MARK: Tables

extension PanelWidget {
  /// Tables larger than this are drawn as heat.
  private static var mostRows: Int { 40 }
  private static var mostColumns: Int { 24 }
  private static var mostTables: Int { 12 }

  private var isReadable: Bool {
    !tables.isEmpty && tables.count <= Self.mostTables
      && tables.allSatisfy { $0.rowCount <= Self.mostRows && $0.columnCount <= Self.mostColumns }
  }

  fileprivate func printed(_ state: StepState, panel: Int) -> PrintedPanel {
    guard isReadable else { return .picture(picture(state, panel: panel)) }
    let content = PanelContent(state, panel: panel)
    let isSingle = tables.count == 1
    return .tables(
      title: isSingle ? tables[0].title : content.title,
      captions: isSingle
        ? [tables[0].axes].filter { !$0.isEmpty } + tables[0].captions : content.captionLine,
      tables)
  }
}

// MARK: Drawings

extension PanelWidget {
  /// A phone shows so many columns; a page shows so many at most.
  private static var narrow: Int { 40 }
  private static var wide: Int { 78 }

  private func picture(_ state: StepState, panel: Int) -> PagePicture {
    let size = printedSize
    return PagePicture(size) { buffer, theme in
      let content = PanelContent(state, panel: panel, theme: theme)
      let cells = barCells(in: size, appearance: .paper(.light))
      content.widget.limited(toBarCells: cells).draw(in: size, on: &buffer, theme)
      if content.isVeiled, !content.widget.saysWhatIsHidden {
        VeilNote(appearance: .paper(theme)).draw(in: Rect(size), on: &buffer)
      }
    }
  }

  fileprivate func draw(in size: Size, on buffer: inout Buffer, _ theme: Theme) {
    drawn.draw(in: Rect(size), on: &buffer, appearance: .paper(theme))
  }

  /// Narrow where nothing is lost by it, and as high as all that it shows needs.
  private var printedSize: Size {
    let paper = Appearance.paper(.light)
    let widths = Self.narrow...Self.wide
    let width =
      widths.first { width in
        let size = Size(width: width, height: 200)
        return showsEverything(in: size, appearance: paper) && isAtEase(in: size, appearance: paper)
      } ?? Self.wide
    let heights = [12, 16, 20, 28, 40, 60, 90]
    let sizes = heights.map { height in
      size(fitting: Size(width: width, height: height), appearance: paper)
    }
    return sizes.first { isWhole(in: $0, appearance: paper) } ?? sizes[sizes.count - 1]
  }

  /// The same with its full bars as long as those of others on its scale.
  fileprivate func comparable(to others: [any PanelWidget]) -> any PanelWidget {
    guard let lengthScale else { return self }
    let cells = others.filter { $0.lengthScale == lengthScale }.map(\.printedBarCells)
    return limited(toBarCells: cells.min() ?? printedBarCells)
  }

  private var printedBarCells: Int { barCells(in: printedSize, appearance: .paper(.light)) }
}
