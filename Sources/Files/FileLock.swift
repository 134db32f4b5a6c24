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
  package init(_ path: String, patience: Duration, operations: FileOperations) throws(FileFault) {
    let file = operations.open(path, O_RDWR | O_CREAT)
    guard file >= 0 else { throw FileFault(.lock, path, code: errno) }
    let deadline = ContinuousClock.now + patience
    while operations.lock(file) < 0 {
      let code = errno
      let isHeld = code == EWOULDBLOCK || code == EINTR
      guard isHeld, ContinuousClock.now < deadline else {
        _ = operations.close(file)
        throw FileFault(.lock, path, code: code)
      }
      usleep(2_000)
    }
    self.file = file
    self.operations = operations
  }

  deinit {
    _ = operations.close(file)
  }
}
