import Text

extension Buffer {
  /// A picture of the buffer, after its theme.
  ///
  /// The text stands on a grid: every word has its own place, so that no font can shift what
  /// follows, and rules, bars and braille are drawn as shapes, so that they join.
  package func svg(theme: Theme) -> String {
    let grid = SVGGrid(size: size)
    var document = grid.opening(ground: theme.canvas)
    for y in 0..<size.height {
      document += grid.row(y, runs(ofRow: y) { SVGRun(cell: $0, x: $1, width: $2, theme: theme) })
    }
    return document + "</svg>\n"
  }

  fileprivate func runs(ofRow y: Int, _ run: (Cell, _ x: Int, _ width: Int) -> SVGRun) -> [SVGRun] {
    var runs: [SVGRun] = []
    for (x, cell) in row(y).enumerated() where !cell.isRightHalf {
      let width = x + 1 < size.width && self[x + 1, y].isRightHalf ? 2 : 1
      let run = run(cell, x, width)
      if runs.last?.continues(with: run) == true {
        runs[runs.count - 1].append(run)
      } else {
        runs.append(run)
      }
    }
    return runs
  }
}

extension SVGGrid {
  fileprivate func row(_ y: Int, _ runs: [SVGRun]) -> String {
    runs.compactMap { ground($0, row: y) }.joined()
      + runs.compactMap { content($0, row: y) }.joined()
  }
}

/// A drawing for a page that may be light or dark, drawn once in each of the two themes.
///
/// Its colours are those of the light one; a style sheet finds the other ones in the property `--d`.
package struct PagePicture: Equatable, Sendable {
  package let light: Buffer
  package let dark: Buffer

  /// Draws the same in both themes, in a block that becomes no larger than what is drawn.
  package init(_ size: Size, _ draw: (inout Buffer, Theme) -> Void) {
    func drawn(_ theme: Theme) -> Buffer {
      var buffer = Buffer(size: size, fill: Style(background: theme.ground))
      draw(&buffer, theme)
      return buffer
    }
    (light, dark) = (drawn(.light), drawn(.dark))
  }

  /// The picture as an element of a page.
  ///
  /// - Parameters:
  ///   - id: what its own ids begin with; no other element of the page may have it.
  ///   - title: what it is, in a few words.
  ///   - description: what it shows, for whoever cannot see it.
  /// - Returns: the `svg` element.
  package func svg(id: String, title: String, description: String) -> String {
    let grid = SVGGrid(size: light.size, margin: 2)
    var text = grid.opening(description: "\(id)-text")
    text += "<title>\(title.escapedForMarkup)</title>\n"
    text += "<desc id=\"\(id)-text\">\(description.escapedForMarkup)</desc>\n"
    for y in 0..<light.size.height {
      let runs = light.runs(ofRow: y) { cell, x, width in
        SVGRun(cell: cell, dark: dark[x, y], x: x, width: width)
      }
      text += grid.row(y, runs)
    }
    return text + "</svg>"
  }

  /// How wide it is, in pixels of a page.
  package var width: Int { SVGGrid(size: light.size, margin: 2).width }
}
