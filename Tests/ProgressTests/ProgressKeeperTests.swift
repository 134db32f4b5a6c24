import FuzzSupport
import Progress
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func finished(_ steps: String...) -> Progress {
  var progress = Progress()
  for step in steps { progress.finish(step: step, of: "scores", at: .second(1)) }
  return progress
}

/// A folder whose lock another process holds, and a keeper that saves there.
private struct HeldLock {
  let scratch = Scratch()
  let elsewhere = Scratch()
  let lock: CInt
  let keeper: ProgressKeeper

  init() {
    lock = open(scratch.path + "/progress.lock", O_RDWR | O_CREAT, 0o600)
    flock(lock, LOCK_EX)
    var store = ProgressStore(directory: scratch.path)
    store.patience = .milliseconds(10)
    keeper = ProgressKeeper(
      store, loaded: store.load(at: .second(0)), temporaryFolder: elsewhere.path)
  }
}

@Suite struct ProgressKeeperTests {
  @Test func aLockThatIsNotLetGoIsWaitedForOnce() {
    let held = HeldLock()
    let clock = ContinuousClock()
    let first = clock.measure {
      #expect(held.keeper.save(finished("one"), at: .second(1)).problem == .busy)
    }
    #expect(first >= .milliseconds(150))
    let others = clock.measure {
      for _ in 0..<10 {
        #expect(held.keeper.save(finished("one"), at: .second(1)).problem == .busy)
      }
    }
    // Ten waits would take ten times as long as the first one.
    #expect(others < first * 5)
  }

  @Test func whatWasNotSavedIsSavedOnceTheLockIsFree() {
    let held = HeldLock()
    _ = held.keeper.save(finished("one"), at: .second(1))
    close(held.lock)
    let saved = held.keeper.save(finished("one", "two"), at: .second(2))
    #expect(saved.problem == nil)
    #expect(saved.progress.isFinished("scores", steps: ["one", "two"]))
    #expect(held.keeper.settle(saved.progress, at: .second(3)) == nil)
  }

  @Test func atTheEndItIsTriedOnceMore() throws {
    let held = HeldLock()
    _ = held.keeper.save(finished("one"), at: .second(1))
    close(held.lock)
    #expect(held.keeper.settle(finished("one"), at: .second(2)) == nil)
    let bytes = try #require(held.scratch.read("progress.json"))
    #expect(try Progress(parsing: bytes).isFinished(step: "one", of: "scores"))
  }

  @Test func whatIsStillNotSavedAtTheEndIsNamedAndKeptInAFileOfItsOwn() throws {
    let held = HeldLock()
    var progress = finished("one", "two")
    let block = BlockAddress(lesson: "scores", step: "one", block: "bet")
    progress.record(.predict, of: block, isRight: true, at: .second(1))
    _ = held.keeper.save(progress, at: .second(1))
    let sentence = try #require(held.keeper.settle(progress, at: .second(2)))
    #expect(sentence.contains("Not saved: 2 finished steps and 1 answer."))
    let name = "progress.unsaved-\(Timestamp.second(2).fileNamePart).json"
    #expect(sentence.contains("qkv progress import \(held.scratch.path)/\(name)"))
    let bytes = try #require(held.scratch.read(name))
    #expect(try Progress(parsing: bytes) == progress)
  }
}
