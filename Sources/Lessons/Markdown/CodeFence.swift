import Text

/// The line that opens a block of code: three or more backticks or tildes.
struct CodeFence: Equatable {
  let sign: UInt8
  let count: Int
  /// How many spaces, and signs of a quotation, stand before it.
  let indent: Int

  /// nil where the line opens nothing.
  init?(_ line: ArraySlice<UInt8>) {
    let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    guard let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let run = rest.prefix { $0 == sign }
    guard run.count >= 3 else { return nil }
    if sign == UInt8(ascii: "`"), rest.dropFirst(run.count).contains(sign) { return nil }
    self.sign = sign
    count = run.count
    indent = rest.startIndex - line.startIndex
  }

  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    guard let other = CodeFence(line), other.sign == sign, other.count >= count else {
      return false
    }
    return line.dropFirst(other.indent + other.count).allSatisfy(\.isSpace)
  }
}
