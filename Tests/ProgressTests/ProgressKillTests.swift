import Foundation
import FuzzSupport
import Progress
import Testing

/// Two windows at a time save and are killed at random instants, until so many saves have been made.
@Test func progressSurvivesBeingKilledAtAnyInstant() throws {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  var numbers = SeededNumbers(seed: 3)
  var promised: Set<String> = []
  var rounds = 0
  let saves = fuzzRounds(usually: 100)
  while promised.count < saves {
    rounds += 1
    let windows = try ["left", "right"].map {
      try RunningHammer([scratch.path, "\($0)\(rounds)", "1000"])
    }
    for window in windows {
      // A task that sleeps is woken when the other tests have time for it, minutes later.
      usleep(UInt32.random(in: 0...120_000, using: &numbers))
      window.kill()
    }
    // A sentence says that something could not be saved, and promises nothing.
    for window in windows { promised.formUnion(try window.lines().filter { !$0.contains(" ") }) }
    let loaded = store.load(at: .second(rounds))
    #expect(loaded.problem == nil, "round \(rounds)")
    let lost = promised.filter { !loaded.progress.isFinished("lookup", steps: [$0]) }
    #expect(lost.isEmpty, "round \(rounds)")
  }
  let known = ["progress.json", "progress.json.bak", "progress.lock"]
  #expect(scratch.names.allSatisfy { known.contains($0) || $0.hasPrefix(".qkv-") })
}

@Test func twoWindowsAtOnceLoseNothing() throws {
  let scratch = Scratch()
  let windows = try ["left", "right"].map { try RunningHammer([scratch.path, $0, "150"]) }
  let steps = try windows.flatMap { try $0.lines() }
  #expect(steps.count == 300)
  #expect(steps.allSatisfy { $0.hasPrefix("left-") || $0.hasPrefix("right-") })
  let loaded = ProgressStore(directory: scratch.path).load(at: .second(0))
  #expect(loaded.problem == nil)
  #expect(loaded.progress.isFinished("lookup", steps: steps))
  #expect(loaded.progress.tally.stepsFinished == 300)
}

/// The system itself refuses to write on: the file stays good, the program says so and goes on.
@Test func aFileThatMayNotGrowStaysGood() throws {
  let scratch = Scratch()
  let lines = try RunningHammer([scratch.path, "step", "40", "1000"]).lines()
  #expect(lines.count == 40)
  let kept = lines.filter { $0.hasPrefix("step-") }
  #expect(!kept.isEmpty && kept.count < 40)
  #expect(lines.last?.contains("larger than this process may write") == true)
  let loaded = ProgressStore(directory: scratch.path).load(at: .second(0))
  #expect(loaded.problem == nil)
  #expect(loaded.progress.isFinished("lookup", steps: kept))
}
