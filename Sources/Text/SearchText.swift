/// A text in which words are looked for, whatever their case.
package struct SearchText: Hashable, Sendable {
  package let text: String
  /// The same text in lower case, byte for byte beside the other.
  private let folded: [UInt8]

  package init(_ text: String) {
    self.text = text
    let lower = Array(text.lowercased().utf8)
    // Where a letter is longer in lower case, places would not agree; ASCII never is.
    folded =
      lower.count == text.utf8.count
      ? lower : text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  package func contains(_ word: SearchWord) -> Bool { place(of: word) != nil }

  /// Where a word first stands, in bytes; at the beginning of a word if it does so anywhere.
  private func place(of word: SearchWord) -> Int? {
    var first: Int?
    var start = 0
    while let place = folded.place(of: word.bytes, from: start) {
      if place == 0 || !folded[place - 1].isWordByte { return place }
      first = first ?? place
      start = place + 1
    }
    return first
  }

  /// Whether a word stands at the beginning of one of the text's words.
  package func begins(with word: SearchWord) -> Bool {
    place(of: word).map { $0 == 0 || !folded[$0 - 1].isWordByte } ?? false
  }

  /// The words around the first place of a word, some `length` bytes on each side; nil where it is not
  /// in the text.
  package func excerpt(around word: SearchWord, length: Int) -> Excerpt? {
    guard let place = place(of: word) else { return nil }
    let bytes = Array(text.utf8)
    let end = place + word.bytes.count
    var first = max(place - length, 0)
    while first > 0, first < place, bytes[first - 1] != UInt8(ascii: " ") { first += 1 }
    var last = min(end + length, bytes.count)
    while last < bytes.count, last > end, bytes[last] != UInt8(ascii: " ") { last -= 1 }
    return Excerpt(
      before: (first > 0 ? "…" : "") + String(decoding: bytes[first..<place], as: UTF8.self),
      found: String(decoding: bytes[place..<end], as: UTF8.self),
      after: String(decoding: bytes[end..<last], as: UTF8.self) + (last < bytes.count ? "…" : ""))
  }
}

/// What is looked for in texts.
package struct SearchWord: Equatable, Sendable {
  fileprivate let bytes: [UInt8]

  /// nil for a word without letters.
  package init?(_ word: some StringProtocol) {
    bytes = Array(word.lowercased().utf8)
    if bytes.isEmpty { return nil }
  }
}

/// A word that was found, and what stands around it.
package struct Excerpt: Equatable, Sendable {
  package let before: String
  package let found: String
  package let after: String
}

extension UInt8 {
  /// A letter, a digit, or a byte of a character beyond ASCII.
  fileprivate var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
}

extension [UInt8] {
  fileprivate func place(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, count - start >= needle.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      for place in start...(bytes.count - needle.count) where bytes[place] == first {
        if needle.indices.allSatisfy({ bytes[place + $0] == needle[$0] }) { return place }
      }
      return nil
    }
  }
}
