import Testing

@testable import Terminal

struct HintBarTests {
  private let bar = HintBar(
    [
      .init("←→", "drag"), .init("u", "undo"), .init("n", "next step", short: "next"),
      .init("?", "all keys", short: "keys", isKept: true),
    ], trailing: "saved")

  @Test func allHintsAndTheTrailingNoteFitAWidePage() {
    #expect(
      rows(bar, width: 60, height: 1)
        == ["  ←→ drag   u undo   n next step   ? all keys        saved"])
  }

  @Test func theTrailingNoteKeepsAsMuchAirAsTheHints() {
    let hints = "  ←→ drag   u undo   n next step   ? all keys"
    #expect(rows(bar, width: 55, height: 1) == [hints + "   saved"])
    #expect(rows(bar, width: 54, height: 1) == [hints])
  }

  @Test func wordsShortenBeforeHintsAreDropped() {
    #expect(rows(bar, width: 40, height: 1) == ["  ←→ drag   u undo   n next   ? keys"])
  }

  @Test func theKeyToAllKeysIsDroppedLast() {
    #expect(rows(bar, width: 20, height: 1) == ["  ←→ drag  ? keys"])
  }
}
