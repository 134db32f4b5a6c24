import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// All programs, and one ear for what they write.
struct Room {
  private var seats: [Seat] = []
  private let folder: URL

  private static let period = Duration.milliseconds(500)
  /// A program that has written nothing for so long waits for a key.
  private static let silence = Duration.seconds(1)

  init(seats count: Int, _ program: String, _ arguments: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "qkv-class-\(getpid())")
    for number in 0..<count {
      seats.append(try Seat(program, arguments, folder: folder.appending(path: "\(number)").path))
      // So that not all of them start at once.
      listen(for: .milliseconds(20))
    }
  }

  /// Ends all programs, and leaves nothing of them behind.
  func close() {
    for seat in seats { seat.end() }
    try? FileManager.default.removeItem(at: folder)
  }

  mutating func type(_ text: String) {
    for place in seats.indices { seats[place].type(text) }
  }

  /// Reads until no program writes any more.
  mutating func settle() {
    while listen(for: Self.silence) {}
  }

  /// Presses an arrow before each program twice a second, one program after the other: ten times to the right, ten
  /// times to the left, and so on.
  mutating func drag(for time: Duration) {
    let start = ContinuousClock.now
    let rounds = Int(time / Self.period)
    for press in 0..<rounds * seats.count {
      let (round, place) = press.quotientAndRemainder(dividingBy: seats.count)
      let due = start + Self.period * press / seats.count
      while ContinuousClock.now < due { listen(for: due - .now) }
      seats[place].press(round / 10 % 2 == 0 ? "\u{1b}[C" : "\u{1b}[D")
    }
    settle()
    for place in seats.indices { seats[place].finish() }
  }

  /// Reads what is written within a time at most; false where nothing is.
  @discardableResult
  private mutating func listen(for time: Duration) -> Bool {
    var ears = seats.map { pollfd(fd: $0.terminal, events: Int16(POLLIN), revents: 0) }
    let milliseconds = Int32((time / .milliseconds(1)).rounded(.up))
    guard poll(&ears, nfds_t(ears.count), max(milliseconds, 0)) > 0 else { return false }
    for (place, ear) in ears.enumerated() where ear.revents != 0 { seats[place].hear() }
    return true
  }
}

// MARK: What is measured

extension Room {
  var count: Int { seats.count }
  var delays: [Duration] { seats.flatMap(\.delays) }
  var unanswered: Int { seats.reduce(0) { $0 + $1.unanswered } }
  var lost: Int { seats.count(where: \.isGone) }
  var processorTime: Duration { seats.reduce(.zero) { $0 + $1.processorTime } }

  /// The kilobytes of memory that a program has on average, by the names that Linux gives them: with all that
  /// it shares, and with its part of that alone.
  var memory: [(name: String, kilobytes: Int)] {
    ["Rss", "Pss"].map { name in
      (name, seats.reduce(0) { $0 + $1.memory(name) } / seats.count)
    }
  }
}
