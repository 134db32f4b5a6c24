import Foundation
import TerminalPair
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A terminal made of two descriptors, which a program cannot tell from a person's own.
///
/// Nothing here sleeps: it waits for what the program writes, with a deadline.
final class Pseudoterminal {
  private(set) var screen: PaintedScreen
  let process: pid_t
  /// Our end, and the one that programs see; the second keeps the settings when they are gone.
  private var master: CInt
  private var slave: CInt
  /// The settings of the terminal before the program began.
  private let before: [UInt32]
  private var ending: Int32?

  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    var ends: (CInt, CInt) = (-1, -1)
    var path = [CChar](repeating: 0, count: 128)
    try #require(qkv_open_terminal_pair(&ends.0, &ends.1, &path, path.count) == 0)
    (master, slave) = ends
    let name = String(decoding: path.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
    screen = PaintedScreen(columns: columns, rows: rows)
    before = Self.settings(of: slave)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    process = try Self.start(
      program, arguments, variables.filter { !$0.value.isEmpty }.map { "\($0)=\($1)" }, on: name)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  /// Types bytes, all at once.
  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  func type(bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Takes the terminal away.
  func hangUp() {
    for descriptor in [master, slave] where descriptor >= 0 { close(descriptor) }
    (master, slave) = (-1, -1)
  }

  /// Waits until the page holds a text; says what it holds instead if it never does.
  func sees(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let found = wait { $0.screen.text.contains(text) }
    #expect(found, "never saw \"\(text)\" in\n\(screen.text)", sourceLocation: sourceLocation)
  }

  /// Reads for so long, whatever comes.
  func listen(milliseconds: Int) {
    _ = wait(seconds: Double(milliseconds) / 1000) { _ in false }
  }

  /// Waits until something holds; false if it does not within ten seconds.
  func wait(seconds: Double = 10, until holds: (Pseudoterminal) -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while !holds(self) {
      guard ContinuousClock.now < end else { return false }
      read(milliseconds: 5)
    }
    return true
  }

  /// Waits for the end, and gives what a shell would call the exit status: 128 + n for a signal.
  func status(seconds: Double = 10) -> Int32? {
    let hasEnded = wait(seconds: seconds) { terminal in
      var status: Int32 = 0
      guard waitpid(terminal.process, &status, WNOHANG) == terminal.process else { return false }
      terminal.ending = status
      return true
    }
    read(milliseconds: 0)
    guard hasEnded, let ending else { return nil }
    return ending & 0x7F == 0 ? (ending >> 8) & 0xFF : 128 + ending & 0x7F
  }

  /// Whether all that a program may change of a terminal is as it was.
  func isRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    let same = Self.settings(of: slave) == before
    #expect(same, "the settings differ", sourceLocation: sourceLocation)
    let wrong = screen.modes.subtracting([25, 7]).sorted()
    #expect(wrong.isEmpty, "modes are still on", sourceLocation: sourceLocation)
    #expect(screen.modes.contains(25), "the cursor is hidden", sourceLocation: sourceLocation)
  }

  /// The bytes that were typed and that nobody has read.
  var unreadCount: Int {
    // Without lines, so that all of them count.
    var settings = termios()
    tcgetattr(slave, &settings)
    settings.c_lflag &= ~UInt32(ICANON)
    tcsetattr(slave, TCSANOW, &settings)
    var count: CInt = 0
    _ = ioctl(slave, UInt(FIONREAD), &count)
    return Int(count)
  }

  private func read(milliseconds: Int32) {
    guard master >= 0 else {
      poll(nil, 0, milliseconds)
      return
    }
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: 65536)
    var patience = milliseconds
    while poll(&source, 1, patience) > 0, source.revents & Int16(POLLIN) != 0 {
      let count = Glibc.read(master, &bytes, bytes.count)
      guard count > 0 else { return }
      screen.take(bytes.prefix(count))
      patience = 0
    }
  }

  /// Whether ^C is a signal now, and not a key.
  var takesInterrupts: Bool {
    var settings = termios()
    return tcgetattr(slave, &settings) == 0 && settings.c_lflag & tcflag_t(ISIG) != 0
  }

  private static func settings(of descriptor: CInt) -> [UInt32] {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return [] }
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  private static func start(
    _ program: String, _ arguments: [String], _ variables: [String], on terminal: String
  ) throws -> pid_t {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    defer { for text in words + environment { free(text) } }
    var process: pid_t = 0
    let code = qkv_start_on_terminal(program, &words, &environment, terminal, &process)
    try #require(code == 0, "\(program) does not start: \(String(cString: strerror(code)))")
    return process
  }

  /// A program of this package, built beside the tests.
  static func program(_ name: String) -> String {
    let places = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self)
    let folders = places.flatMap { [$0, $0.deletingLastPathComponent()] }
    let candidates = folders.map { $0.appendingPathComponent(name).path }
    return candidates.first { access($0, X_OK) == 0 && !isFolder($0) } ?? ".build/debug/\(name)"
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}
