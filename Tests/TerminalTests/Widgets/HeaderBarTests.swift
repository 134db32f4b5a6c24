import Testing

@testable import Terminal

struct HeaderBarTests {
  private let bar = HeaderBar(
    left: .init(["qkv  3 One embedding, three hats", "3 One embedding"], priority: 3),
    center: .init(["step 4 of 8", "4/8"], priority: 2),
    right: .init(["goal weight > .80", "weight > .80"], priority: 1))

  @Test func aWideRowShowsEverything() {
    let row = rows(bar, width: 90, height: 1)[0]
    #expect(row.hasPrefix(" qkv  3 One embedding, three hats"))
    #expect(row.hasSuffix("goal weight > .80") && row.contains("step 4 of 8"))
  }

  @Test func theLeastImportantPartGivesWayFirst() {
    #expect(rows(bar, width: 64, height: 1)[0].hasSuffix(" weight > .80"))
    let narrow = rows(bar, width: 44, height: 1)[0]
    #expect(!narrow.contains("weight") && narrow.contains("4/8"))
  }

  @Test func theRoomForAPartMoreIsWhatTheOthersLeave() {
    var bar = HeaderBar(left: .init(["lesson"]), center: .init(["1/8"]))
    let room = bar.room(besideIn: 40)
    bar.right = .init([Line(String(repeating: "x", count: room))])
    #expect(bar.isWhole(in: 40))
    bar.right = .init([Line(String(repeating: "x", count: room + 1))])
    #expect(!bar.isWhole(in: 40))
  }

  @Test func theLastPartIsCutInsteadOfDropped() {
    #expect(rows(bar, width: 12, height: 1)[0] == " 3 One emb…")
  }
}
