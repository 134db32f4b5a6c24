import Testing

@testable import Terminal

/// Where the names of arrows stand.
@Suite struct PlaneLabelsTests {
  private static let words = PlaneView(
    vectors: [
      .init("cat", x: 5, y: 0, role: .dim), .init("fish", x: 3, y: 4, role: .dim),
      .init("duck", x: 4, y: 3, role: .dim), .init("camel", x: 4, y: -3, role: .dim),
      .init("rain", x: 0, y: 5, role: .dim), .init("desert", x: 0, y: -5, role: .dim),
    ], focused: 0, partner: 2, isMeasured: false, xLabel: "animal", yLabel: "water")

  private static let keys = PlaneView(
    vectors: [
      .init("query", x: 1.89, y: 0.17, role: .query), .init("the", x: 0.13, y: 0.01, role: .key),
      .init("cat", x: 2.13, y: 0.48, role: .key), .init("drank", x: 0.21, y: 1.22, role: .key),
      .init("because", x: -0.03, y: 0.1, role: .key), .init("it", x: 0.17, y: 0.09, role: .key),
      .init("was", x: 0.1, y: 0.12, role: .key), .init("thirsty", x: 0.89, y: 1.04, role: .key),
    ], focused: 0, partner: 2, isMeasured: false)

  @Test(arguments: [(words, 48, 7), (words, 48, 12), (keys, 40, 8), (keys, 30, 8), (keys, 60, 20)])
  func theHigherArrowHasTheHigherName(plane: PlaneView, width: Int, height: Int) throws {
    let page = rows(plane, width: width, height: height)
    func row(of vector: PlaneView.Vector) -> Int? { page.firstIndex { $0.contains(vector.name) } }
    for one in plane.vectors {
      // Among many arrows, one that is hardly seen may go without a name.
      #expect(row(of: one) != nil || one.x < 0.5 && one.y < 0.5, "\(one.name) \(page)")
      for other in plane.vectors where one.y > other.y {
        guard let high = row(of: one), let low = row(of: other) else { continue }
        #expect(high <= low, "\(one.name) \(other.name) \(page)")
      }
    }
  }

  @Test(arguments: 0..<200)
  func fewNamesHideNoTipAndNoOtherName(seed: UInt64) {
    var chance = Chance(seed: seed)
    let vectors = (0..<4).map { index in
      PlaneView.Vector(
        "name\(index)", x: Float.random(in: -4...4, using: &chance),
        y: Float.random(in: -4...4, using: &chance), role: .key)
    }
    let scale = PlaneScale(vectors: vectors, columns: 48, rows: 12)
    let tips = Set(vectors.map(scale.cell))
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let page = rows(PlaneView(vectors: vectors), width: 48, height: 12, appearance: appearance)
    let text = page.joined(separator: "\n")
    #expect(text.count { $0 == "O" } == tips.count, "\(text)")
    for vector in vectors { #expect(text.contains(vector.name), "\(text)") }
  }

  @Test func anUprightArrowMakesTheOthersNoShorter() {
    let leaning = PlaneView.Vector("a", x: 4, y: 1, role: .key)
    let upright = PlaneView.Vector("a long name", x: -0.1, y: 1, role: .key)
    let alone = PlaneScale(vectors: [leaning], columns: 30, rows: 8)
    let beside = PlaneScale(vectors: [leaning, upright], columns: 30, rows: 8)
    func length(_ scale: PlaneScale) -> Int { scale.dot(leaning).x - scale.origin.x }
    #expect(length(beside) >= length(alone) - 2)
  }
}
