/// A piece of text that knows where in the file each of its bytes comes from.
package struct Fragment: Equatable, Sendable {
  package let bytes: [UInt8]
  /// Where the first byte stands in the file.
  package let start: Int
  /// Where each byte, and the end, stand in the file; nil where they simply follow one another.
  package let places: [Int]?

  package init(bytes: [UInt8], start: Int, places: [Int]? = nil) {
    self.bytes = bytes
    self.start = start
    self.places = places
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var count: Int { bytes.count }
  package var isEmpty: Bool { bytes.isEmpty }

  /// Where the byte at `index` stands in the file; `count` gives the end.
  package func place(_ index: Int) -> Int {
    guard let places else { return start + index }
    return places[min(max(index, 0), places.count - 1)]
  }

  package subscript(range: Range<Int>) -> Fragment {
    Fragment(
      bytes: Array(bytes[range]), start: place(range.lowerBound),
      places: places.map { Array($0[range.lowerBound...range.upperBound]) })
  }

  /// Without the white space at both ends.
  package var trimmed: Fragment {
    let first = bytes.firstIndex { !$0.isSpace } ?? count
    let last = bytes.lastIndex { !$0.isSpace } ?? first - 1
    return self[first..<(last + 1)]
  }

  /// The lines, without their line feeds.
  package var lines: [Fragment] {
    var lines: [Fragment] = []
    var first = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(self[first..<index])
      first = index + 1
    }
    lines.append(self[first..<count])
    return lines
  }

  package func hasPrefix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && text.withUTF8Buffer { buffer in
        buffer.indices.allSatisfy { bytes[$0] == buffer[$0] }
      }
  }
}

extension UInt8 {
  /// A space or a line feed; clean text has no other.
  package var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") }

  package var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// A letter without an accent.
  package var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// A character of the names of steps, blocks and lessons.
  package var isName: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || isDigit || self == UInt8(ascii: "-")
  }
}
