import Text

/// Tokens written out again with regular spaces: `softmax(Q @ K.T)`, `X[:, "noun"]`.
struct TokenPrinter {
  private(set) var text = ""

  init(of tokens: ArraySlice<Token>) {
    var previous: Token?
    var beforePrevious: Token?
    for token in tokens {
      if let previous, Self.parts(beforePrevious, previous, token) { text += " " }
      text += token.text
      (beforePrevious, previous) = (previous, token)
    }
  }

  /// Whether a space stands between `left` and `right`.
  private static func parts(_ before: Token?, _ left: Token, _ right: Token) -> Bool {
    if left.isSymbol(",") { return true }
    if left.isSymbol(":") { return !closes(right) && !right.isSymbol(",") }
    if right.isInfix { return endsOperand(left) || left.isInfix }
    if left.isInfix { return left.isWord || before.map(endsOperand) ?? false }
    return false
  }

  private static func closes(_ token: Token) -> Bool {
    token.isSymbol(")") || token.isSymbol("]")
  }

  private static func endsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .number, .string, .label: true
    case .symbol: closes(token)
    }
  }
}

extension Token {
  fileprivate var isInfix: Bool {
    guard case .symbol(let symbol) = kind else { return false }
    return Operation.infix[symbol] != nil || Operation.prefix[symbol] != nil
  }

  fileprivate var isWord: Bool {
    guard case .symbol(let symbol) = kind else { return false }
    return symbol.first?.isLetter ?? false
  }
}

extension String {
  /// A formula's text with rows and columns swapped, for suggestions: `K.T`, `(A + B).T`, `K`.
  var turned: String {
    let isTurned = hasSuffix(".T") && asOperand == self
    return isTurned ? String(dropLast(2)) : asOperand + ".T"
  }

  /// The text in parentheses, unless it holds together by itself.
  var asOperand: String {
    var depth = 0
    for character in self {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if depth == 0, character == " " || character == "-" { return "(\(self))" }
    }
    return self
  }
}
