/// A line of text that somebody is typing, and the place of the cursor in it.
package struct EditableLine: Equatable, Sendable {
  package private(set) var text: String
  /// Characters before the cursor, from 0 to `text.count`.
  package private(set) var cursor: Int

  /// More than anybody types; what is pasted beyond it is dropped.
  package static let limit = 1000

  /// The cursor stands at the end.
  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Inserts a text before the cursor, on one line and without controls.
  package mutating func insert(_ addition: String) {
    let room = max(EditableLine.limit - text.count, 0)
    let before = text.prefix(cursor) + EditableLine.cleaned(addition).prefix(room)
    let whole = String(before + text.suffix(text.count - cursor))
    // A mark joins the letter before it, so the parts may count more characters than the whole.
    (text, cursor) = (whole, min(before.count, whole.count))
  }

  package mutating func apply(_ edit: LineEdit) {
    switch edit {
    case .moveLeft: cursor = max(cursor - 1, 0)
    case .moveRight: cursor = min(cursor + 1, text.count)
    case .moveToStart: cursor = 0
    case .moveToEnd: cursor = text.count
    case .eraseBackward: remove(max(cursor - 1, 0)..<cursor)
    case .eraseForward: remove(cursor..<min(cursor + 1, text.count))
    case .eraseWordBackward: remove(startOfWord..<cursor)
    case .eraseToStart: remove(0..<cursor)
    case .eraseToEnd: remove(cursor..<text.count)
    }
  }

  /// A pasted text as a line: breaks and tabs become spaces, controls are left out.
  package static func cleaned(_ text: String) -> String {
    let lines = String(decoding: CleanText(text).bytes, as: UTF8.self).split(separator: "\n")
    return lines.joined(separator: " ")
  }

  /// Where the word before the cursor begins, with the spaces between them skipped.
  private var startOfWord: Int {
    let before = Array(text.prefix(cursor))
    let end = before.lastIndex { $0 != " " } ?? 0
    return before[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }

  private mutating func remove(_ places: Range<Int>) {
    let rest = text.prefix(places.lowerBound) + text.dropFirst(places.upperBound)
    (text, cursor) = (String(rest), min(places.lowerBound, rest.count))
  }
}

/// What a key does to a line, besides adding to it.
package enum LineEdit: CaseIterable, Equatable, Codable, Sendable {
  case moveLeft
  case moveRight
  case moveToStart
  case moveToEnd
  case eraseBackward
  case eraseForward
  case eraseWordBackward
  case eraseToStart
  case eraseToEnd
}
