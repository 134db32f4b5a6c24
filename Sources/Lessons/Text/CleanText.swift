/// Text from a stranger, made safe to show and to count: valid UTF-8, lines that end in a line
/// feed, and no character that drives a terminal or reorders what is read.
struct CleanText: Equatable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    var text = text
    let isClean = text.withUTF8 { $0.allSatisfy { $0 == newline || (0x20..<0x7F).contains($0) } }
    bytes = isClean ? Array(text.utf8) : cleaned(text)
  }
}

private let newline: UInt8 = 0x0A

/// A tab reaches to the next multiple of this many columns.
private let tabStop = 4

private func cleaned(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var column = 0
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    defer { previous = scalar }
    if (0x20..<0x7F).contains(scalar.value) {
      bytes.append(UInt8(scalar.value))
      column += 1
    } else if scalar == "\t" {
      let count = tabStop - column % tabStop
      bytes.append(contentsOf: repeatElement(0x20, count: count))
      column += count
    } else if scalar == "\r" || scalar == "\n" {
      if scalar == "\r" || previous != "\r" { bytes.append(newline) }
      column = 0
    } else if !scalar.isUnwelcome {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      column += 1
    }
  }
  return bytes
}

extension Unicode.Scalar {
  /// Controls, marks of direction, noncharacters, and the marks of our own insertions.
  fileprivate var isUnwelcome: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE000...0xE001, 0xE0000...0xE007F:
      true
    default:
      value & 0xFFFE == 0xFFFE
    }
  }
}

/// What an escape or an entity has smuggled in is taken out; our own marks stay.
func withoutControls(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == newline }) { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\n" || SpanMark.open == scalar || SpanMark.close == scalar {
      kept.append(scalar)
    } else if !scalar.isUnwelcome {
      kept.append(scalar)
    }
  }
  return String(kept)
}
