import Files
import Scenes
import Text

/// Text from a file that anyone may have written.
enum TextFile {
  /// The text of a file, or of standard input for `-`.
  static func read(_ path: String, limit: SizeLimit) throws(CommandFailure) -> String {
    let bytes = try bytes(path, limit: limit)
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw notText(path, bytes)
    }
    return text
  }

  /// Writes a text to a new file; an old one is never overwritten.
  static func create(_ path: String, _ text: String) throws(CommandFailure) {
    do {
      try FileWriter().create(path, with: Array(text.utf8))
    } catch {
      throw CommandFailure("\(error.problem) Choose another name.")
    }
  }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(_ path: String, limit: SizeLimit) throws(CommandFailure) -> [UInt8] {
    do {
      let reader = FileReader(limit: limit)
      return path == "-" ? try reader.readStandardInput() : try reader.read(path)
    } catch {
      throw CommandFailure(error.problem + advice(error))
    }
  }

  private static func advice(_ error: FileError) -> String {
    switch error.cause {
    case .kind(.folder): " Name one of the files in it."
    case .kind(.pipe), .kind(.device): " Use - to read from standard input."
    case .tooLarge: " Make it shorter."
    case _ where error.isMissing: " Check the name, or the folder you are in."
    case .code, .kind, .tooManyFiles, .tooDeep, .name: ""
    }
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
}
