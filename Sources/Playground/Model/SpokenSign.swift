/// The words for signs that voices leave out or misread.
package enum SpokenSign {
  /// The text with its signs in words; in code, those of the keyboard too.
  package static func said(
    _ text: String, asCode: Bool, keeping kept: [Unicode.Scalar] = []
  ) -> String {
    let text = withZerosBeforePoints(text)
    return text.unicodeScalars.reduce(into: "") { said, scalar in
      if kept.contains(scalar) {
        said.unicodeScalars.append(scalar)
      } else if let word = words[scalar] ?? (asCode ? codeWords[scalar] : nil) ?? greek(scalar) {
        said += word.isEmpty ? " " : " \(word) "
      } else {
        said.unicodeScalars.append(scalar)
      }
    }
  }

  /// `.71` is "0.71": a voice would take the point for the end of a sentence.
  private static func withZerosBeforePoints(_ text: String) -> String {
    guard text.unicodeScalars.contains(".") else { return text }
    let scalars = Array(text.unicodeScalars)
    var said = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isBeforeDigit =
        place + 1 < scalars.count && ("0"..."9").contains(scalars[place + 1])
      let isNumber = place == 0 || !scalars[place - 1].isPartOfWord
      if scalar == ".", isBeforeDigit, isNumber { said.append("0") }
      said.append(scalar)
    }
    return String(said)
  }

  private static let words: [Unicode.Scalar: String] = [
    "−": "minus", "·": "times", "×": "times", "⋅": "times", "÷": "over", "±": "plus or minus",
    "√": "the root of", "≈": "about", "≤": "at most", "≥": "at least", "≠": "is not",
    "→": "to", "←": "from", "↦": "to", "↑": "up", "↓": "down", "∂": "d", "∞": "infinity",
    "Σ": "the sum of", "∑": "the sum of",
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

extension Unicode.Scalar {
  /// Whether a point behind it belongs to what stands before: `0.5`, `v.2`, `…`.
  fileprivate var isPartOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil || self == "."
  }
}
