/// Memory for numbers that grows when more is asked for and is kept for the next time.
final class Scratch {
  private var memory = UnsafeMutableRawPointer.allocate(byteCount: 0, alignment: 64)
  private var count = 0

  /// Room for so many numbers, whatever they are.
  func room(_ count: Int) -> Target {
    if count > self.count {
      memory.deallocate()
      memory = .allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
      memory.bindMemory(to: Float.self, capacity: count)
      self.count = count
    }
    return memory.assumingMemoryBound(to: Float.self)
  }

  deinit { memory.deallocate() }
}

/// What one task of attention needs beside its operands and results.
final class Workspace {
  let queries = Scratch()
  let gradient = Scratch()
  let scores = Scratch()
  let mixed = Scratch()
  let slopes = Scratch()
  let tops = Scratch()
  let shifts = Scratch()
  let factors = Scratch()
  let sums = Scratch()
  let row = Scratch()
}

/// Workspaces to borrow, so that only the first time takes memory.
///
/// As many are made as tasks have ever run at once.
final class WorkspacePool: @unchecked Sendable {
  // The turn guards `idle`.
  private let turn = Mutex()
  private var idle: [Workspace] = []

  func borrow(_ body: (Workspace) -> Void) {
    let workspace = turn.take { idle.popLast() } ?? Workspace()
    body(workspace)
    turn.take { idle.append(workspace) }
  }
}
