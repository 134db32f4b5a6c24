/// What a part of a formula says, spelled out only where somebody asks.
///
/// Each sum of a long formula has a passage of its own, and they overlap: as texts, thousands of terms
/// would take millions of words.
enum SourceSlice: Sendable {
  case tokens(Range<Int>, of: SourceBuffer)
  /// What stands in no text, such as a step inside an operation.
  case words(String)

  var text: String {
    switch self {
    case .tokens(let tokens, let page): page.spelling(of: tokens)
    case .words(let words): words
    }
  }
}
