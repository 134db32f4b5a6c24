/// The smallest piece of a scene that means something.
struct Token: Equatable {
  enum Kind: Equatable {
    case name(String)
    case number(Float)
    case string(String)
    /// A word on the right of an axis.
    case label(String)
    /// Punctuation or an operator, including the words `and`, `or`, `not`.
    case symbol(String)
  }

  let kind: Kind
  /// What was written.
  let text: String
  let characters: Range<Int>
  let startsLine: Bool

  func isSymbol(_ text: String) -> Bool { kind == .symbol(text) }
}
