#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Adds to the end of one regular file, which stays the same file when another takes over its name.
///
/// Each addition is one call to the system: a process that is killed leaves all of it or nothing.
package final class FileAppender {
  private let operations: FileOperations
  private let path: String
  private let file: CInt

  /// Opens a file that is there; links are not followed.
  package init(_ path: String, operations: FileOperations = FileOperations()) throws(FileError) {
    self.operations = operations
    self.path = path
    let flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK
    file = operations.retrying { operations.open(path, flags, 0) }
    guard file >= 0 else { throw FileError(.write, path, code: errno) }
    var status = FileOperations.Status()
    guard operations.status(file, &status) == 0 else {
      throw FileError(.write, path, code: errno)
    }
    let kind = FileKind(mode: status.st_mode)
    guard kind == .regular else { throw FileError(.write, path, .kind(kind)) }
  }

  deinit {
    if file >= 0 { _ = operations.close(file) }
  }

  /// Adds bytes to the end; throws where not all of them could be written.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    let count = operations.retrying {
      bytes.withUnsafeBytes { operations.write(file, $0) }
    }
    guard count == bytes.count else {
      throw FileError(.write, path, code: count < 0 ? errno : ENOSPC)
    }
  }
}
