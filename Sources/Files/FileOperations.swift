#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The calls by which a file is kept safe, so that a test can make any of them fail.
///
/// Each behaves like the system's own: a negative result and `errno` say what went wrong.
package struct FileOperations: Sendable {
  package typealias Status = stat

  /// Opens a path; the last argument is the mode of a file that is made.
  package var open: @Sendable (String, CInt, mode_t) -> CInt = { path, flags, mode in
    systemOpen(path, flags | O_CLOEXEC | O_NOCTTY, mode)
  }
  package var read: @Sendable (CInt, UnsafeMutableRawBufferPointer) -> Int = { file, room in
    systemRead(file, room.baseAddress, room.count)
  }
  package var write: @Sendable (CInt, UnsafeRawBufferPointer) -> Int = { file, bytes in
    systemWrite(file, bytes.baseAddress, bytes.count)
  }
  package var synchronize: @Sendable (CInt) -> CInt = { file in
    // Darwin's fsync leaves the bytes in the drive's own memory.
    #if canImport(Darwin)
    fcntl(file, F_FULLFSYNC)
    #else
    fsync(file)
    #endif
  }
  package var close: @Sendable (CInt) -> CInt = { systemClose($0) }
  package var lock: @Sendable (CInt) -> CInt = { flock($0, LOCK_EX | LOCK_NB) }
  /// What an open file is.
  package var status: @Sendable (CInt, inout Status) -> CInt = { fstat($0, &$1) }
  /// What a path leads to, links followed.
  package var find: @Sendable (String, inout Status) -> CInt = { stat($0, &$1) }
  /// What stands under a path itself, even if it is a link.
  package var inspect: @Sendable (String, inout Status) -> CInt = { lstat($0, &$1) }
  package var rename: @Sendable (String, String) -> CInt = { systemRename($0, $1) }
  package var link: @Sendable (String, String) -> CInt = { systemLink($0, $1) }
  package var remove: @Sendable (String) -> CInt = { unlink($0) }
  package var makeFolder: @Sendable (String) -> CInt = { mkdir($0, 0o700) }

  package init() {}

  /// Repeats a call that a signal has interrupted.
  func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// Inside the structure these names mean its own members.
private func systemOpen(_ path: String, _ flags: CInt, _ mode: mode_t) -> CInt {
  open(path, flags, mode)
}
private func systemRead(_ file: CInt, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, room, count)
}
private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
private func systemClose(_ file: CInt) -> CInt { close(file) }
private func systemRename(_ old: String, _ new: String) -> CInt { rename(old, new) }
private func systemLink(_ old: String, _ new: String) -> CInt { link(old, new) }
