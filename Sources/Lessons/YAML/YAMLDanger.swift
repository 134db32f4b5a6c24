import Text

/// What a hostile YAML text could do harm with: it is refused before the library sees it.
struct YAMLDanger: Equatable {
  let what: String
  let index: Int

  static func first(in fragment: Fragment) -> YAMLDanger? {
    guard fragment.count <= Limits.yamlBytes else {
      return YAMLDanger(what: "More than \(Limits.yamlBytes / 1024) KiB of YAML", index: 0)
    }
    return deepNesting(fragment.bytes) ?? anchor(fragment.bytes)
  }

  /// The library follows brackets and indents by recursion.
  private static func deepNesting(_ bytes: [UInt8]) -> YAMLDanger? {
    var brackets = 0
    var indicators = 0
    var column = 0
    for index in bytes.indices {
      let byte = bytes[index]
      column = byte == UInt8(ascii: "\n") ? 0 : column + 1
      if column == 0 { indicators = 0 }
      if bytes.isIndicator(at: index) { indicators += 1 }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { brackets = max(brackets - 1, 0) }
      if brackets > Limits.yamlDepth || indicators > Limits.yamlDepth {
        return YAMLDanger(what: "So many levels of nesting", index: index)
      }
    }
    return deepIndent(bytes)
  }

  private static func deepIndent(_ bytes: [UInt8]) -> YAMLDanger? {
    var isIndent = true
    var spaces = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") {
        isIndent = true
        spaces = 0
      } else if bytes[index] != UInt8(ascii: " ") {
        isIndent = false
      } else if isIndent {
        spaces += 1
        if spaces > 3 * Limits.yamlDepth { return YAMLDanger(what: "Such indents", index: index) }
      }
    }
    return nil
  }

  /// References could multiply a small text beyond all bounds.
  private static func anchor(_ bytes: [UInt8]) -> YAMLDanger? {
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "&") && bytes[index + 1].isAnchorName {
      var before = index
      while before > 0, bytes[before - 1] == UInt8(ascii: " ") { before -= 1 }
      if before == 0 || bytes[before - 1].canPrecedeAnchor {
        return YAMLDanger(what: "Anchors (&name)", index: index)
      }
    }
    return nil
  }
}

extension [UInt8] {
  /// `-`, `?` or `:` and a space, which may open a level in the middle of a line.
  fileprivate func isIndicator(at index: Int) -> Bool {
    guard index + 1 < count, self[index + 1].isSpace else { return false }
    return self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "?")
      || self[index] == UInt8(ascii: ":")
  }
}

extension UInt8 {
  fileprivate var isAnchorName: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }

  /// Where a value may begin.
  fileprivate var canPrecedeAnchor: Bool {
    [UInt8](":-?[{,\n".utf8).contains(self)
  }
}
