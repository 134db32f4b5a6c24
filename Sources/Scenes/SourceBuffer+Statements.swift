extension SourceBuffer {
  /// The tokens of each statement.
  ///
  /// A statement ends where a line begins outside all brackets, or where a line inside brackets
  /// has an equals sign: then the bracket was never closed and the line defines something new.
  var statementRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var lineStart = 0
    var depth = 0
    for index in tokens.indices {
      if tokens[index].startsLine { lineStart = index }
      let isNew = tokens[index].startsLine && depth <= 0
      let isUnclosed = tokens[index].isSymbol("=") && depth > 0 && lineStart > start
      if isNew || isUnclosed {
        if lineStart > start { ranges.append(start..<lineStart) }
        start = lineStart
        depth = isUnclosed ? brackets(in: lineStart..<index) : 0
      }
      depth += tokens[index].bracket
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }

  private func brackets(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + tokens[$1].bracket }
  }

  /// The name that a statement seems to define, though it cannot be read.
  func definedName(in range: Range<Int>) -> String? {
    var names = tokens[range].prefix(2).compactMap { token -> String? in
      if case .name(let name) = token.kind { name } else { nil }
    }
    if names.count == 2, names.first == "axis" { names.removeFirst() }
    return names.first
  }
}

extension Token {
  /// +1 where it opens a bracket, −1 where it closes one.
  fileprivate var bracket: Int {
    if isSymbol("(") || isSymbol("[") { return 1 }
    return isSymbol(")") || isSymbol("]") ? -1 : 0
  }
}
