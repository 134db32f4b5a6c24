#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The angle between two arrows as an arc of dots, the shorter way round.
struct PlaneArc: Equatable {
  let dots: [Point]
  private let origin: Point
  private let middle: Double
  private let radius: Double
  private let halfTurn: Double

  /// The arc is a part of the shorter arrow away, but neither a knot nor a wheel.
  private static let radii = 7.0...30.0

  /// Nil where the arrows are so close that an arc could not be told from them.
  init?(from one: Point, to other: Point, around origin: Point) {
    func arrow(_ tip: Point) -> (angle: Double, length: Double) {
      let (x, y) = (Double(tip.x - origin.x), Double(origin.y - tip.y))
      return (atan2(y, x), (x * x + y * y).squareRoot())
    }
    let (first, second) = (arrow(one), arrow(other))
    var turn = second.angle - first.angle
    if turn > .pi { turn -= 2 * .pi }
    if turn <= -.pi { turn += 2 * .pi }
    let shorter = min(first.length, second.length)
    guard abs(turn) > 0.1, shorter > Self.radii.lowerBound else { return nil }
    let radius = min(max(shorter * 0.4, Self.radii.lowerBound), Self.radii.upperBound)
    let steps = max(2, Int(radius * abs(turn) * 1.5))
    dots = (0...steps).map { step in
      let angle = first.angle + turn * Double(step) / Double(steps)
      return Point(
        x: origin.x + (radius * cos(angle)).cells, y: origin.y - (radius * sin(angle)).cells)
    }
    self.origin = origin
    middle = first.angle + turn / 2
    self.radius = radius
    halfTurn = abs(turn) / 2
  }

  /// The cells where its degrees may begin, the most wished for first: outside the middle of the arc, and
  /// between the arrows.
  func places(forWidth width: Int) -> [Point] {
    [5.0, 8].flatMap { offset in
      [0, 0.2, -0.2, 0.4, -0.4].filter { abs($0) < halfTurn }.map { shift in
        let (angle, reach) = (middle + shift, radius + offset)
        let x = origin.x + (reach * cos(angle)).cells
        let y = origin.y - (reach * sin(angle)).cells
        return Point(x: (x >> 1) - (cos(angle) < 0 ? width - 1 : 0), y: y >> 2)
      }
    }
  }
}
