import Testing

@testable import Terminal

@Suite struct PanelTitleTests {
  private let table = MatrixTable(
    title: Line("W_q"), axes: Line("feature × trait"), captions: [Line("hand-set")],
    rowLabels: ["noun"], columnLabels: ["a", "b"], values: TableValues([1, 2], rows: 1, columns: 2))

  @Test func whereNumbersComeFromIsSaidLongerThanWhatTheAxesAre() {
    #expect(rows(table, width: 40, height: 3)[0] == "W_q   feature × trait   hand-set")
    #expect(rows(table, width: 20, height: 3)[0] == "W_q   hand-set")
    #expect(!rows(table, width: 12, height: 3)[0].contains("hand"))
  }
}
