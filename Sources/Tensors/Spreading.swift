import Dispatch

/// Tasks that may run side by side.
struct Spreading {
  let tasks: Int
  /// How many multiplications they take together.
  let work: Double

  /// Below this other cores are not worth waking: it takes them some hundredths of a millisecond.
  private static let leastWork = 2e6

  func forEachTask(_ task: @Sendable (Int) -> Void) {
    if tasks > 1, work >= Self.leastWork {
      DispatchQueue.concurrentPerform(iterations: tasks, execute: task)
    } else {
      for number in 0..<tasks { task(number) }
    }
  }
}
