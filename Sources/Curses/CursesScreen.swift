import CursesShim
import Terminal
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The terminal that the person sits at, through ncurses.
///
/// ncurses gets the columns of each row that changed since the last frame, and sends what differs from
/// what the terminal shows. The terminal is given back however the process ends. There can be one such
/// screen at a time.
package final class CursesScreen: Screen {
  package let support: TerminalSupport
  /// The entry of terminfo that describes it.
  package let name: String
  package private(set) var size: Size
  private var numbers: ColorNumbers
  /// What the terminal shows already; nil when that is not known.
  private var shown: Buffer?
  private var waiting: [Event] = []
  private var decoder: InputDecoder
  private let opening = ContinuousClock.now
  private var isGone = false
  /// Whether the terminal was asked what it is like.
  private var hasAsked = false

  /// Takes over the terminal, or tells why that cannot be.
  package init(
    environment: [String: String] = TerminalSupport.environment
  ) throws(TerminalError) {
    try TerminalSupport.checkStreams()
    let isUTF8 = TerminalSupport.adoptLocale()
    support = try TerminalSupport(environment: environment, isUTF8: isUTF8)
    name = try CursesScreen.open(support)
    decoder = InputDecoder(keys: CursesScreen.describedKeys)
    var terminal = qkv_terminal()
    qkv_renew(false, &terminal)
    size = Size(width: Int(terminal.columns), height: Int(terminal.rows))
    numbers = ColorNumbers(count: terminal.colors)
    askForGround()
  }

  deinit {
    close()
  }

  /// How many colours there are.
  package var colors: ColorDepth { numbers.depth }

  /// The signs that this terminal can show.
  package var symbols: Symbols { support.hasFullFont ? .unicode : .ascii }

  /// Whether the terminal's own entry is missing, and it is taken for an xterm.
  package var isSubstituted: Bool {
    ![support.name, TerminalSupport.directName(support.name), "xterm-direct"].contains(name)
  }

  /// Gives the terminal back.
  package func close() {
    awaitAnswers()
    qkv_close()
  }

  private static func open(_ support: TerminalSupport) throws(TerminalError) -> String {
    for name in support.names {
      switch qkv_open(name, support.wantsColor) {
      case Int32(QKV_FINE.rawValue): return name
      case Int32(QKV_UNKNOWN_TERMINAL.rawValue): continue
      case Int32(QKV_ALREADY_OPEN.rawValue):
        preconditionFailure("there is one terminal, hence one CursesScreen at a time")
      case _: throw .noResources
      }
    }
    throw .unknown(name: support.name)
  }

  /// The keys as the terminal's entry describes them, as far as they begin with an escape character.
  private static var describedKeys: [[UInt8]: Key] {
    let named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kLFT", .shiftLeft),
      ("kRIT", .shiftRight), ("kri", .up), ("kind", .down), ("khome", .home), ("kend", .end),
      ("kfnd", .home), ("kslt", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter), ("kbs", .backspace),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    var keys: [[UInt8]: Key] = [:]
    for (capability, key) in functions + named {
      guard let text = qkv_capability(capability) else { continue }
      let sequence = Array(String(cString: text).utf8)
      if sequence.first == 27, sequence.count > 1 { keys[sequence] = key }
    }
    return keys
  }
}

// The ground of the terminal.
extension CursesScreen {
  /// Asks for the colour of the ground, and then what the terminal is: all of them answer that.
  ///
  /// Nobody waits: the answers are events among others.
  private func askForGround() {
    guard support.answersQuestions, numbers.depth != .mono else { return }
    hasAsked = true
    TerminalBytes.send("\u{1b}]11;?\u{7}\u{1b}[c", to: STDOUT_FILENO)
  }

  /// Takes in answers that are still under way, which would otherwise be typed into the shell.
  private func awaitAnswers() {
    guard hasAsked, !isGone, time < .seconds(2) else { return }
    hasAsked = false
    let end = time + .milliseconds(100)
    while decoder.identifications == 0, time < end {
      guard qkv_wait(milliseconds(end - time)) == Int32(QKV_INPUT.rawValue) else { return }
      waiting = []
      readInput()
    }
  }
}

// Drawing.
extension CursesScreen {
  package func draw(_ buffer: Buffer, cursor: Point?) {
    // What stays as it is need not even be compared by ncurses.
    let shown = shown?.size == buffer.size ? shown : nil
    for y in 0..<min(buffer.size.height, size.height) {
      let changed = shown.map { buffer.changedColumns(inRow: y, since: $0) }
      let columns = (changed ?? 0..<buffer.size.width).clamped(to: 0..<size.width)
      if !columns.isEmpty { write(buffer.row(y), columns, y) }
    }
    let cursor = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    let isWhole = qkv_show(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? 0))
    self.shown = isWhole ? buffer : nil
  }

  package func redraw() {
    qkv_renew(true, nil)
    shown = nil
  }

  private func write(_ row: ArraySlice<Cell>, _ columns: Range<Int>, _ y: Int) {
    let isUTF8 = support.isUTF8
    let first = row.startIndex + columns.lowerBound
    let places = first..<first + columns.count
    var style: Style?
    var written = numbers.numbers(of: .plain)
    let cells = zip(places, row.stylesToWrite(in: places)).map { x, wanted in
      if wanted != style {
        written = numbers.numbers(of: wanted)
        style = wanted
      }
      let isWide = x + 1 < row.endIndex && row[x + 1].isRightHalf
      return qkv_cell(row[x].glyph, isWide: isWide, written, isUTF8: isUTF8)
    }
    qkv_write_cells(Int32(columns.lowerBound), Int32(y), cells, Int32(cells.count))
  }
}

// Events.
extension CursesScreen {
  package var isEventWaiting: Bool {
    if waiting.isEmpty { readInput() }
    return !waiting.isEmpty || qkv_wait(0) == Int32(QKV_SIGNAL.rawValue)
  }

  package func next(timeout: Duration?) -> Event? {
    let end = timeout.map { time + $0 }
    while !isGone {
      if !isLeaving { takeSignals() }
      if waiting.isEmpty { readInput() }
      if !waiting.isEmpty { return nextWaiting() }
      // Until the caller's time is over, or an escape character has been alone for long enough.
      let until = [end, decoder.deadline].compactMap(\.self).min()
      switch qkv_wait(until.map { milliseconds(max(.zero, $0 - time)) } ?? -1) {
      case Int32(QKV_TIMEOUT.rawValue):
        waiting += decoder.wait(until: time)
        if waiting.isEmpty, let end, end <= time { return .tick }
      case Int32(QKV_INPUT.rawValue), Int32(QKV_SIGNAL.rawValue): break
      case _: waiting.append(.hangup(signal: SIGHUP))
      }
    }
    return nil
  }

  private func nextWaiting() -> Event {
    let event = waiting.removeFirst()
    if case .hangup = event { isGone = true }
    return event
  }

  /// Rounded up, so that nobody wakes before the time.
  private func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    let total = Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded(.up)
    return Int32(min(total, 1e9))
  }

  private func takeSignals() {
    var signal = qkv_take_signal()
    while signal != 0 {
      let events = events(ofSignal: signal)
      if case .hangup? = events.last {
        // Whoever is about to leave does nothing else before.
        waiting = events
        return
      }
      take(events)
      signal = qkv_take_signal()
    }
  }

  private var isLeaving: Bool {
    if case .hangup? = waiting.first { true } else { false }
  }

  private func events(ofSignal signal: Int32) -> [Event] {
    switch signal {
    case Int32(QKV_TYPED_INTERRUPT): return [.key(.control("c"))]
    case SIGWINCH: return resized()
    case SIGTSTP: return [.suspend]
    case SIGCONT:
      redraw()
      return resized() + [.resume]
    case _: return [.hangup(signal: signal)]
    }
  }

  /// Asks for the size again; nothing where it is what it was.
  private func resized() -> [Event] {
    let before = size
    measure()
    return size == before ? [] : [.resize(size)]
  }

  private func measure() {
    shown = nil
    var terminal = qkv_terminal()
    qkv_renew(false, &terminal)
    size = Size(width: Int(terminal.columns), height: Int(terminal.rows))
  }

  /// Takes in what is here already.
  private func readInput() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while waiting.isEmpty {
      let count = Int(qkv_read(&bytes, Int32(bytes.count)))
      if count < 0 { waiting.append(.hangup(signal: SIGHUP)) }
      guard count > 0 else { return }
      take(decoder.take(bytes.prefix(count), at: time))
    }
  }

  /// Lines events up.
  ///
  /// An interrupt overtakes what was typed before it and is not answered yet, as in a shell.
  private func take(_ events: [Event]) {
    waiting += events
    guard let interrupt = waiting.lastIndex(of: .key(.control("c"))) else { return }
    waiting = waiting[..<interrupt].filter { !$0.isTyped } + waiting[interrupt...]
  }

  /// Since the screen was opened.
  private var time: Duration { opening.duration(to: .now) }
}

// The rest of a terminal.
extension CursesScreen {
  package func suspend() {
    qkv_suspend()
    takeSignals()
    if !isLeaving { waiting += resized() + [.resume] }
  }

  package func setMouse(enabled: Bool) {
    qkv_mouse(enabled)
  }

  package func copy(_ text: String) -> Bool {
    guard support.hasClipboard, let sequence = ClipboardSequence(text) else { return false }
    sequence.send(to: STDOUT_FILENO)
    return true
  }
}

// What goes through the door, in our words.
extension qkv_cell {
  /// A character with up to four marks upon it, as far as the locale can write it.
  init(_ glyph: GlyphScalars, isWide: Bool, _ style: ColorNumbers.Numbers, isUTF8: Bool) {
    self.init()
    foreground = style.foreground
    background = style.background
    attributes = UInt32(style.attributes.rawValue)
    width = isUTF8 && isWide ? 2 : 1
    if isUTF8 {
      scalars = glyph.values
    } else {
      scalars.0 = ASCII.nearest(to: glyph.text).value
    }
  }
}
