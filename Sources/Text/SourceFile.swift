/// The clean text of a file, and the way from a place in it to line and column.
package struct SourceFile: Equatable, Sendable {
  package let name: String
  package let bytes: [UInt8]
  private let lines: LineIndex

  package init(name: String, text: String) {
    self.name = name
    let bytes = CleanText(text).bytes
    self.bytes = bytes
    let lineFeeds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    lines = LineIndex(endingAt: lineFeeds, count: bytes.count)
  }

  /// The whole file.
  package var all: Fragment { Fragment(bytes: bytes, start: 0) }

  /// Where each line begins.
  package var lineStarts: [Int] { lines.starts }

  /// The line in which a place lies, counted from 0.
  package func lineIndex(at offset: Int) -> Int { lines.line(at: offset) }

  /// The bytes of a line, without its line feed.
  package func lineRange(_ index: Int) -> Range<Int> { lines.range(of: index) }

  package func line(at offset: Int) -> String {
    let offset = min(max(offset, 0), bytes.count)
    return String(decoding: bytes[lineRange(lineIndex(at: offset))], as: UTF8.self)
  }

  /// Line and column, counted from 1, of a place in the file.
  package func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(at: offset)
    let before = bytes[lineStarts[line]..<offset]
    return SourceLocation(file: name, line: line + 1, column: before.characterCount + 1)
  }

  /// The place of a line and column, both counted from 1, as far as the line reaches.
  package func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return bytes.count }
    let range = lineRange(line - 1)
    let text = String(decoding: bytes[range], as: UTF8.self)
    return range.lowerBound + text.prefix(max(column - 1, 0)).utf8.count
  }

  /// A piece of the file.
  package subscript(range: Range<Int>) -> Fragment {
    Fragment(bytes: Array(bytes[range]), start: range.lowerBound)
  }
}

extension ArraySlice<UInt8> {
  /// How many characters the bytes of a text make.
  fileprivate var characterCount: Int {
    if allSatisfy({ $0 < 0x80 }) { return count }
    return String(decoding: self, as: UTF8.self).count
  }
}
