import Dispatch

/// What tasks that run side by side take one after another.
package struct Mutex: Sendable {
  private let semaphore = DispatchSemaphore(value: 1)

  package init() {}

  package func take<Result>(_ body: () -> Result) -> Result {
    semaphore.wait()
    defer { semaphore.signal() }
    return body()
  }
}
