import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Text from a file that anyone may have written.
enum TextFile {
  /// A lesson or a scene of this size would be a book.
  static let limit = 8 << 20

  /// The text of a file, or of standard input for `-`.
  static func read(_ path: String) throws(CommandFailure) -> String {
    let bytes = path == "-" ? try bytes(of: STDIN_FILENO, path) : try bytes(at: path)
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw notText(path, bytes)
    }
    return text
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func bytes(at path: String) throws(CommandFailure) -> [UInt8] {
    if isFolder(path) {
      throw CommandFailure("\(path) is a folder. Name one of the files in it.")
    }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, errno) }
    defer { close(file) }
    return try bytes(of: file, path)
  }

  private static func bytes(of file: CInt, _ path: String) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = room.withUnsafeMutableBytes { systemRead(file, $0) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, errno) }
      if count == 0 { return bytes }
      bytes += room[..<count]
    }
    throw CommandFailure("\(path) is larger than 8 MB. Make it shorter; a lesson is some pages.")
  }

  private static func notText(_ path: String, _ bytes: [UInt8]) -> CommandFailure {
    let before = text(of: bytes).split(separator: "\n", omittingEmptySubsequences: false)
    let (line, column) = (before.count, (before.last ?? "").count + 1)
    return CommandFailure(
      "\(path) is not a text file, as line \(line), column \(column) shows. "
        + "Lessons and scenes are text in UTF-8.",
      location: SourceLocation(file: path, line: line, column: column))
  }

  /// Everything before the first byte that is no text.
  private static func text(of bytes: [UInt8]) -> String {
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest), scalar.first != 0 {
      count += scalar.count
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func failure(_ path: String, _ code: CInt) -> CommandFailure {
    switch code {
    case ENOENT: CommandFailure("\(path) does not exist. Check the name, or the folder you are in.")
    case EACCES: CommandFailure("\(path) may not be read. Check its permissions.")
    default: CommandFailure("\(path) could not be read: \(String(cString: strerror(code))).")
    }
  }

  private static func systemRead(_ file: CInt, _ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
    Glibc.read(file, room.baseAddress, room.count)
    #else
    Darwin.read(file, room.baseAddress, room.count)
    #endif
  }
}
