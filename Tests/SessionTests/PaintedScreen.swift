import Text

/// What a terminal shows after the bytes it was sent: as much of an xterm as curses needs.
struct PaintedScreen {
  private(set) var rows: [[String]]
  /// The private modes that are on; 25 is the cursor, 1049 the other page, 2004 pasting.
  private(set) var modes: Set<Int> = [25]
  /// Everything since the beginning, for what leaves no trace on the page.
  private(set) var received = ""
  private var pending: [UInt8] = []
  private var place = (x: 0, y: 0)
  private var last = " "

  init(columns: Int, rows: Int) {
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  var text: String { rows.map { $0.joined() }.joined(separator: "\n") }

  mutating func resize(columns: Int, rows: Int) {
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    received += String(decoding: bytes.map(\.self), as: UTF8.self)
    while let count = step() { pending.removeFirst(count) }
  }

  /// Handles the first thing that waits and tells how long it was; nil while it is not whole.
  private mutating func step() -> Int? {
    guard let first = pending.first else { return nil }
    if first == 27 { return escape() }
    if first < 32 {
      control(first)
      return 1
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard pending.count >= length else { return nil }
    write(String(decoding: pending.prefix(length), as: UTF8.self))
    return length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 8: place.x = max(place.x - 1, 0)
    case 10 where place.y < rows.count - 1: place.y += 1
    case 10:
      rows.append(Array(repeating: " ", count: rows.removeFirst().count))
    case 13: place.x = 0
    case _: break
    }
  }

  private mutating func write(_ glyph: String) {
    last = glyph
    let width = TextWidth.width(of: glyph)
    guard rows.indices.contains(place.y), place.x + width <= rows[place.y].count else { return }
    rows[place.y][place.x] = glyph
    if width == 2 { rows[place.y][place.x + 1] = "" }
    place.x += width
  }

  private mutating func escape() -> Int? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return nil
      }
      sequence(String(decoding: pending[2..<end], as: UTF8.self), pending[end])
      return end + 1
    case UInt8(ascii: "]"):
      guard let end = pending.firstIndex(of: 7) else { return nil }
      return end + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"): return pending.count > 2 ? 3 : nil
    case _: return 2
    }
  }

  private mutating func sequence(_ parameters: String, _ last: UInt8) {
    if parameters.hasPrefix("?") {
      let numbers = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
      if last == UInt8(ascii: "h") { modes.formUnion(numbers) }
      if last == UInt8(ascii: "l") { modes.subtract(numbers) }
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    let count = max(numbers.first ?? 0, 1)
    let y = min(max(place.y, 0), rows.count - 1)
    switch Character(Unicode.Scalar(last)) {
    case "A": place.y = max(place.y - count, 0)
    case "B": place.y = min(place.y + count, rows.count - 1)
    case "C": place.x += count
    case "D": place.x = max(place.x - count, 0)
    case "G": place.x = count - 1
    case "H": place = (max(numbers.count > 1 ? numbers[1] : 1, 1) - 1, count - 1)
    case "d": place.y = count - 1
    case "b": for _ in 0..<count { write(self.last) }
    case "J":
      erase(y, place.x...)
      for row in (y + 1)..<max(rows.count, y + 1) { erase(row, 0...) }
    case "K": if numbers.first == 1 { erase(y, 0...place.x) } else { erase(y, place.x...) }
    case "X": erase(y, place.x..<place.x + count)
    case "P":
      rows[y].removeSubrange(place.x..<min(place.x + count, rows[y].count))
      rows[y] += Array(repeating: " ", count: count)
    case "@":
      let width = rows[y].count
      rows[y].insert(contentsOf: Array(repeating: " ", count: count), at: place.x)
      rows[y] = Array(rows[y].prefix(width))
    case _: break
    }
  }

  private mutating func erase(_ row: Int, _ columns: some RangeExpression<Int>) {
    for x in columns.relative(to: 0..<rows[row].count + 1) where x < rows[row].count {
      rows[row][x] = " "
    }
  }
}
