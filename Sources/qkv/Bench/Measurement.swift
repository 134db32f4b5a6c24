#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How long something takes on this machine: the median of several runs after one that warms up.
struct Measurement: Equatable {
  let milliseconds: Double
  let runs: Int

  /// Measures so many times; without a number for about half a second, at least five times and at
  /// most a thousand.
  init(runs: Int? = nil, _ body: () -> Void) {
    body()
    let clock = ContinuousClock()
    let deadline = clock.now + .milliseconds(500)
    let (fewest, most) = (runs ?? 5, runs ?? 1000)
    var times: [Duration] = []
    // Room for all at once, so that nothing but what is measured takes memory meanwhile.
    times.reserveCapacity(most)
    while times.count < fewest || (clock.now < deadline && times.count < most) {
      times.append(clock.measure(body))
    }
    milliseconds = times.sorted()[times.count / 2] / .milliseconds(1)
    self.runs = times.count
  }

  /// The speed of so many additions and multiplications in a run, in thousand millions a second.
  func gigaflops(_ operations: Double) -> Double { operations / milliseconds / 1e6 }

  var json: JSON {
    ["milliseconds": .number(Float(milliseconds)), "runs": .integer(runs)]
  }

  /// The most memory that this process has ever held, in bytes.
  static var peakBytes: Int {
    var usage = rusage()
    #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
    #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
    #endif
  }
}

extension Double {
  /// Three digits that count, for a person.
  var rounded3: String {
    let places = self >= 100 ? 0 : self >= 10 ? 1 : self >= 1 ? 2 : 4
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let number = (self * scale).rounded() / scale
    return places == 0 ? String(Int(number)) : String(number)
  }
}
