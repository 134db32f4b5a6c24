import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How vectors become dots: one scale for both axes, and where the origin is.
struct PlaneScale: Equatable {
  /// The origin in dots from the upper left corner.
  private(set) var origin = Point(x: 0, y: 0)
  private var dotsPerUnit = 1.0

  init(vectors: [PlaneView.Vector], columns: Int, rows: Int) {
    let right = Self.extent(vectors.map(\.x))
    let left = Self.extent(vectors.map { -$0.x })
    let up = Self.extent(vectors.map(\.y))
    let down = Self.extent(vectors.map { -$0.y })
    // Names stand beside the tips, outside the arrows; those of upright ones find a place anywhere.
    let rightRoom = Self.labelRoom(vectors.filter { Double($0.x) > left / 8 }, columns)
    var leftRoom = Self.labelRoom(vectors.filter { Double(-$0.x) > right / 8 }, columns)
    let width = Double(max(1, (columns - rightRoom - leftRoom) * 2 - 4))
    let height = Double(max(1, rows * 4 - 3))
    dotsPerUnit = min(
      width / max(right + left, .leastNormalMagnitude),
      height / max(up + down, .leastNormalMagnitude))
    if !dotsPerUnit.isFinite { dotsPerUnit = 1 }
    // Where that makes no arrow shorter, there is room for names on both sides.
    let free = columns - rightRoom - leftRoom - 2 - ((right + left) * dotsPerUnit / 2).cells
    leftRoom = max(leftRoom, min(Self.labelRoom(vectors, columns), leftRoom + free))
    let spare = max(0, height - (up + down) * dotsPerUnit)
    let above = down == 0 ? spare : up > 0 ? spare / 2 : 0
    origin = Point(
      x: min(columns * 2 - 1, leftRoom * 2 + 2 + (left * dotsPerUnit).cells),
      y: min(rows * 4 - 1, 1 + (above + up * dotsPerUnit).cells))
  }

  /// The dot that a vector points to.
  func dot(_ vector: PlaneView.Vector) -> Point {
    Point(
      x: origin.x + (Double(vector.x) * dotsPerUnit).cells,
      y: origin.y - (Double(vector.y) * dotsPerUnit).cells)
  }

  /// The cell that a vector points to.
  func cell(_ vector: PlaneView.Vector) -> Point {
    let dot = dot(vector)
    return Point(x: dot.x >> 1, y: dot.y >> 2)
  }

  /// Whether an arrow leaves the cells around the origin.
  func isSeen(_ vector: PlaneView.Vector) -> Bool {
    let dot = dot(vector)
    return max(abs(dot.x - origin.x), abs(dot.y - origin.y)) >= 4
  }

  /// The ends of the two strokes that make a head.
  func barbs(at tip: Point) -> [Point] {
    let dx = Double(origin.x - tip.x)
    let dy = Double(origin.y - tip.y)
    let length = min(4, (dx * dx + dy * dy).squareRoot() / 2)
    let direction = atan2(dy, dx)
    return [-0.6, 0.6].map { turn in
      Point(
        x: tip.x + (length * cos(direction + turn)).cells,
        y: tip.y + (length * sin(direction + turn)).cells)
    }
  }

  /// The largest value, raised to a round number so that the plane stands still while one drags.
  private static func extent(_ values: [Float]) -> Double {
    let largest = Double(values.filter(\.isFinite).max() ?? 0)
    guard largest > 0 else { return 0 }
    let power = pow(10, floor(log10(largest)))
    let steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
    return power * (steps.first { $0 * power >= largest } ?? 10)
  }

  private static func labelRoom(_ vectors: [PlaneView.Vector], _ columns: Int) -> Int {
    let widest = vectors.map { TextWidth.width(of: $0.name) }.max() ?? 0
    return min(widest + (widest > 0 ? 1 : 0), columns / 3)
  }
}
