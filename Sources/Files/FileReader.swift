#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads whole files that anyone may have put there: regular ones only, and of a sane size.
package struct FileReader: Sendable {
  private let limit: SizeLimit
  private let operations: FileOperations

  package init(limit: SizeLimit, operations: FileOperations = FileOperations()) {
    self.limit = limit
    self.operations = operations
  }

  /// The bytes of a regular file; links to one are followed.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    var status = FileOperations.Status()
    // Looked at before it is opened: opening may wait for a pipe's other end or rewind a tape.
    guard operations.find(path, &status) == 0 else { throw FileError(.read, path, code: errno) }
    try check(status, path)
    let file = operations.retrying { operations.open(path, O_RDONLY | O_NONBLOCK, 0) }
    guard file >= 0 else { throw FileError(.read, path, code: errno) }
    defer { _ = operations.close(file) }
    // Something else may have taken the file's place in between.
    guard operations.status(file, &status) == 0 else { throw FileError(.read, path, code: errno) }
    try check(status, path)
    return try bytes(of: file, path, expected: Int(status.st_size))
  }

  /// The bytes of standard input, which may be anything that can be read.
  package func readStandardInput() throws(FileError) -> [UInt8] {
    try bytes(of: STDIN_FILENO, "Standard input", expected: 0)
  }

  private func check(_ status: FileOperations.Status, _ path: String) throws(FileError) {
    let kind = FileKind(mode: status.st_mode)
    guard kind == .regular else { throw FileError(.read, path, .kind(kind)) }
    guard status.st_size <= limit.bytes else { throw FileError(.read, path, .tooLarge(limit)) }
  }

  private func bytes(
    of file: CInt, _ path: String, expected: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var room = [UInt8](repeating: 0, count: min(max(expected + 1, 1 << 12), 1 << 16))
    while bytes.count <= limit.bytes {
      let count = operations.retrying {
        room.withUnsafeMutableBytes { operations.read(file, $0) }
      }
      if count < 0 && errno == EAGAIN {
        waitForInput(file)
        continue
      }
      guard count >= 0 else { throw FileError(.read, path, code: errno) }
      if count == 0 { return bytes }
      bytes += room[..<count]
    }
    throw FileError(.read, path, .tooLarge(limit))
  }

  /// Whoever started this process may have left standard input in a mode that does not wait.
  private func waitForInput(_ file: CInt) {
    var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    _ = poll(&wait, 1, -1)
  }
}
