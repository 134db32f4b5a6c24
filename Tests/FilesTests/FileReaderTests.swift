import Files
import FuzzSupport
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func cause(_ path: String, limit: SizeLimit = .lesson) -> FileError.Cause? {
  do {
    _ = try FileReader(limit: limit).read(path)
    return nil
  } catch {
    return error.cause
  }
}

@Suite struct FileReaderTests {
  @Test func aFileIsReadWholeAndSoIsWhatALinkLeadsTo() throws {
    let scratch = Scratch()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write(bytes, to: "file")
    symlink("file", scratch.path + "/link")
    symlink("link", scratch.path + "/link-to-link")
    for name in ["file", "link", "link-to-link"] {
      #expect(try FileReader(limit: .lesson).read("\(scratch.path)/\(name)") == bytes)
    }
  }

  @Test func whatIsNoRegularFileIsNeverOpened() throws {
    let scratch = Scratch()
    mkfifo(scratch.path + "/pipe", 0o600)
    symlink("pipe", scratch.path + "/link")
    var operations = FileOperations()
    operations.open = { path, _, _ in
      Issue.record("\(path) was opened")
      return -1
    }
    let reader = FileReader(limit: .lesson, operations: operations)
    let expectations = [
      ("\(scratch.path)/pipe", FileKind.pipe), ("\(scratch.path)/link", .pipe),
      (scratch.path, .folder), ("/dev/null", .device), ("/dev/zero", .device),
    ]
    for (path, kind) in expectations {
      #expect(throws: FileError(.read, path, .kind(kind))) { try reader.read(path) }
    }
  }

  /// Between looking and opening, something else may take the file's place.
  @Test func aPipeThatTookAFilesPlaceDoesNotHang() throws {
    let scratch = Scratch()
    try scratch.write([1], to: "file")
    mkfifo(scratch.path + "/pipe", 0o600)
    var operations = FileOperations()
    let (file, pipe) = (scratch.path + "/file", scratch.path + "/pipe")
    operations.find = { _, status in stat(file, &status) }
    let reader = FileReader(limit: .lesson, operations: operations)
    #expect(throws: FileError(.read, pipe, .kind(.pipe))) { try reader.read(pipe) }
  }

  @Test func linksThatLeadInACircleOrNowhereAreSaid() {
    let scratch = Scratch()
    symlink("b", scratch.path + "/a")
    symlink("a", scratch.path + "/b")
    symlink("none", scratch.path + "/dangling")
    #expect(cause(scratch.path + "/a") == .code(ELOOP))
    #expect(cause(scratch.path + "/dangling") == .code(ENOENT))
  }

  @Test func aFileOfExactlyTheLimitIsReadAndOneByteMoreIsNot() throws {
    let scratch = Scratch()
    let limit = SizeLimit.lesson
    try scratch.write([UInt8](repeating: 65, count: limit.bytes), to: "full")
    try scratch.write([UInt8](repeating: 65, count: limit.bytes + 1), to: "over")
    #expect(cause(scratch.path + "/full") == nil)
    #expect(cause(scratch.path + "/over") == .tooLarge(limit))
  }

  /// A file may grow, or its size be unknown beforehand.
  @Test func whatProvesTooLargeWhileItIsReadIsRefused() throws {
    let scratch = Scratch()
    try scratch.write([1], to: "file")
    var operations = FileOperations()
    operations.read = { _, room in room.count }
    let reader = FileReader(limit: .lesson, operations: operations)
    let path = scratch.path + "/file"
    #expect(throws: FileError(.read, path, .tooLarge(.lesson))) { try reader.read(path) }
  }

  @Test func anInterruptedReadIsContinued() throws {
    let scratch = Scratch()
    try scratch.write([1, 2, 3, 4, 5], to: "file")
    let real = FileOperations()
    var operations = real
    let calls = Mutex(0)
    operations.read = { file, room in
      let isOdd = calls.withLock { count in
        count += 1
        return !count.isMultiple(of: 2)
      }
      if isOdd {
        errno = EINTR
        return -1
      }
      return real.read(file, UnsafeMutableRawBufferPointer(rebasing: room[..<2]))
    }
    let reader = FileReader(limit: .lesson, operations: operations)
    #expect(try reader.read(scratch.path + "/file") == [1, 2, 3, 4, 5])
  }
}
