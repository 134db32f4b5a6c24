import Files
import Scenes
import Text

/// The files of a folder of lessons.
enum LessonFile {
  /// The text of a file, or the problem that it cannot be read.
  static func text(_ path: String) throws(Diagnostics) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The bytes of a file, or the problem that it cannot be read.
  static func bytes(_ path: String) throws(Diagnostics) -> [UInt8] {
    do {
      return try FileReader(limit: .lesson).read(path)
    } catch {
      throw unreadable(error)
    }
  }

  /// The names of the lesson files of a folder, in order.
  static func names(in directory: String) throws(Diagnostics) -> [String] {
    do {
      return try Folder.names(in: directory).filter(isLesson)
    } catch {
      throw unreadable(error)
    }
  }

  private static func isLesson(_ name: String) -> Bool {
    name.hasSuffix(".md") && !name.hasPrefix(".") && name.lowercased() != "readme.md"
  }

  /// The problem of a file or folder that cannot be read.
  static func unreadable(_ error: FileError) -> Diagnostics {
    var report = Report(SourceFile(name: error.path, text: ""))
    report.add(.frame(.unreadable(error.reason)), at: 0)
    return Diagnostics(report.problems)
  }
}

extension Lesson {
  /// Reads the lesson of a file; everything that is wrong with it is thrown at once.
  package static func load(
    path: String, weights: (any WeightSource)? = nil
  ) throws(Diagnostics) -> Lesson {
    try load(text: try LessonFile.text(path), file: path, weights: weights)
  }
}

extension Header {
  /// Reads no more than the front matter of a file.
  package static func load(path: String) throws(Diagnostics) -> Header {
    let bytes = try LessonFile.bytes(path)
    let source = SourceFile(
      name: path, text: String(decoding: frontMatter(of: bytes), as: UTF8.self))
    var report = Report(source)
    let content = FrontMatter.find(in: source, &report).content
    let header = content.flatMap { read($0, &report) }
    guard report.problems.isEmpty, let header else { throw Diagnostics(report.sorted) }
    return header
  }

  /// Everything up to the second line that begins with three hyphens, and that line.
  private static func frontMatter(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var start = 0
    var borders = 0
    while start < bytes.count, borders < 2 {
      let end = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
      if bytes[start..<end].starts(with: "---".utf8) { borders += 1 }
      start = end
    }
    return bytes[..<start]
  }
}
