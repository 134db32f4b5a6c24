#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A lock that several windows take in turn; the system lets go of it if the process dies.
package struct FileLock: ~Copyable {
  private let file: CInt
  private let operations: FileOperations

  /// Waits no longer than `patience`, then gives up with `EWOULDBLOCK`.
  package init(_ path: String, patience: Duration, operations: FileOperations) throws(FileError) {
    let deadline = ContinuousClock.now + patience
    while true {
      let file = try Self.opened(path, operations)
      do throws(FileError) {
        try Self.take(file, path, until: deadline, operations)
        if try Self.isStill(file, at: path, operations) {
          self.file = file
          self.operations = operations
          return
        }
      } catch {
        _ = operations.close(file)
        throw error
      }
      // The folder was replaced while we waited: others now use the lock that is there.
      _ = operations.close(file)
    }
  }

  deinit {
    _ = operations.close(file)
  }

  private static func opened(
    _ path: String, _ operations: FileOperations
  ) throws(FileError) -> CInt {
    var status = FileOperations.Status()
    if operations.inspect(path, &status) == 0 { try check(status, path) }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
    let file = operations.retrying { operations.open(path, flags, 0o600) }
    guard file >= 0 else { throw FileError(.lock, path, code: errno) }
    return file
  }

  private static func check(
    _ status: FileOperations.Status, _ path: String
  ) throws(FileError) {
    let kind = FileKind(mode: status.st_mode)
    guard kind == .regular else { throw FileError(.lock, path, .kind(kind)) }
  }

  private static func take(
    _ file: CInt, _ path: String, until deadline: ContinuousClock.Instant,
    _ operations: FileOperations
  ) throws(FileError) {
    while operations.lock(file) < 0 {
      let code = errno
      let isHeld = code == EWOULDBLOCK || code == EINTR
      guard isHeld, ContinuousClock.now < deadline else {
        throw FileError(.lock, path, code: code)
      }
      usleep(2_000)
    }
  }

  /// Whether the path still leads to the open file, which must be a regular one.
  private static func isStill(
    _ file: CInt, at path: String, _ operations: FileOperations
  ) throws(FileError) -> Bool {
    var (open, named) = (FileOperations.Status(), FileOperations.Status())
    guard operations.status(file, &open) == 0 else { throw FileError(.lock, path, code: errno) }
    try check(open, path)
    guard operations.inspect(path, &named) == 0 else { return false }
    return open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }
}
