import Files
import FuzzSupport
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct FileWriterTests {
  @Test func replacingKeepsACopyAndLeavesNoDraft() throws {
    let scratch = Scratch()
    let path = scratch.path + "/file"
    let writer = FileWriter()
    try writer.replace(path, with: [1])
    try writer.replace(path, with: [2], keeping: path + ".bak")
    #expect(scratch.read("file") == [2])
    #expect(scratch.read("file.bak") == [1])
    #expect(scratch.names == ["file", "file.bak"])
  }

  /// A run that died between its two renamings leaves both names on one file.
  @Test func aCopyThatIsALinkToTheFileAlreadyLeavesNoDraft() throws {
    let scratch = Scratch()
    let path = scratch.path + "/file"
    try scratch.write([1], to: "file")
    link(path, path + ".bak")
    try FileWriter().replace(path, with: [2], keeping: path + ".bak")
    #expect(scratch.read("file") == [2])
    #expect(scratch.read("file.bak") == [1])
    #expect(scratch.names == ["file", "file.bak"])
  }

  @Test func aNewFileNeverTakesThePlaceOfAnything() throws {
    let scratch = Scratch()
    try scratch.write([1], to: "file")
    mkfifo(scratch.path + "/pipe", 0o600)
    symlink("none", scratch.path + "/dangling")
    mkdir(scratch.path + "/folder", 0o700)
    let before = scratch.names
    for name in before {
      let path = "\(scratch.path)/\(name)"
      #expect(throws: FileError(.write, path, code: EEXIST)) {
        try FileWriter().create(path, with: [2])
      }
    }
    #expect(scratch.read("file") == [1])
    #expect(scratch.names == before)
  }

  @Test(arguments: [true, false])
  func aNewFileIsWrittenWithOrWithoutLinks(hasLinks: Bool) throws {
    let scratch = Scratch()
    var operations = FileOperations()
    if !hasLinks {
      operations.link = { _, _ in
        errno = EPERM
        return -1
      }
    }
    try FileWriter(operations: operations).create(scratch.path + "/new", with: [1, 2])
    #expect(scratch.read("new") == [1, 2])
    #expect(scratch.names == ["new"])
  }

  @Test func nothingButARegularFileIsReplacedOrMoved() throws {
    let scratch = Scratch()
    try scratch.write([1], to: "target")
    symlink("target", scratch.path + "/link")
    mkfifo(scratch.path + "/pipe", 0o600)
    mkdir(scratch.path + "/folder", 0o700)
    let expectations = [("link", FileKind.link), ("pipe", .pipe), ("folder", .folder)]
    for (name, kind) in expectations {
      let path = "\(scratch.path)/\(name)"
      let error = FileError(.write, path, .kind(kind))
      #expect(throws: error) { try FileWriter().replace(path, with: [2]) }
      #expect(throws: error) { try FileWriter().move(path, to: path + "-moved") }
    }
    #expect(throws: FileError(.write, "/dev/null", .kind(.device))) {
      try FileWriter().replace("/dev/null", with: [2])
    }
    #expect(scratch.read("target") == [1])
    #expect(scratch.names == ["folder", "link", "pipe", "target"])
  }

  /// Whoever can write to the folder might otherwise have put a link there.
  @Test func draftsHaveNewNamesAndAreMadeOnlyWhereNothingIs() throws {
    let scratch = Scratch()
    let real = FileOperations()
    var operations = real
    let opened = Mutex<[(path: String, flags: CInt)]>([])
    operations.open = { path, flags, mode in
      if flags & O_CREAT != 0 { opened.withLock { $0.append((path, flags)) } }
      return real.open(path, flags, mode)
    }
    let writer = FileWriter(operations: operations)
    for _ in 0..<20 { try writer.replace(scratch.path + "/file", with: [1]) }
    let drafts = opened.withLock { $0 }
    #expect(Set(drafts.map(\.path)).count == 20)
    #expect(drafts.allSatisfy { $0.flags & O_EXCL != 0 && $0.flags & O_NOFOLLOW != 0 })
  }

  @Test func draftsOfKilledRunsGoOnceNobodyCanStillBeWritingThem() throws {
    let scratch = Scratch()
    let old = ".qkv-00000000000000ff.new"
    let others = [".qkv-0000000000000001.new", ".qkv-notes.new", "qkv-0000000000000002.new"]
    for name in [old] + others { try scratch.write([1], to: name) }
    for name in [old] + others.dropFirst() { age("\(scratch.path)/\(name)", byHours: 2) }
    symlink(others[1], scratch.path + "/.qkv-0000000000000003.new")
    try FileWriter().replace(scratch.path + "/file", with: [2])
    #expect(
      Set(scratch.names) == Set(others + ["file", ".qkv-0000000000000003.new"]))
  }

  private func age(_ path: String, byHours hours: Int) {
    let then = timeval(tv_sec: time(nil) - hours * 3600, tv_usec: 0)
    utimes(path, [then, then])
  }

  @Test func whatIsNotSafelyOnTheDiskTakesNoPlace() throws {
    let scratch = Scratch()
    try scratch.write([1], to: "file")
    var operations = FileOperations()
    operations.synchronize = { _ in
      errno = EIO
      return -1
    }
    let writer = FileWriter(operations: operations)
    let error = try #require(throws: FileError.self) {
      try writer.replace(scratch.path + "/file", with: [2])
    }
    #expect(error.cause == .code(EIO))
    #expect(scratch.read("file") == [1])
    #expect(scratch.names == ["file"])
  }

  /// Whatever call fails, a name leads to the old contents or to the new ones, and no draft stays.
  @Test(arguments: [true, false])
  func anyFailingCallLeavesTheOldFileOrTheNewOne(isNew: Bool) throws {
    for victim in 0..<40 {
      let scratch = Scratch()
      let path = scratch.path + "/file"
      if !isNew { try scratch.write([1], to: "file") }
      let saboteur = Saboteur(victim: victim, code: EIO)
      let writer = FileWriter(operations: saboteur.operations())
      var failed = false
      do {
        if isNew {
          try writer.create(path, with: [2, 2])
        } else {
          try writer.replace(path, with: [2, 2], keeping: path + ".bak")
        }
      } catch {
        failed = true
        #expect(error.problem.hasPrefix(scratch.path) && error.problem.hasSuffix("."))
      }
      let contents = scratch.read("file")
      #expect(contents == [2, 2] || (failed && contents == (isNew ? nil : [1])), "call \(victim)")
      #expect(scratch.names.allSatisfy { $0 == "file" || $0 == "file.bak" }, "call \(victim)")
      if saboteur.count <= victim { return }
    }
    Issue.record("a write made more than 40 calls")
  }
}
