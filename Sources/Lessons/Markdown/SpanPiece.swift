/// A part of a text that came back from Markdown: words, or the mark of a span.
enum SpanPiece: Equatable {
  case text(String)
  case span(Int)

  /// Whether a text has a byte of the marks; most have none.
  static func areIn(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.contains(0xEE) } ?? true
  }

  static func pieces(of text: String) -> [SpanPiece] {
    guard areIn(text) else { return text.isEmpty ? [] : [.text(text)] }
    var pieces: [SpanPiece] = []
    var words = String.UnicodeScalarView()
    var digits: String?
    for scalar in text.unicodeScalars {
      if scalar == SpanMark.open {
        if !words.isEmpty { pieces.append(.text(String(words))) }
        words = String.UnicodeScalarView()
        digits = ""
      } else if scalar == SpanMark.close {
        if let number = digits.flatMap({ Int($0) }) { pieces.append(.span(number)) }
        digits = nil
      } else if digits != nil {
        digits?.unicodeScalars.append(scalar)
      } else {
        words.append(scalar)
      }
    }
    return words.isEmpty ? pieces : pieces + [.text(String(words))]
  }
}
