import Testing

@testable import Terminal

private let page = Rect(x: 2, y: 1, width: 10, height: 6)

@Test func splittingGivesAwayEveryCellOnce() {
  let (top, rest) = page.split(top: 2)
  #expect(top == Rect(x: 2, y: 1, width: 10, height: 2))
  #expect(rest == Rect(x: 2, y: 3, width: 10, height: 4))
  let (left, right) = page.split(right: 3)
  #expect(left == Rect(x: 2, y: 1, width: 7, height: 6))
  #expect(right == Rect(x: 9, y: 1, width: 3, height: 6))
}

@Test func splittingMoreThanThereIsLeavesNothing() {
  #expect(page.split(left: 99).rest.isEmpty)
  #expect(page.split(bottom: 99).rest.isEmpty)
  #expect(page.split(top: -3).top.isEmpty)
}

@Test func rowsAndColumnsKeepTheirGapAndStayInside() {
  #expect(page.rows([2, 9], gap: 1).map(\.height) == [2, 3])
  #expect(page.columns([4, 4, 4], gap: 1).map(\.x) == [2, 7, 12])
  #expect(page.columns([4, 4, 4], gap: 1).map(\.width) == [4, 4, 0])
}

@Test func insetAndIntersectionNeverTurnInsideOut() {
  #expect(page.inset(dx: 7, dy: 1).isEmpty)
  #expect(page.intersection(Rect(x: 50, y: 50, width: 3, height: 3)).isEmpty)
  #expect(
    page.intersection(Rect(x: 0, y: 0, width: 4, height: 2)).size == Size(width: 2, height: 1))
}

@Test func centeringFitsIntoTheBlock() {
  #expect(page.centered(Size(width: 4, height: 2)) == Rect(x: 5, y: 3, width: 4, height: 2))
  #expect(page.centered(Size(width: 40, height: 20)) == page)
}
