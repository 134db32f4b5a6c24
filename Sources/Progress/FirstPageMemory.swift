/// What is kept of the page that opens when there is no progress yet.
package struct FirstPageMemory: Equatable, Sendable {
  /// Whether it need not be shown again; who left at once sees it once more.
  package var isSeen: Bool
  /// Where the student bet that a model changes its mind: `early`, `middle` or `late`.
  package var bet: String?

  package init(isSeen: Bool, bet: String? = nil) {
    self.isSeen = isSeen
    self.bet = bet
  }

  package init?(_ json: JSONValue) {
    guard let members = json.object, let isSeen = members["seen"]?.bool else { return nil }
    self.init(isSeen: isSeen, bet: members["bet"]?.string)
  }

  package var json: JSONValue {
    var members = ["seen": JSONValue.bool(isSeen)]
    members["bet"] = bet.map(JSONValue.string)
    return .object(members)
  }
}
