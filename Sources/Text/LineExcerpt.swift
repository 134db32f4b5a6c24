/// A line around one place in it: all of it, or of a long line as much as a person can read.
///
/// A file of one line of a million characters may have hundreds of mistakes, and each of them shows its
/// line.
package struct LineExcerpt: Equatable, Sendable {
  package let text: String
  /// The place in `text`, counted from 1.
  package let column: Int

  /// So many characters stand before the place and behind it, where the line is longer.
  private static let reach = 200

  /// The excerpt of a line around a column, counted from 1.
  package init(of line: String, at column: Int) {
    // As many bytes hold no more characters.
    guard line.utf8.count > 2 * Self.reach else {
      self.init(text: line, column: column)
      return
    }
    if line.utf8.allSatisfy({ $0 < 0x80 }), !line.utf8.contains(UInt8(ascii: "\r")) {
      let bytes = Array(line.utf8)
      self.init(bytes.count, at: column) { String(decoding: bytes[$0], as: UTF8.self) }
    } else {
      let characters = Array(line)
      self.init(characters.count, at: column) { String(characters[$0]) }
    }
  }

  /// The excerpt of a line of so many characters; `text` gives the text of some of them.
  package init(_ count: Int, at column: Int, text: (Range<Int>) -> String) {
    guard count > 2 * Self.reach else {
      self.init(text: text(0..<count), column: column)
      return
    }
    let place = min(max(column - 1, 0), count)
    let start = max(min(place - Self.reach, count - 2 * Self.reach), 0)
    let end = min(start + 2 * Self.reach, count)
    let before = start > 0 ? "…" : ""
    self.init(
      text: before + text(start..<end) + (end < count ? "…" : ""),
      column: column - start + before.count)
  }

  private init(text: String, column: Int) {
    self.text = text
    self.column = column
  }
}
