/// The words for signs that voices leave out or misread.
package enum SpokenSign {
  /// The text with its signs in words; in code, those of the keyboard too.
  package static func said(_ text: String, asCode: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { said, scalar in
      if let word = words[scalar] ?? (asCode ? codeWords[scalar] : nil) ?? greek(scalar) {
        said += word.isEmpty ? " " : " \(word) "
      } else {
        said.unicodeScalars.append(scalar)
      }
    }
  }

  private static let words: [Unicode.Scalar: String] = [
    "−": "minus", "·": "times", "×": "times", "⋅": "times", "÷": "over", "±": "plus or minus",
    "√": "the root of", "≈": "about", "≤": "at most", "≥": "at least", "≠": "is not",
    "→": "to", "←": "from", "↦": "to", "∞": "infinity", "Σ": "the sum of", "∑": "the sum of",
    "²": "squared", "ᵀ": "transposed", "ₖ": "k", "∈": "in", "∝": "is proportional to",
    "‖": "", "⟨": "", "⟩": "",
  ]

  private static let codeWords: [Unicode.Scalar: String] = [
    "_": "", "=": "equals", "+": "plus", "-": "minus", "*": "times", "@": "times", "/": "over",
    "<": "is less than", ">": "is more than", "^": "to the power", "\"": "", "[": "", "]": "",
    "(": "", ")": "", "{": "", "}": "", "|": "", "`": "",
  ]

  /// `θ` is "theta".
  private static func greek(_ scalar: Unicode.Scalar) -> String? {
    guard ("Α"..."ω").contains(scalar), let name = scalar.properties.name else { return nil }
    return name.split(separator: " ").last.map { $0.lowercased() }
  }
}
