import Testing

@testable import Terminal

@Suite struct ShortlistTests {
  @Test func itKeepsTheCheapestInOrder() {
    var list = Shortlist<String>(limit: 3)
    for (name, cost) in [("five", 5), ("one", 1), ("four", 4), ("two", 2), ("nine", 9)] {
      list.insert(name, cost: cost)
    }
    #expect(list.entries.map(\.item) == ["one", "two", "four"])
    #expect(list.entries.map(\.cost) == [1, 2, 4])
  }

  @Test func ofEqualsTheEarlierStandsFirstAndStays() {
    var list = Shortlist<String>(limit: 2)
    for name in ["first", "second", "third"] { list.insert(name, cost: 1) }
    #expect(list.entries.map(\.item) == ["first", "second"])
  }

  @Test func whenFullItAdmitsOnlyWhatIsCheaper() {
    var list = Shortlist<Int>(limit: 1)
    #expect(list.admits(7))
    list.insert(0, cost: 7)
    #expect(!list.admits(7))
    #expect(list.admits(6))
  }
}
