import Dispatch

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Tasks that may run side by side.
struct ParallelFor {
  let tasks: Int
  /// How many multiplications they take together.
  let work: Double

  /// Below this other cores are not worth waking: it takes them some hundredths of a millisecond.
  private static let leastWork = 2e6
  private static let cores = ProcessInfo.processInfo.activeProcessorCount

  /// In how many parts each of so many groups is best cut: enough of them for all cores to be done at
  /// about the same time, and no more, since each part may begin with what all of a group share.
  static func parts(of groups: Int) -> Int { (16 * cores + groups - 1) / groups }

  func forEachTask(_ task: @Sendable (Int) -> Void) {
    let workers = min(tasks, Self.cores)
    if workers > 1, work >= Self.leastWork {
      let shares = Shares(tasks: tasks, workers: workers)
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        while let number = shares.take(worker) { task(number) }
      }
    } else {
      for number in 0..<tasks { task(number) }
    }
  }
}

/// Tasks shared out among workers, from which whoever is done early helps the others.
///
/// A worker has the same stretch of tasks each time, whose numbers its core may still hold.
private final class Shares: @unchecked Sendable {
  // The turn guards `stretches`.
  private let turn = Mutex()
  private var stretches: [Range<Int>]

  init(tasks: Int, workers: Int) {
    stretches = (0..<workers).map { tasks * $0 / workers..<tasks * ($0 + 1) / workers }
  }

  /// The next task for a worker: of its own stretch the first, else the last of the longest one.
  func take(_ worker: Int) -> Int? {
    turn.take { stretches[worker].popFirst() ?? takeFromLongest() }
  }

  private func takeFromLongest() -> Int? {
    guard let longest = stretches.indices.max(by: { stretches[$0].count < stretches[$1].count })
    else { return nil }
    return stretches[longest].popLast()
  }
}
