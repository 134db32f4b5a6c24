import Files
import FuzzSupport
import Progress
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func finished(_ steps: String..., at date: Timestamp = .second(1)) -> Progress {
  var progress = Progress()
  for step in steps { progress.finish(step: step, of: "scores", at: date) }
  return progress
}

/// Whatever call fails, with whatever reason, the file is the old one or the new one.
@Test(arguments: [ENOSPC, EROFS, EACCES, EDQUOT, EIO, ENOLCK])
func anyFailingCallLeavesAGoodFileAndASentence(code: CInt) throws {
  for victim in 0..<60 {
    let scratch = Scratch()
    _ = ProgressStore(directory: scratch.path).save(finished("zero"), at: .second(0))
    _ = ProgressStore(directory: scratch.path).save(finished("one"), at: .second(1))
    let saboteur = Saboteur(victim: victim, code: code)
    let store = ProgressStore(directory: scratch.path, operations: saboteur.operations())
    let saved = store.save(finished("two"), at: .second(2))
    #expect(saved.progress.isFinished(step: "two", of: "scores"))

    let file = try #require(scratch.read("progress.json"), "call \(victim)")
    let kept = try Progress(parsing: file)
    #expect(kept.isFinished("scores", steps: ["zero", "one"]))
    if saved.banner == nil { #expect(kept.isFinished(step: "two", of: "scores")) }
    if let banner = saved.banner { #expect(banner.contains("--data-dir") && banner.hasSuffix(".")) }

    let again = ProgressStore(directory: scratch.path).save(finished("three"), at: .second(3))
    #expect(again.banner == nil, "call \(victim)")
    if saboteur.count <= victim { return }
  }
  Issue.record("a save made more than 60 calls")
}

@Test func anInterruptedOrShortWriteIsContinued() throws {
  let scratch = Scratch()
  let real = FileOperations()
  var operations = real
  let counter = Counter()
  operations.write = { file, bytes in
    if counter.next() % 3 == 0 {
      errno = EINTR
      return -1
    }
    return real.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<min(7, bytes.count)]))
  }
  let store = ProgressStore(directory: scratch.path, operations: operations)
  #expect(store.save(finished("one", "two"), at: .second(1)).banner == nil)
  let file = try #require(scratch.read("progress.json"))
  #expect(try Progress(parsing: file).lessons == finished("one", "two").lessons)
}

private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
}

@Test func aFileSystemWithoutLinksGetsATrueCopy() {
  let scratch = Scratch()
  var operations = FileOperations()
  operations.link = { _, _ in
    errno = EPERM
    return -1
  }
  let store = ProgressStore(directory: scratch.path, operations: operations)
  _ = store.save(finished("one"), at: .second(1))
  let before = scratch.read("progress.json")
  #expect(store.save(finished("two"), at: .second(2)).banner == nil)
  #expect(scratch.read("progress.json.bak") == before)
}

@Test func theBannerNamesAFullDiskAndSaysWhatToDo() {
  let scratch = Scratch()
  var operations = FileOperations()
  operations.write = { _, _ in
    errno = ENOSPC
    return -1
  }
  let store = ProgressStore(directory: scratch.path, operations: operations)
  let banner = store.save(finished("one"), at: .second(1)).banner
  #expect(
    banner == """
      Progress is not being kept: \(scratch.path)/progress.json could not be written: \
      the disk is full. Free some space, or choose another folder with --data-dir.
      """)
  #expect(scratch.names == ["progress.lock"])
}
