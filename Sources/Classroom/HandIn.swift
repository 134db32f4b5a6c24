import Progress
import Text

/// What a student hands in: a name, and all that was done.
///
/// A checksum tells whether the file came through whole. It keeps nobody from writing another file.
package struct HandIn: Equatable, Sendable {
  /// The version of the file format that this edition writes.
  package static let version = 1

  package let name: String
  /// When it was written.
  package let date: Timestamp
  package let progress: Progress

  package init(name: String, date: Timestamp, progress: Progress) {
    self.name = name
    self.date = date
    self.progress = progress
  }
}

// MARK: As a file

extension HandIn {
  /// The text of the file.
  package var text: String {
    let body = Self.body(name: name, date: date, progress: JSONValue(progress))
    var members = body
    members[Key.checksum] = .string(Self.checksum(of: body))
    return JSONValue.object(members).text + "\n"
  }

  /// Reads a file that `text` wrote.
  package init(parsing bytes: [UInt8]) throws(HandInError) {
    guard let members = JSONValue(parsing: bytes)?.object else {
      // What is cut off in the middle still begins as one.
      let start = String(decoding: bytes.prefix(Self.longestStart), as: UTF8.self)
      throw start.contains("\"\(Key.checksum)\"") ? .damaged : .foreign
    }
    guard let version = members[Key.version]?.integer else { throw .foreign }
    guard version <= Self.version else { throw .newer(version) }
    var body = members
    body[Key.checksum] = nil
    guard let name = members[Key.name]?.string.flatMap(Self.name),
      let written = members[Key.date]?.string,
      let date = Timestamp(written), let json = members[Key.progress],
      members[Key.checksum]?.string == Self.checksum(of: body),
      let progress = try? Progress(parsing: Array(json.text.utf8))
    else { throw .damaged }
    self.init(name: name, date: date, progress: progress)
  }

  /// The checksum comes first in the file, behind the bracket.
  private static let longestStart = 64

  private static func body(
    name: String, date: Timestamp, progress: JSONValue?
  ) -> [String: JSONValue] {
    var body: [String: JSONValue] = [
      Key.version: .integer(version), Key.name: .string(name), Key.date: .string(date.text),
    ]
    body[Key.progress] = progress
    return body
  }

  /// Of the values and not of the bytes, so that a mail program may change line ends.
  private static func checksum(of body: [String: JSONValue]) -> String {
    JSONValue.object(body).text.utf8.digest
  }

  private enum Key {
    static let version = "qkv-hand-in"
    static let name = "name"
    static let date = "date"
    static let progress = "progress"
    static let checksum = "checksum"
  }
}

extension JSONValue {
  fileprivate init?(_ progress: Progress) {
    self.init(parsing: Array(progress.text.utf8))
  }
}

/// Why a file cannot be counted as a hand-in.
package enum HandInError: Error, Equatable, Sendable {
  /// It is something else.
  case foreign
  /// Its checksum does not agree, or a part is missing.
  case damaged
  /// A later edition wrote it.
  case newer(Int)

  /// What is wrong with a file, and what to do.
  package func sentence(about file: String) -> String {
    switch self {
    case .foreign: "\(file) is no hand-in. One is made with qkv submit."
    case .damaged: "\(file) is damaged: its checksum does not agree. Ask for it again."
    case .newer(let version):
      "\(file) was written by a later qkv (version \(version)). Update qkv to read it."
    }
  }
}

// MARK: The name

extension HandIn {
  /// Longer names are no names.
  private static let longestName = 100

  /// A name as it is kept, on one line and without air around it; nil where nothing is left, or too much.
  package static func name(_ typed: String) -> String? {
    let name = typed.singleSpaced.printableOnOneLine
    return name.isEmpty || name.count > longestName ? nil : name
  }

  /// The file that someone of this name hands in: `ada-lovelace.qkv.json`.
  package static func file(of name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    let stem = words.joined(separator: "-")
    return (stem.isEmpty ? "hand-in" : String(stem.prefix(60))) + ".qkv.json"
  }
}
