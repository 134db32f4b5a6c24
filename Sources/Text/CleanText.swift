/// Text from a stranger, made safe to show and to count: valid UTF-8, lines that end in a line
/// feed, and no character that drives a terminal or reorders what is read.
package struct CleanText: Equatable, Sendable {
  package let bytes: [UInt8]

  package init(_ text: String) {
    var text = text
    let isClean = text.withUTF8 { $0.allSatisfy(\.isPlain) }
    bytes = isClean ? Array(text.utf8) : cleaned(text)
  }
}

private let newline: UInt8 = 0x0A

/// A tab reaches to the next multiple of this many columns.
private let tabStop = 4

private func cleaned(_ text: String) -> [UInt8] {
  var text = text
  return text.withUTF8 { source in
    var cleaning = Cleaning()
    cleaning.take(source)
    return cleaning.bytes
  }
}

/// Takes runs of ASCII as they are, and looks only at what stands between them.
private struct Cleaning {
  private(set) var bytes: [UInt8] = []
  private var column = 0
  private var followsReturn = false

  mutating func take(_ source: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(source.count)
    var rest = source[...]
    while !rest.isEmpty {
      let end = rest.firstIndex { !(0x20..<0x7F).contains($0) } ?? rest.endIndex
      if end > rest.startIndex { take(ascii: rest[..<end]) }
      rest = rest[end...]
      var parser = UTF8.ForwardParser()
      var following = rest.makeIterator()
      guard case .valid(let scalar) = parser.parseScalar(from: &following) else { return }
      take(UTF8.decode(scalar), scalar)
      rest = rest.dropFirst(scalar.count)
    }
  }

  private mutating func take(ascii run: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(contentsOf: run)
    column += run.count
    followsReturn = false
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ encoded: UTF8.EncodedScalar) {
    if scalar == "\t" {
      let count = tabStop - column % tabStop
      bytes.append(contentsOf: repeatElement(0x20, count: count))
      column += count
    } else if scalar == "\r" || scalar == "\n" {
      if scalar == "\r" || !followsReturn { bytes.append(newline) }
      column = 0
    } else if !scalar.isUnwelcome {
      bytes.append(contentsOf: encoded)
      column += 1
    }
    followsReturn = scalar == "\r"
  }
}

extension UInt8 {
  /// What needs no cleaning: visible ASCII, spaces and line feeds.
  fileprivate var isPlain: Bool { (0x20..<0x7F).contains(self) || self == newline }
}

extension Unicode.Scalar {
  /// What does more than print, and the marks of our own insertions.
  fileprivate var isUnwelcome: Bool { !isSafe || (0xE000...0xE001).contains(value) }
}

/// A text without what an escape or an entity has smuggled in, but for line feeds and the marks to be kept.
package func withoutControls(_ text: String, keeping marks: [Unicode.Scalar] = []) -> String {
  let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(\.isPlain) }
  if isPlain == true { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars
  where scalar == "\n" || marks.contains(scalar) || !scalar.isUnwelcome {
    kept.append(scalar)
  }
  return String(kept)
}

/// The bytes of UTF-8 text without what an escape has smuggled in.
package func withoutControls(
  _ text: UnsafeBufferPointer<UInt8>, keeping marks: [Unicode.Scalar] = []
) -> [UInt8] {
  if text.allSatisfy(\.isPlain) { return Array(text) }
  return Array(withoutControls(String(decoding: text, as: UTF8.self), keeping: marks).utf8)
}
