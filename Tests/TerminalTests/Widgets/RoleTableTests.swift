import Testing

@testable import Terminal

struct RoleTableTests {
  private let table = RoleTable(
    rows: [
      RoleTable.Row(name: Span("query"), made: "Q = X·W_q", purpose: "what it asks"),
      RoleTable.Row(name: Span("key"), made: "K = X·W_k", purpose: "what it answers to"),
    ])

  @Test func aWidePageHasAllOnOneRow() {
    #expect(
      rows(table, width: 40, height: 2) == [
        "query   Q = X·W_q   what it asks", "key     K = X·W_k   what it answers to",
      ])
  }

  @Test func aNarrowPageHasWhatItIsForBelow() {
    #expect(
      rows(table, width: 28, height: 4) == [
        "query   Q = X·W_q", "        what it asks", "key     K = X·W_k",
        "        what it answers to",
      ])
  }

  @Test func whereRowsAreDearTooHowItIsMadeIsLeftOut() {
    #expect(
      rows(table, width: 28, height: 2) == ["query   what it asks", "key     what it answers to"])
  }

  @Test func longWordsGoOnBelow() {
    #expect(
      rows(table, width: 18, height: 3) == ["query   what it", "        asks", "key     what it"])
    #expect(!table.fits(Size(width: 18, height: 3)))
    #expect(table.fits(Size(width: 18, height: 4)))
  }
}
