import Text

/// A word of the TeX subset, and where it begins.
struct TeXToken: Equatable {
  enum Kind: Equatable {
    /// A backslash and letters.
    case command(String)
    /// A backslash and a sign.
    case escape(Character)
    /// A letter, digit or sign that stands for itself.
    case character(Character)
    case number(String)
    case open
    case close
    case superscript
    case `subscript`
    case space
  }

  let kind: Kind
  let range: Range<Int>
}

extension TeXToken {
  /// Cuts a formula into tokens.
  static func tokens(of fragment: Fragment) -> [TeXToken] {
    var tokens: [TeXToken] = []
    var rest = Rest(bytes: fragment.bytes)
    while let token = rest.next() { tokens.append(token) }
    return tokens
  }
}

/// What is left to cut.
private struct Rest {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> TeXToken? {
    guard index < bytes.count else { return nil }
    let first = index
    let kind = take()
    return TeXToken(kind: kind, range: first..<index)
  }

  private mutating func take() -> TeXToken.Kind {
    switch bytes[index] {
    case UInt8(ascii: "\\"): takeCommand()
    case UInt8(ascii: "{"): takeSign(.open)
    case UInt8(ascii: "}"): takeSign(.close)
    case UInt8(ascii: "^"): takeSign(.superscript)
    case UInt8(ascii: "_"): takeSign(.subscript)
    case let byte where byte.isSpace: takeSpace()
    case let byte where byte.isDigit: .number(take(while: { $0.isDigit || $0 == fullStop }))
    default: .character(takeCharacter())
    }
  }

  private mutating func takeCommand() -> TeXToken.Kind {
    index += 1
    guard index < bytes.count else { return .escape("\\") }
    guard bytes[index].isLetter else { return .escape(takeCharacter()) }
    return .command(take(while: \.isLetter))
  }

  private mutating func takeSign(_ kind: TeXToken.Kind) -> TeXToken.Kind {
    index += 1
    return kind
  }

  private mutating func takeSpace() -> TeXToken.Kind {
    _ = take(while: \.isSpace)
    return .space
  }

  private mutating func takeCharacter() -> Character {
    let first = index
    index += 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return String(decoding: bytes[first..<index], as: UTF8.self).first ?? "\u{FFFD}"
  }

  private mutating func take(while isPart: (UInt8) -> Bool) -> String {
    let first = index
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    return String(decoding: bytes[first..<index], as: UTF8.self)
  }
}

private let fullStop = UInt8(ascii: ".")
