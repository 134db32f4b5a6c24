/// How long the slowest of many inputs took, so that one on which the program hangs is noticed.
package struct SlowestInput: Sendable {
  /// Nobody waits longer than this for one input.
  package static let most = Duration.seconds(2)

  package private(set) var time = Duration.zero
  /// The input itself, or where it is found.
  package private(set) var name = ""

  package init() {}

  package mutating func measure<Result>(
    _ name: @autoclosure () -> String, _ body: () throws -> Result
  ) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    let time = start.duration(to: clock.now)
    if time > self.time { (self.time, self.name) = (time, name()) }
    return result
  }
}
