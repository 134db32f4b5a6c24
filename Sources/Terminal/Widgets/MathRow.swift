import Text

/// The parts of a formula side by side, and the air between them.
struct MathRow {
  let parts: [MathTree]

  init(_ parts: [MathTree]) { self.parts = parts }

  /// The parts on one line.
  func line(isTight: Bool, symbols: Symbols) -> Line {
    parts.indices.reduce([]) { line, index in
      line + (hasSpace(before: index, isTight: isTight, symbols) ? " " : [])
        + parts[index].line(isTight: isTight, symbols: symbols)
    }
  }

  /// Whether a space parts the one at `index` from the one before.
  func hasSpace(before index: Int, isTight: Bool, _ symbols: Symbols) -> Bool {
    guard index > 0 else { return false }
    let left = Sort(symbols.spelled(parts[index - 1].plainText))
    let right = Sort(symbols.spelled(parts[index].plainText))
    if left == .space || right == .space { return false }
    if left == .comma { return true }
    if left == .word, right == .word || right == .letter && parts[index - 1].isWord { return true }
    if isTight { return false }
    if left == .prefix { return true }
    if right == .sign || right == .operation { return left != .opening }
    if left == .operation { return true }
    return left == .sign && isBinary(at: index - 1)
  }

  // A sign between two terms joins them; at the head of one it belongs to its number.
  private func isBinary(at index: Int) -> Bool {
    guard index > 0 else { return false }
    switch Sort(parts[index - 1].plainText) {
    case .word, .letter, .other: return true
    case .space: return index > 1
    case .sign, .operation, .opening, .comma, .prefix: return false
    }
  }

  /// What a part is to its neighbours.
  private enum Sort {
    case letter
    case word
    case sign
    case operation
    case prefix
    case opening
    case comma
    case space
    case other

    init(_ text: String) {
      switch text {
      case "", " ": self = .space
      case "+", "−", "-", "±": self = .sign
      case "=", "≈", "≠", "≤", "≥", "<", ">", "→", "←", "∈", "·", "×", "⊙", "∘", "/", "∝", "≡",
        "∥", "⋅", "*", "@", ":=", "↦", "⇒":
        self = .operation
      case "(", "[", "{", "⟨": self = .opening
      case ",", ";": self = .comma
      case _
      where text.hasPrefix("∑") || text.hasPrefix("Σ") || text == "sum" || text.hasPrefix("∏"):
        self = .prefix
      case _ where text.hasSuffix(" ") || text.hasPrefix(" "): self = .space
      case _ where text.allSatisfy(\.isLetter): self = text.count > 1 ? .word : .letter
      default: self = .other
      }
    }
  }
}
