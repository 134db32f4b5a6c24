import Playground
import Terminal

/// Places the panels of a step: rows as the author wrote them, as many as fit, the one in hand among them.
package struct PanelPlacement: Equatable, Sendable {
  /// Where a panel stands.
  package struct Place: Equatable, Sendable {
    package let panel: Int
    package let rect: Rect
  }

  package private(set) var places: [Place] = []
  package let count: Int

  /// - Parameters:
  ///   - rows: the panels of each row, by index.
  ///   - sizes: what each panel would like to have.
  ///   - area: the block to fill.
  ///   - gap: empty columns between two panels.
  ///   - inHand: the panel that has to be visible.
  package init(rows: [[Int]], sizes: [Size], into area: Rect, gap: Int = 4, inHand: Int?) {
    count = sizes.count
    guard area.width > 0, area.height > 0 else { return }
    let lines = rows.flatMap { Self.wrapped($0, sizes: sizes, width: area.width, gap: gap) }
    let heights = lines.map { line in line.map { sizes[$0].height }.max() ?? 0 }
    let range = Self.visible(lines, heights: heights, height: area.height, inHand: inHand)
    let rowGap = Self.rowGap(heights: heights[range], height: area.height)
    var y = area.y
    for line in range {
      let height = min(heights[line], area.y + area.height - y)
      place(lines[line], sizes: sizes, y: y, height: height, in: area, gap: gap)
      y += height + rowGap
    }
  }

  /// The panels that found no place.
  package var hidden: [Int] {
    let shown = Set(places.map(\.panel))
    return (0..<count).filter { !shown.contains($0) }
  }

  package func rect(of panel: Int) -> Rect? {
    places.first { $0.panel == panel }?.rect
  }

  /// A row that is too wide continues on the next line.
  private static func wrapped(
    _ row: [Int], sizes: [Size], width: Int, gap: Int
  ) -> [[Int]] {
    var lines: [[Int]] = [[]]
    var used = 0
    for panel in row {
      let wanted = min(sizes[panel].width, width)
      if used > 0, used + gap + wanted > width {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(panel)
      used += wanted + (used > 0 ? gap : 0)
    }
    return lines.filter { !$0.isEmpty }
  }

  /// The longest run of lines that fits and holds the panel in hand, from the first line if it can.
  static func visible(
    _ lines: [[Int]], heights: [Int], height: Int, inHand: Int?
  ) -> Range<Int> {
    let wanted = lines.firstIndex { line in inHand.map(line.contains) ?? false } ?? 0
    var start = 0
    while start < wanted, heights[start...wanted].reduce(-1, { $0 + $1 + 1 }) > height {
      start += 1
    }
    var end = start
    var used = -1
    while end < lines.count, used + heights[end] + 1 <= height {
      used += heights[end] + 1
      end += 1
    }
    return start..<max(end, min(start + 1, lines.count))
  }

  /// So many columns to the right stands what a panel is brought in line with.
  private static let reach = 12

  /// The left edges of the panels of the last line.
  private var edges: [Int] {
    guard let y = places.last?.rect.y else { return [] }
    return places.filter { $0.rect.y == y }.map(\.rect.x).sorted()
  }

  private static func rowGap(heights: ArraySlice<Int>, height: Int) -> Int {
    guard heights.count > 1 else { return 0 }
    return min(max((height - heights.reduce(0, +)) / (heights.count - 1), 1), 2)
  }

  private mutating func place(
    _ line: [Int], sizes: [Size], y: Int, height: Int, in area: Rect, gap: Int
  ) {
    let above = edges
    let wanted = line.reduce(gap * (line.count - 1)) { $0 + sizes[$1].width }
    var slack = max(area.width - wanted, 0)
    var x = area.x
    for panel in line {
      let shift = above.first { $0 >= x && $0 <= x + min(slack, Self.reach) }.map { $0 - x } ?? 0
      x += shift
      slack -= shift
      let width = min(sizes[panel].width, area.x + area.width - x)
      let rect = Rect(x: x, y: y, width: width, height: min(sizes[panel].height, height))
      places.append(Place(panel: panel, rect: rect))
      x += width + gap
    }
  }
}
