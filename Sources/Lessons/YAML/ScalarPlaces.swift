import Text

/// How a scalar is written.
enum ScalarStyle {
  case plain
  case singleQuoted
  case doubleQuoted
  /// `|` or `>` and an indented block.
  case block
}

/// Finds where in the file each byte of a YAML scalar was written.
struct ScalarPlaces {
  private let value: [UInt8]
  private let style: ScalarStyle
  private let file: [UInt8]
  private var index = 0
  private var place: Int
  private var places: [Int] = []

  static func fragment(
    _ value: [UInt8], style: ScalarStyle, at start: Int, in file: [UInt8]
  ) -> Fragment {
    var walk = ScalarPlaces(value, style, start, file)
    walk.skipOpening()
    let first = walk.place
    if first + value.count <= file.count, file[first..<first + value.count].elementsEqual(value) {
      return Fragment(bytes: value, start: first)
    }
    walk.run()
    return Fragment(bytes: value, start: walk.places.first ?? first, places: walk.places)
  }

  private init(_ value: [UInt8], _ style: ScalarStyle, _ start: Int, _ file: [UInt8]) {
    self.value = value
    self.style = style
    self.file = file
    place = start
  }

  private mutating func skipOpening() {
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: place = min(place + 1, file.count)
    case .block:
      place = file[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? file.count
      skipSpace()
    }
  }

  private mutating func run() {
    places.reserveCapacity(value.count + 1)
    while index < value.count { step() }
    places.append(place)
  }

  private mutating func step() {
    if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
      takeEscape()
    } else if value[index].isSpace {
      takeSpace()
    } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
      take(1)
      place += 2
    } else {
      take(1)
      if byte == value[index - 1] { place += 1 }
    }
  }

  /// A run of white space is written as another where lines are folded or indented.
  private mutating func takeSpace() {
    let start = place
    skipSpace()
    while index < value.count, value[index].isSpace {
      places.append(start)
      index += 1
    }
  }

  /// `\n`, `\"`, `\x41` stand for one character; a backslash at the end of a line for none.
  private mutating func takeEscape() {
    guard place + 1 < file.count else { return take(1) }
    let sign = file[place + 1]
    if sign == UInt8(ascii: "\n") {
      place += 2
      skipSpace()
      return
    }
    let length = value[index...].dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    take(length)
    place = min(place + 2 + digits(after: sign), file.count)
  }

  private func digits(after sign: UInt8) -> Int {
    switch sign {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: 0
    }
  }

  private mutating func take(_ count: Int) {
    places.append(contentsOf: repeatElement(place, count: count))
    index += count
  }

  private mutating func skipSpace() {
    while place < file.count, file[place].isSpace { place += 1 }
  }

  private var byte: UInt8? {
    place < file.count ? file[place] : nil
  }
}
