import Testing

@testable import Terminal

struct PlaneViewTests {
  private let plane = PlaneView(
    vectors: [
      .init("q", x: 3, y: 4, role: .query), .init("k", x: 4, y: 3, role: .key),
      .init("k2", x: 4, y: 3, role: .key),
    ], focused: 0, partner: 1)

  @Test func lengthsAngleAndProductAreReadOut() {
    let last = rows(plane, width: 50, height: 12)[11]
    #expect(last == "|q| 5.00 · |k| 5.00 · cos 16° = 24.0")
  }

  @Test func degreesAreAWordInASCII() {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let last = rows(plane, width: 50, height: 12, appearance: appearance)[11]
    #expect(last.contains("16 deg") && last.allSatisfy { $0.isASCII })
  }

  @Test func aPlaneThatIsNotMeasuredHasNoReadout() {
    var silent = plane
    silent.isMeasured = false
    #expect(!rows(silent, width: 50, height: 12).joined().contains("24.0"))
  }

  @Test func anEmptyPlaneStandsTheRightWayUp() {
    let lines = rows(PlaneView(xLabel: "money", yLabel: "water"), width: 40, height: 10)
    // Beside the axis, not on it.
    #expect(lines[8].hasSuffix("money"))
    #expect(lines[0].contains("water"))
  }

  @Test func amongOthersTheTwoAreNamedEvenWhereRoomIsShort() {
    #expect(rows(plane, width: 30, height: 12)[11] == "q · k = 24.0  16°")
    #expect(rows(plane, width: 14, height: 12)[11] == "q · k = 24.0")
  }

  @Test func everyVectorHasItsNameEvenWhereTwoAgree() {
    let text = rows(plane, width: 50, height: 12).prefix(10).joined()
    #expect(text.contains("k2") && text.contains("q"))
    #expect(text.replacing("k2", with: "").contains("k"))
  }

  @Test func bothAxesHaveOneScale() {
    let vectors = [
      PlaneView.Vector("a", x: 2, y: 0, role: .query), .init("b", x: 0, y: 2, role: .key),
    ]
    let scale = PlaneScale(vectors: vectors, columns: 40, rows: 10)
    let across = scale.dot(vectors[0]).x - scale.origin.x
    let up = scale.origin.y - scale.dot(vectors[1]).y
    #expect(across == up && across > 10)
  }

  @Test func withoutBrailleTheDrawingIsPlain() {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let text = rows(plane, width: 30, height: 8, appearance: appearance).prefix(6).joined()
    #expect(text.contains("*") && text.allSatisfy { $0.isASCII })
  }
}
