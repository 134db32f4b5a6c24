import Files
import FuzzSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func error(of path: String) -> FileError? {
  do {
    let lock = try FileLock(path, patience: .milliseconds(20), operations: FileOperations())
    withExtendedLifetime(lock) {}
    return nil
  } catch {
    return error
  }
}

@Suite struct FileLockTests {
  @Test func oneLockIsHeldAtATimeAndThenFree() throws {
    let path = Scratch().path + "-lock"
    defer { unlink(path) }
    let first = try FileLock(path, patience: .zero, operations: FileOperations())
    #expect(error(of: path) == FileError(.lock, path, code: EWOULDBLOCK))
    withExtendedLifetime(first) {}
    _ = consume first
    #expect(error(of: path) == nil)
  }

  @Test func onlyARegularFileIsALock() throws {
    let scratch = Scratch()
    let path = scratch.path + "/lock"
    mkfifo(path, 0o600)
    #expect(error(of: path)?.cause == .kind(.pipe))
    scratch.remove("lock")
    symlink("elsewhere", path)
    #expect(error(of: path)?.cause == .kind(.link))
    #expect(scratch.names == ["lock"])
    scratch.remove("lock")
    mkdir(path, 0o700)
    #expect(error(of: path)?.cause == .kind(.folder))
  }

  /// Who has a lock on a file that is gone would be alone in respecting it.
  @Test func aLockWhoseFileWasReplacedIsTakenAgain() throws {
    let scratch = Scratch()
    let path = scratch.path + "/lock"
    let real = FileOperations()
    var operations = real
    operations.lock = { file in
      let result = real.lock(file)
      // While it waited, the whole folder was put back from a backup.
      if scratch.names == ["lock"] {
        rename(path, path + "-old")
        close(open(path, O_CREAT | O_WRONLY, 0o600))
      }
      return result
    }
    let lock = try FileLock(path, patience: .zero, operations: operations)
    #expect(error(of: path)?.cause == .code(EWOULDBLOCK))
    withExtendedLifetime(lock) {}
  }
}
