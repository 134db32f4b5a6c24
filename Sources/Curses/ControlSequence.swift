import Terminal

/// What a terminal sends behind `ESC [`: parameters, and a last byte that says what it is.
///
/// Sources: ECMA-48; xterm's "Control Sequences"; the keyboard protocol of kitty; rxvt's reference.
struct ControlSequence {
  /// The mark of a private sequence: `?`, `<`, `=` or `>`.
  private var mark: UInt8?
  /// Each parameter with its parts, `97:65` in two; −1 for what is no number.
  private var parameters: [[Int]] = []
  private var hasIntermediate = false
  private let last: UInt8

  init(_ bytes: [UInt8]) {
    last = bytes.last ?? 0
    var body = bytes.dropLast()
    if let first = body.first, (0x3C...0x3F).contains(first) {
      mark = first
      body = body.dropFirst()
    }
    hasIntermediate = body.contains { $0 < 0x30 }
    guard !body.isEmpty else { return }
    parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
        digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self)) ?? -1
      }
    }
  }

  enum Meaning: Equatable {
    case key(Key)
    case mouse(Point, MouseAction)
    /// A mouse report of the oldest form follows.
    case click
    case paste
    case identification
  }

  var meaning: Meaning? {
    if mark == UInt8(ascii: "<") { return mouse(isRelease: last == UInt8(ascii: "m")) }
    if mark == UInt8(ascii: "?"), last == UInt8(ascii: "c") { return .identification }
    guard mark == nil, !hasIntermediate else { return nil }
    switch Character(Unicode.Scalar(last)) {
    case "M": return parameters.isEmpty ? .click : mouse(isRelease: value(0) & 3 == 3, offset: 32)
    case "~" where value(0) == 200: return .paste
    case "~" where value(0) == 27 && parameters.count == 3:
      return key(Key(code: value(2), isShifted))
    case "~": return key(Key(number: value(0)))
    case "$" where parameters.count == 1: return key(Key(number: value(0)))
    case "u": return key(Key(code: codeWithShift, isShifted))
    case "a" where parameters.isEmpty, "b" where parameters.isEmpty, "c" where parameters.isEmpty,
      "d" where parameters.isEmpty:
      return key(Key(arrow: last - 0x20, isShifted: true))
    case "A", "B", "C", "D", "F", "H", "P", "Q", "S", "Z":
      guard parameters.isEmpty || value(0) <= 1 else { return nil }
      return key(Key(arrow: last, isShifted: isShifted))
    case _: return nil
    }
  }

  private func value(_ index: Int) -> Int {
    parameters.indices.contains(index) ? parameters[index].first ?? 0 : 0
  }

  /// The modifiers are counted from 1; those of the locks say nothing.
  private var modifiers: Int { max(value(1) - 1, 0) & 0b11_1111 }
  private var isShifted: Bool { modifiers & 1 != 0 }

  /// The letter as the keyboard writes it with Shift, where it is told.
  private var codeWithShift: Int {
    guard let parts = parameters.first, isShifted, parts.count > 1, parts[1] > 0 else {
      return value(0)
    }
    return parts[1]
  }

  /// Whether a key is let go rather than pressed.
  private var isRelease: Bool {
    parameters.indices.contains(1) && parameters[1].count > 1 && parameters[1][1] == 3
  }

  /// The key with the modifiers that mean something here: Shift, and Ctrl with a letter.
  private func key(_ key: Key?) -> Meaning? {
    guard let key, !isRelease else { return nil }
    switch modifiers & ~1 {
    case 0: return .key(key)
    case 4:
      guard case .character(let letter) = key, letter.isASCII, letter.isLetter,
        let lower = letter.lowercased().first
      else { return nil }
      return .key(Key.typed(control: lower))
    case _: return nil
    }
  }

  private func mouse(isRelease: Bool, offset: Int = 0) -> Meaning? {
    guard parameters.count == 3, value(1) > 0, value(2) > 0, value(1) < 10_000, value(2) < 10_000,
      let action = MouseAction(button: value(0) - offset, isRelease: isRelease)
    else { return nil }
    return .mouse(Point(x: value(1) - 1, y: value(2) - 1), action)
  }
}

extension MouseAction {
  /// The action of a report; of buttons only the first counts.
  init?(button: Int, isRelease: Bool) {
    // Without Shift, Alt and Ctrl.
    switch (button & ~0b1_1100, isRelease) {
    case (0, true), (3, true): self = .release
    case (0, false): self = .press
    case (32, _): self = .drag
    case (64, false): self = .scrollUp
    case (65, false): self = .scrollDown
    case _: return nil
    }
  }
}

extension Key {
  /// The key of `ESC [ 5 ~` and the like.
  fileprivate init?(number: Int) {
    switch number {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    case 11...15: self = .function(number - 10)
    case 17...21: self = .function(number - 11)
    case 23, 24: self = .function(number - 12)
    case _: return nil
    }
  }

  /// The key of `ESC [ A` and the like.
  fileprivate init?(arrow letter: UInt8, isShifted: Bool) {
    switch Character(Unicode.Scalar(letter)) {
    case "A": self = .up
    case "B": self = .down
    case "C": self = isShifted ? .shiftRight : .right
    case "D": self = isShifted ? .shiftLeft : .left
    case "F": self = .end
    case "H": self = .home
    case "P": self = .function(1)
    case "Q": self = .function(2)
    case "S": self = .function(4)
    case "Z": self = .backTab
    case _: return nil
    }
  }

  /// The key of `ESC O A`, `ESC O 2 P` and the like: arrows, function keys, and a keypad.
  init?(shifted parameters: [UInt8], _ letter: UInt8) {
    // A modifier other than Shift makes another key of it.
    guard parameters.isEmpty || parameters == [0x32] || parameters == [0x31, 0x3B, 0x32] else {
      return nil
    }
    switch Character(Unicode.Scalar(letter)) {
    case "A", "B", "C", "D", "F", "H", "P", "Q", "S":
      self.init(arrow: letter, isShifted: !parameters.isEmpty)
    case "R": self = .function(3)
    case "M": self = .enter
    case "I": self = .tab
    case " ": self = .space
    case "X": self = .character("=")
    case "j"..."y":
      self = .character(Character(Unicode.Scalar(letter - 0x40)))
    case _: return nil
    }
  }

  /// The key of `ESC [ [ A` to `E`.
  init?(consoleKey letter: UInt8) {
    guard (0x41...0x45).contains(letter) else { return nil }
    self = .function(Int(letter) - 0x40)
  }

  /// The key of a code of kitty's protocol, or of xterm's `modifyOtherKeys`.
  fileprivate init?(code: Int, _ isShifted: Bool) {
    let keypad: [Key] = [
      .enter, "=", ",", .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert,
      .delete,
    ]
    switch code {
    case 9 where isShifted: self = .backTab
    case 57_399...57_408: self = .character(Character("\(code - 57_399)"))
    case 57_409...57_413:
      let signs: [Key] = [".", "/", "*", "-", "+"]
      self = signs[code - 57_409]
    case 57_414...57_426: self = keypad[code - 57_414]
    case 57_344...63_743: return nil  // keys without a letter
    case 0x61...0x7A where isShifted: self.init(typed: UInt32(code) - 0x20)
    case 1...0x10FFFF: self.init(typed: UInt32(code))
    case _: return nil
    }
  }

  /// The key that Ctrl makes of a letter; some of them have a name of their own.
  fileprivate static func typed(control letter: Character) -> Key {
    guard let ascii = letter.asciiValue, let key = Key(typed: UInt32(ascii & 0x1F)) else {
      return .control(letter)
    }
    return key
  }
}
