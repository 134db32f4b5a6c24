import Text

/// A line `## Title {#step-id}`.
struct StepHeading: Equatable {
  let title: Fragment
  let id: Fragment?

  init(_ line: Fragment) {
    let text = line[line.bytes.prefix { $0 == UInt8(ascii: "#") }.count..<line.count].trimmed
    guard text.bytes.last == UInt8(ascii: "}"),
      let brace = text.bytes.lastIndex(of: UInt8(ascii: "{")),
      text.bytes[brace + 1] == UInt8(ascii: "#")
    else {
      title = text
      id = nil
      return
    }
    title = text[0..<brace].trimmed
    id = text[brace + 2..<text.count - 1].trimmed
  }

  /// Whether a line is a heading of any level with a step's id: `### Title {#step-id}`, `##Title {#id}`.
  static func isMeant(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "#"),
      let brace = line.lastIndex(of: UInt8(ascii: "{")),
      line[brace...].starts(with: "{#".utf8)
    else { return false }
    return line[brace...].drop { $0 != UInt8(ascii: "}") }.dropFirst().allSatisfy(\.isSpace)
      && line.contains(UInt8(ascii: "}"))
  }

  /// An id made of the title's words.
  var suggestedID: String {
    let words = title.text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "step-id" : words.prefix(4).joined(separator: "-")
  }
}

extension Fragment {
  /// Whether the text can be an id or the name of a block.
  var isName: Bool { !isEmpty && count <= 64 && bytes.allSatisfy(\.isName) }
}
