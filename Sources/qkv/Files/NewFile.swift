#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension TextFile {
  /// Writes a text to a new file; an old one is never overwritten.
  static func create(_ path: String, _ text: String) throws(CommandFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw errno == EEXIST
        ? CommandFailure("\(path) exists already; choose another name")
        : CommandFailure("\(path) could not be written: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var text = text
    let isWhole = text.withUTF8 { bytes in
      write(file, bytes.baseAddress, bytes.count) == bytes.count
    }
    guard isWhole else {
      unlink(path)
      throw CommandFailure("\(path) could not be written whole: is the disk full?")
    }
  }
}
