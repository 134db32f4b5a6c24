import Files
import FuzzSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func lessons(below folder: String) -> FileTree {
  FileTree(below: folder) { $0.hasSuffix(".md") }
}

@Suite struct FileTreeTests {
  @Test func wantedFilesAreFoundInOrderAndHiddenOnesPassedOver() throws {
    let scratch = Scratch()
    mkdir(scratch.path + "/deep", 0o700)
    for name in ["b.md", "a.md", "c.txt", ".hidden.md", "deep/d.md"] {
      try scratch.write([1], to: name)
    }
    let tree = lessons(below: scratch.path + "/")
    #expect(tree.files == ["a.md", "b.md", "deep/d.md"].map { "\(scratch.path)/\($0)" })
    #expect(tree.skipped.isEmpty)
  }

  @Test func whatHasAWantedNameButIsNoFileIsReported() throws {
    let scratch = Scratch()
    try scratch.write([1], to: "good.md")
    mkfifo(scratch.path + "/pipe.md", 0o600)
    mkfifo(scratch.path + "/pipe.txt", 0o600)
    symlink("none", scratch.path + "/dangling.md")
    symlink("loop.md", scratch.path + "/loop.md")
    let tree = lessons(below: scratch.path)
    #expect(tree.files == ["\(scratch.path)/good.md"])
    #expect(
      tree.skipped == [
        FileError(.read, "\(scratch.path)/dangling.md", code: ENOENT),
        FileError(.read, "\(scratch.path)/loop.md", code: ELOOP),
        FileError(.read, "\(scratch.path)/pipe.md", .kind(.pipe)),
      ])
  }

  @Test func foldersThatLeadInACircleAreEnteredOnce() throws {
    let scratch = Scratch()
    mkdir(scratch.path + "/one", 0o700)
    mkdir(scratch.path + "/two", 0o700)
    try scratch.write([1], to: "one/a.md")
    symlink("../two", scratch.path + "/one/two")
    symlink("../one", scratch.path + "/two/one")
    symlink("..", scratch.path + "/two/all")
    let tree = lessons(below: scratch.path)
    #expect(tree.files == ["\(scratch.path)/one/a.md"])
    #expect(tree.skipped.isEmpty)
  }

  @Test func veryDeepFoldersAreReported() throws {
    let scratch = Scratch()
    var path = scratch.path
    for _ in 0..<30 {
      path += "/x"
      mkdir(path, 0o700)
    }
    let tree = lessons(below: scratch.path)
    #expect(tree.files.isEmpty)
    #expect(tree.skipped.map(\.cause) == [.tooDeep(16)])
  }

  @Test func moreFilesThanAnyCourseHasAreReportedOnce() throws {
    let scratch = Scratch()
    for folder in 0..<3 {
      mkdir("\(scratch.path)/\(folder)", 0o700)
      for number in 0..<4_000 { try scratch.write([], to: "\(folder)/\(number).md") }
    }
    let tree = lessons(below: scratch.path)
    #expect(tree.files.count < Folder.mostNames)
    #expect(tree.skipped.map(\.cause) == [.tooManyFiles(Folder.mostNames)])
  }

  @Test func aNameThatIsNotUTF8IsReported() throws {
    let scratch = Scratch()
    let name = Array(scratch.path.utf8) + Array("/".utf8) + [0xFF] + Array(".md".utf8) + [0]
    let file = name.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { path in
      path.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
    }
    // Some file systems take no such name.
    guard file >= 0 else { return }
    close(file)
    #expect(lessons(below: scratch.path).skipped.map(\.cause) == [.name])
  }
}
