import Foundation

/// Sits a class of students before as many programs, each of whom drags a slider twice a second, and tells how
/// soon they see the answer, and what a program takes of memory and processor.
///
/// Usage: ClassDrill PATH/TO/qkv [PROGRAMS [SECONDS [LESSON STEP]]]
///
/// All share the machine with this one program, which presses the keys and reads the pages. The exit status is 1
/// where a program ends before it is asked to.
@main
struct Drill {
  private var room: Room
  private let seconds: Int

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard let program = words.first else {
      print("Usage: ClassDrill PATH/TO/qkv [PROGRAMS [SECONDS [LESSON STEP]]]")
      exit(2)
    }
    let numbers = words.dropFirst().prefix(2).compactMap { Int($0) }
    let place = Array(words.dropFirst(3))
    var drill = Drill(
      room: try Room(
        seats: numbers.first ?? 50, program,
        ["learn", place.first ?? "projections", "--step", place.dropFirst().first ?? "ask"]),
      seconds: numbers.dropFirst().first ?? 30)
    drill.run()
  }

  private mutating func run() {
    room.settle()
    // In the sandbox a slider moves whatever was answered.
    room.type("o")
    room.settle()
    let before = room.processorTime
    room.drag(for: .seconds(seconds))
    report(room.processorTime - before)
    let lost = room.lost
    if lost > 0 { print("\(lost) programs ended by themselves") }
    room.close()
    exit(lost == 0 ? 0 : 1)
  }

  private func report(_ used: Duration) {
    let delays = room.delays.sorted()
    guard let last = delays.last else { return print("no key was answered") }
    func delay(_ share: Double) -> String { (delays[Int(share * Double(delays.count - 1))]).text }
    print("\(room.count) programs")
    print("keys: \(delays.count) answered before the next one, \(room.unanswered) not")
    print("key to last byte: p50 \(delay(0.5)), p99 \(delay(0.99)), longest \(last.text)")
    print("processor: \((used / delays.count).text) a key")
    for (name, kilobytes) in room.memory {
      print("\(name): \(String(format: "%.1f", Double(kilobytes) / 1024)) MB a program")
    }
  }
}

extension Duration {
  fileprivate var text: String { String(format: "%.2f ms", self / .milliseconds(1)) }
}
