import Files

/// How each lesson was left: a file for each, of which the newest window's stands.
///
/// Its first line is a state, and each line after it something that was done since. A window writes to
/// the file that it began; when another window begins one in its place, the older goes on unseen.
package struct LessonStateStore: Sendable {
  /// Where the files are; nil without a home.
  package let folder: String?
  private let operations: FileOperations

  package init(_ places: UserDirectories, operations: FileOperations = FileOperations()) {
    folder = places.state.map { "\($0)/lessons" }
    self.operations = operations
  }

  /// The text kept of a lesson; nil where there is none, or none that can be read.
  package func text(of lesson: String) -> String? {
    guard let path = path(of: lesson),
      let bytes = try? FileReader(limit: .lessonState, operations: operations).read(path)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Begins the file of a lesson with a state, in place of what was there.
  ///
  /// - Returns: what adds lines to it; nil where nothing can be kept.
  package func begin(_ lesson: String, with line: String) throws(FileError) -> FileAppender? {
    guard let path = path(of: lesson), let folder, line.utf8.count < SizeLimit.lessonState.bytes
    else { return nil }
    try Folder.make(folder, operations: operations)
    try FileWriter(isPrivate: true, operations: operations)
      .replace(path, with: Array((line + "\n").utf8))
    return try FileAppender(path, operations: operations)
  }

  /// Forgets how a lesson was left.
  package func forget(_ lesson: String) {
    if let path = path(of: lesson) { _ = operations.remove(path) }
  }

  /// A lesson's id is a word of letters, digits and hyphens; nothing else becomes part of a path.
  private func path(of lesson: String) -> String? {
    let isSafe = lesson.utf8.allSatisfy { byte in
      switch UInt8(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isSafe, !lesson.isEmpty, lesson.utf8.count <= 100 else { return nil }
    return folder.map { "\($0)/\(lesson).jsonl" }
  }
}
