#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The calls by which a file is kept safe, so that a test can make any of them fail.
///
/// Each behaves like the system's own: a negative result and `errno` say what went wrong.
package struct FileOperations: Sendable {
  package var open: @Sendable (String, CInt) -> CInt = { path, flags in
    systemOpen(path, flags | O_CLOEXEC, 0o600)
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
  package var rename: @Sendable (String, String) -> CInt = { systemRename($0, $1) }
  package var link: @Sendable (String, String) -> CInt = { systemLink($0, $1) }
  package var remove: @Sendable (String) -> CInt = { unlink($0) }
  package var makeDirectory: @Sendable (String) -> CInt = { mkdir($0, 0o700) }

  package init() {}
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
