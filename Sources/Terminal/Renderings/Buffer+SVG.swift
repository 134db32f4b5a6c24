extension Buffer {
  /// A picture of the buffer, after its theme.
  ///
  /// The text stands on a grid: every word has its own place, so that no font can shift what
  /// follows, and rules, bars and braille are drawn as shapes, so that they join.
  package func svg(theme: Theme) -> String {
    let grid = SVGGrid(size: size)
    var document = grid.opening(ground: theme.canvas)
    for y in 0..<size.height {
      let runs = runs(ofRow: y, theme: theme)
      document += runs.compactMap { grid.ground($0, row: y) }.joined()
      document += runs.compactMap { grid.content($0, row: y) }.joined()
    }
    return document + "</svg>\n"
  }

  private func runs(ofRow y: Int, theme: Theme) -> [SVGRun] {
    var runs: [SVGRun] = []
    for (x, cell) in row(y).enumerated() where !cell.isRightHalf {
      let width = x + 1 < size.width && self[x + 1, y].isRightHalf ? 2 : 1
      let run = SVGRun(cell: cell, x: x, width: width, theme: theme)
      if runs.last?.continues(with: run) == true {
        runs[runs.count - 1].append(run)
      } else {
        runs.append(run)
      }
    }
    return runs
  }
}
