import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files of a stranger's folder: read only where they are files, and only so far.
enum LessonFile {
  /// The bytes of a file; nil where it cannot be read or is no plain file.
  static func bytes(_ path: String) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return bytes(of: file, expected: Int(status.st_size))
  }

  /// One byte more than a lesson may have tells that it is too long.
  private static func bytes(of file: CInt, expected: Int) -> [UInt8]? {
    let limit = Limits.fileBytes + 1
    var bytes = [UInt8](repeating: 0, count: min(max(expected, 0), limit))
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { room in
        read(file, room.baseAddress?.advanced(by: count), room.count - count)
      }
      guard got >= 0 else { return nil }
      guard got > 0 else { break }
      count += got
    }
    return Array(bytes.prefix(count))
  }

  /// The names of the lesson files of a folder, in order; nil where there is no such folder.
  static func names(in directory: String) -> [String]? {
    guard let folder = opendir(directory) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".md"), !name.hasPrefix("."), name.lowercased() != "readme.md" {
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// The problem of a file that cannot be read.
  static func unreadable(_ path: String) -> Problems {
    var report = Report(SourceFile(name: path, text: ""))
    report.add(.frame(.unreadable), at: 0)
    return Problems(report.problems)
  }
}

extension Lesson {
  /// Reads the lesson of a file; everything that is wrong with it is thrown at once.
  package static func load(path: String) throws(Problems) -> Lesson {
    guard let bytes = LessonFile.bytes(path) else { throw LessonFile.unreadable(path) }
    return try load(text: String(decoding: bytes, as: UTF8.self), file: path)
  }
}

extension Header {
  /// Reads no more than the front matter of a file.
  package static func load(path: String) throws(Problems) -> Header {
    guard let bytes = LessonFile.bytes(path) else { throw LessonFile.unreadable(path) }
    let source = SourceFile(
      name: path, text: String(decoding: frontMatter(of: bytes), as: UTF8.self))
    var report = Report(source)
    let content = FrontMatter.find(in: source, &report).content
    let header = content.flatMap { read($0, &report) }
    guard report.problems.isEmpty, let header else { throw Problems(report.sorted) }
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
