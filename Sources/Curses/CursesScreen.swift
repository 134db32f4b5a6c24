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
  package private(set) var size: Size
  private var numbers: ColorNumbers
  /// What the terminal shows already; nil when that is not known.
  private var shown: Buffer?
  private var waiting: [Event] = []
  private var isGone = false

  /// Takes over the terminal, or tells why that cannot be.
  package init(
    environment: [String: String] = TerminalSupport.environment
  ) throws(TerminalProblem) {
    try TerminalSupport.checkStreams()
    let isUTF8 = TerminalSupport.adoptLocale()
    support = try TerminalSupport(environment: environment, isUTF8: isUTF8)
    try CursesScreen.open(support)
    var terminal = qkv_terminal()
    qkv_renew(false, &terminal)
    size = Size(width: Int(terminal.columns), height: Int(terminal.rows))
    numbers = ColorNumbers(count: terminal.colors)
  }

  deinit {
    close()
  }

  /// How many colours there are.
  package var colors: ColorDepth { numbers.depth }

  /// The signs that this terminal can show.
  package var symbols: Symbols { support.hasFullFont ? .unicode : .ascii }

  /// Gives the terminal back.
  package func close() {
    qkv_close()
  }

  private static func open(_ support: TerminalSupport) throws(TerminalProblem) {
    for name in support.names {
      switch qkv_open(name, support.wantsColor) {
      case Int32(QKV_FINE.rawValue): return
      case Int32(QKV_UNKNOWN_TERMINAL.rawValue): continue
      case Int32(QKV_ALREADY_OPEN.rawValue):
        preconditionFailure("there is one terminal, hence one CursesScreen at a time")
      case _: throw .noResources
      }
    }
    throw .unknown(name: support.names.last ?? "")
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
    let end = timeout.map { ContinuousClock.now + $0 }
    while !isGone {
      if waiting.isEmpty { readInput() }
      if !waiting.isEmpty { return waiting.removeFirst() }
      let left = end.map { max(.zero, $0 - .now) }
      switch qkv_wait(left.map(milliseconds) ?? -1) {
      case Int32(QKV_TIMEOUT.rawValue): return .tick
      case Int32(QKV_INPUT.rawValue): readInput()
      case Int32(QKV_SIGNAL.rawValue): takeSignals()
      case _:
        isGone = true
        return .hangup(signal: SIGHUP)
      }
    }
    return nil
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
      if let event = event(ofSignal: signal) { waiting.append(event) }
      signal = qkv_take_signal()
    }
  }

  private func event(ofSignal signal: Int32) -> Event? {
    switch signal {
    case SIGWINCH: return resized()
    case SIGTSTP: return .suspend
    case SIGCONT:
      redraw()
      measure()
      return .resume
    case _: return .hangup(signal: signal)
    }
  }

  private func resized() -> Event? {
    let before = size
    measure()
    return size == before ? nil : .resize(size)
  }

  private func measure() {
    shown = nil
    var terminal = qkv_terminal()
    qkv_renew(false, &terminal)
    size = Size(width: Int(terminal.columns), height: Int(terminal.rows))
  }

  private func readInput() {
    var input = qkv_input()
    repeat {
      qkv_read(&input)
      if let event = Event(input) { waiting.append(event) }
    } while waiting.isEmpty && input.kind != Int32(QKV_NOTHING.rawValue)
  }
}

// The rest of a terminal.
extension CursesScreen {
  package func suspend() {
    qkv_suspend()
    measure()
    waiting.append(.resume)
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

extension Event {
  /// What a person did; nil where it means nothing to us.
  init?(_ input: qkv_input) {
    switch UInt32(input.kind) {
    case QKV_SCALAR.rawValue:
      guard let key = Key(typed: input.value) else { return nil }
      self = .key(key)
    case QKV_KEY.rawValue:
      guard let key = Key(number: input.value) else { return nil }
      self = .key(key)
    case QKV_MOUSE.rawValue:
      guard let action = MouseAction(number: input.value) else { return nil }
      self = .mouse(Point(x: Int(input.x), y: Int(input.y)), action)
    case _: return nil
    }
  }
}

extension Key {
  /// The key that the door has a number for.
  fileprivate init?(number: UInt32) {
    let keys: [(qkv_key, Key)] = [
      (QKV_ENTER, .enter), (QKV_BACK_TAB, .backTab), (QKV_BACKSPACE, .backspace),
      (QKV_DELETE, .delete), (QKV_INSERT, .insert), (QKV_UP, .up), (QKV_DOWN, .down),
      (QKV_LEFT, .left), (QKV_RIGHT, .right), (QKV_SHIFT_LEFT, .shiftLeft),
      (QKV_SHIFT_RIGHT, .shiftRight), (QKV_HOME, .home), (QKV_END, .end),
      (QKV_PAGE_UP, .pageUp), (QKV_PAGE_DOWN, .pageDown),
    ]
    if number > QKV_FUNCTION.rawValue {
      self = .function(Int(number - QKV_FUNCTION.rawValue))
    } else if let key = keys.first(where: { $0.0.rawValue == number })?.1 {
      self = key
    } else {
      return nil
    }
  }
}

extension MouseAction {
  /// The action that the door has a number for.
  fileprivate init?(number: UInt32) {
    let actions: [(qkv_mouse_action, MouseAction)] = [
      (QKV_PRESS, .press), (QKV_DRAG, .drag), (QKV_RELEASE, .release),
      (QKV_SCROLL_UP, .scrollUp), (QKV_SCROLL_DOWN, .scrollDown),
    ]
    guard let action = actions.first(where: { $0.0.rawValue == number })?.1 else { return nil }
    self = action
  }
}
