import Terminal

/// Turns the bytes that a terminal sends into events, however they are split and delayed.
///
/// It has no clock: `time` is any duration that grows. Whoever feeds it waits until `deadline` at
/// most, and then says that nothing came. What is no key, no paste, no click and no answer that we
/// asked for is swallowed whole, so that a stray reply of the terminal never acts as typed letters.
struct InputDecoder {
  /// What the terminal calls its keys, beside the sequences that are known anyway.
  private let keys: [[UInt8]: Key]
  private var state = State.ground
  /// When the last byte came.
  private var last = Duration.zero
  /// How long an escape character may be the beginning of more; grows on a slow line.
  private var escapeDelay = Duration.milliseconds(50)
  /// When the escape character came that was last taken for the key.
  private var lastEscape: Duration?
  private var events: [Event] = []
  private var pasted: [UInt8] = []

  /// How often the terminal has said what it is (DA1); it answers questions in their order.
  private(set) var identifications = 0

  init(keys: [[UInt8]: Key] = [:]) {
    self.keys = keys
  }

  private enum State: Equatable {
    case ground
    /// The first bytes of a character in UTF-8.
    case character([UInt8])
    /// An escape character: the key, or the beginning of a sequence.
    case escape
    /// After `ESC [`: its parameters.
    case control([UInt8])
    /// After `ESC O`.
    case shifted([UInt8])
    /// After `ESC [ M`: the three bytes of a mouse report in its oldest form.
    case click([UInt8])
    /// After `ESC [ [`, by which the console of Linux begins its function keys.
    case consoleKey
    /// A string that ends with BEL or `ESC \`; of a command (OSC) the beginning is kept.
    case string([UInt8], isCommand: Bool, isEscaped: Bool)
    /// Inside a pasted text; its last bytes may be the beginning of its end.
    case paste(tail: [UInt8])
  }
}

// Time.
extension InputDecoder {
  /// Longest between an escape character and the rest, where the key was already reported; hands are
  /// slower.
  private static let lateness = Duration.milliseconds(200)

  /// Until when to wait for the rest of what has begun; nil where nothing has, or nothing will be
  /// given up.
  var deadline: Duration? {
    switch state {
    case .ground, .character: nil
    case .escape: last + escapeDelay
    case .control, .shifted, .click, .consoleKey: last + .seconds(1)
    case .string(let bytes, _, let isEscaped): isEscaped || bytes.isEmpty ? last + .seconds(1) : nil
    case .paste: last + .seconds(10)
    }
  }

  /// Gives up what has begun, if nothing came until its deadline.
  mutating func wait(until time: Duration) -> [Event] {
    guard let deadline, deadline <= time else { return [] }
    switch state {
    case .escape, .string(_, _, isEscaped: true):
      lastEscape = last
      emit(.escape)
    case .paste: emitPaste()
    case .ground, .character, .control, .shifted, .click, .consoleKey, .string: break
    }
    state = .ground
    return takeEvents()
  }

  /// Whether a byte goes on with an escape character that was taken for the key too early.
  private mutating func isLate(_ byte: UInt8, at time: Duration) -> Bool {
    guard let escape = lastEscape else { return false }
    lastEscape = nil
    let delay = time - escape
    guard byte.beginsSequence, delay <= Self.lateness else { return false }
    escapeDelay = max(escapeDelay, min(delay * 2, Self.lateness))
    return true
  }

  private mutating func takeEvents() -> [Event] {
    defer { events = [] }
    return events
  }
}

// Bytes.
extension InputDecoder {
  /// The events that these bytes complete.
  mutating func take(_ bytes: some Sequence<UInt8>, at time: Duration) -> [Event] {
    for byte in bytes {
      take(byte, at: time)
      last = time
    }
    return takeEvents()
  }

  private mutating func take(_ byte: UInt8, at time: Duration) {
    switch state {
    case .ground:
      if isLate(byte, at: time) { begin(byte) } else { takeFirst(byte) }
    case .character(let bytes): takeCharacter(bytes, byte)
    case .escape: takeEscape(byte)
    case .control(let bytes): takeControl(bytes, byte)
    case .shifted(let bytes): takeShifted(bytes, byte)
    case .click(let bytes): takeClick(bytes + [byte])
    case .consoleKey:
      state = .ground
      emit(known([.escape, .bracket, .bracket, byte]) ?? Key(consoleKey: byte))
    case .string(let bytes, let isCommand, let isEscaped):
      takeString(bytes, byte, isCommand: isCommand, isEscaped: isEscaped)
    case .paste(let tail): takePaste(tail + [byte])
    }
  }

  private mutating func takeFirst(_ byte: UInt8) {
    switch byte {
    case .escape: state = .escape
    case 0..<0x80: emit(Key(typed: UInt32(byte)))
    case 0xC2...0xF4: state = .character([byte])
    case _: break  // no beginning of a character
    }
  }

  /// Drops what began, and takes the byte as if it came alone.
  private mutating func restart(with byte: UInt8) {
    state = .ground
    takeFirst(byte)
  }

  private mutating func takeCharacter(_ begun: [UInt8], _ byte: UInt8) {
    guard byte & 0xC0 == 0x80 else { return restart(with: byte) }
    let bytes = begun + [byte]
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count == length else {
      state = .character(bytes)
      return
    }
    state = .ground
    // Nil for what only looks like UTF-8.
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    for scalar in text.unicodeScalars { emit(Key(typed: scalar.value)) }
  }

  /// A key with Alt comes as an escape character and the key, and so do both pressed in a hurry or
  /// held up together on the line: they are taken for two keys.
  private mutating func takeEscape(_ byte: UInt8) {
    if byte.beginsSequence { return begin(byte) }
    if let key = known([.escape, byte]) {
      state = .ground
      return emit(key)
    }
    emit(.escape)
    restart(with: byte)
  }

  /// The byte after an escape character.
  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case .bracket: state = .control([])
    case .letterO: state = .shifted([])
    case _: state = .string([], isCommand: byte == 0x5D, isEscaped: false)
    }
  }

  private mutating func takeControl(_ begun: [UInt8], _ byte: UInt8) {
    let bytes = begun + [byte]
    let isUsual = begun.allSatisfy { (0x30...0x39).contains($0) }
    switch byte {
    case .bracket where begun.isEmpty: state = .consoleKey
    case 0x24 where isUsual && !begun.isEmpty: finishControl(bytes)  // rxvt's Shift
    case 0x20...0x3F: state = .control(Array(bytes.prefix(64)))
    case 0x40...0x7E: finishControl(bytes)
    case _: restart(with: byte)
    }
  }

  private mutating func finishControl(_ bytes: [UInt8]) {
    state = .ground
    if let key = known([.escape, .bracket] + bytes) { return emit(key) }
    let sequence = ControlSequence(bytes)
    switch sequence.meaning {
    case .key(let key): emit(key)
    case .mouse(let point, let action): events.append(.mouse(point, action))
    case .click: state = .click([])
    case .paste: state = .paste(tail: [])
    case .identification: identifications += 1
    case nil: break
    }
  }

  private mutating func takeShifted(_ begun: [UInt8], _ byte: UInt8) {
    switch byte {
    case 0x30...0x3B: state = .shifted(Array((begun + [byte]).prefix(8)))
    case 0x20...0x7E:
      state = .ground
      emit(known([.escape, .letterO] + begun + [byte]) ?? Key(shifted: begun, byte))
    case _: restart(with: byte)
    }
  }

  private mutating func takeClick(_ bytes: [UInt8]) {
    guard bytes.count == 3 else {
      state = .click(bytes)
      return
    }
    state = .ground
    let (button, x, y) = (Int(bytes[0]) - 32, Int(bytes[1]) - 33, Int(bytes[2]) - 33)
    guard x >= 0, y >= 0, let action = MouseAction(button: button, isRelease: button & 3 == 3)
    else { return }
    events.append(.mouse(Point(x: x, y: y), action))
  }

  private func known(_ sequence: [UInt8]) -> Key? { keys[sequence] }

  private mutating func emit(_ key: Key?) {
    if let key { events.append(.key(key)) }
  }
}

// Strings and pastes.
extension InputDecoder {
  private mutating func takeString(
    _ begun: [UInt8], _ byte: UInt8, isCommand: Bool, isEscaped: Bool
  ) {
    if isEscaped && byte != .backslash {
      // The string was broken off; another sequence begins.
      return takeEscape(byte)
    }
    switch byte {
    case _ where isEscaped, .bell:
      state = .ground
      if isCommand, let color = Color(groundReply: begun) { events.append(.ground(color)) }
    case .escape: state = .string(begun, isCommand: isCommand, isEscaped: true)
    case 24: state = .ground
    case 3, 26: restart(with: byte)
    case _:
      let bytes = begun.count < 64 ? begun + [byte] : begun
      state = .string(bytes, isCommand: isCommand, isEscaped: false)
    }
  }

  /// More than this is dropped.
  private static let longestPaste = 65536

  private static let endOfPaste = Array("\u{1b}[201~".utf8)

  private mutating func takePaste(_ bytes: [UInt8]) {
    var tail = bytes[...]
    if tail.elementsEqual(Self.endOfPaste) {
      state = .ground
      return emitPaste()
    }
    while !Self.endOfPaste.starts(with: tail) {
      let first = tail.removeFirst()
      if pasted.count < Self.longestPaste { pasted.append(first) }
    }
    state = .paste(tail: Array(tail))
  }

  private mutating func emitPaste() {
    events.append(.paste(String(decoding: pasted, as: UTF8.self)))
    pasted = []
  }
}

extension UInt8 {
  fileprivate static let bell: UInt8 = 0x07
  fileprivate static let escape: UInt8 = 0x1B
  fileprivate static let letterO = UInt8(ascii: "O")
  fileprivate static let bracket = UInt8(ascii: "[")
  fileprivate static let backslash = UInt8(ascii: "\\")

  /// Whether it begins a sequence behind an escape character: `[ O` and the strings `P X ] ^ _`.
  fileprivate var beginsSequence: Bool { "[OPX]^_".utf8.contains(self) }
}

extension Color {
  /// The colour in `11;rgb:ffff/ffff/ffff`, a terminal's answer to the question for its ground.
  fileprivate init?(groundReply bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("11;rgb"), let colon = text.firstIndex(of: ":") else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/").prefix(3)
    let levels = parts.compactMap { part -> UInt8? in
      guard (1...4).contains(part.count), let level = Int(part, radix: 16), level >= 0 else {
        return nil
      }
      let most = 1 << (4 * part.count) - 1
      return UInt8((level * 255 + most / 2) / most)
    }
    guard levels.count == 3 else { return nil }
    self = .rgb(levels[0], levels[1], levels[2])
  }
}
