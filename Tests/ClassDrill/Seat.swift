import Foundation
import TerminalPair

#if canImport(Glibc)
import Glibc
#endif

/// One program in a terminal of 120×40, when a key was last pressed there, and when it last wrote.
struct Seat {
  /// Our end of the terminal; −1 once the program is gone.
  private(set) var terminal: CInt
  private let process: pid_t
  private var pressed: ContinuousClock.Instant?
  private var written = ContinuousClock.now
  /// From each key that was answered to the last byte of the answer.
  private(set) var delays: [Duration] = []
  private(set) var unanswered = 0

  init(_ program: String, _ arguments: [String], folder: String) throws {
    var (master, slave): (CInt, CInt) = (-1, -1)
    var path = [CChar](repeating: 0, count: 128)
    guard qkv_open_terminal_pair(&master, &slave, &path, path.count) == 0 else {
      throw POSIXError(.ENXIO)
    }
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    terminal = master
    process = try Self.start(program, arguments, folder, on: path)
    close(slave)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ folder: String, on terminal: [CChar]
  ) throws -> pid_t {
    let variables = ProcessInfo.processInfo.environment.merging([
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "QKV_DATA_DIR": folder,
    ]) { $1 }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + environment { free(text) } }
    var process: pid_t = 0
    let code = qkv_start_on_terminal(program, &words, &environment, terminal, &process)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    return process
  }

  func end() {
    if terminal >= 0 { close(terminal) }
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
  }

  func type(_ text: String) { _ = write(terminal, text, text.utf8.count) }

  /// Presses a key; the answer to the one before has come, or will not.
  mutating func press(_ key: String) {
    finish()
    pressed = .now
    type(key)
  }

  /// Takes in what the program has written.
  mutating func hear() {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    guard read(terminal, &bytes, bytes.count) > 0 else {
      close(terminal)
      terminal = -1
      return
    }
    written = .now
  }

  /// Notes how long the answer to the last key took.
  mutating func finish() {
    guard let pressed else { return }
    if written > pressed { delays.append(written - pressed) } else { unanswered += 1 }
    self.pressed = nil
  }
}

// MARK: What is measured

extension Seat {
  var isGone: Bool { terminal < 0 }

  /// What the program has taken of the processor; zero where nobody tells.
  var processorTime: Duration {
    let words = text(of: "schedstat").split(separator: " ")
    return .nanoseconds(words.first.flatMap { Int64($0) } ?? 0)
  }

  /// Kilobytes of memory; 0 where nobody tells.
  func memory(_ name: String) -> Int {
    let line = text(of: "smaps_rollup").split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  private func text(of file: String) -> String {
    (try? String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)) ?? ""
  }
}
