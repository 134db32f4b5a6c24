/// The small letters that Unicode has, and only those.
package enum ScriptLetters {
  /// The text in small letters below the line, where every character has one.
  package static func lowered(_ text: String) -> String? { below.small(text) }

  /// The text in small letters above the line, where every character has one.
  package static func raised(_ text: String) -> String? { above.small(text) }

  /// The text with small low digits written out: `the_2` for `the₂`.
  package static func spelledOut(_ text: String) -> String {
    var spelled = ""
    var isLow = false
    for character in text {
      let digit = lowDigits.firstIndex(of: character)
      if digit != nil, !isLow { spelled += "_" }
      spelled += digit.map(String.init) ?? String(character)
      isLow = digit != nil
    }
    return spelled
  }

  private static let lowDigits = Array("₀₁₂₃₄₅₆₇₈₉")

  private static let below = Table(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let above = Table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′⊤",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′ᵀ")
}

/// Two lists, since a dictionary of some forty letters would take longer to make than to search.
private struct Table {
  private let plain: [Unicode.Scalar]
  private let small: [Unicode.Scalar]

  init(_ plain: String, _ small: String) {
    self.plain = Array(plain.unicodeScalars)
    self.small = Array(small.unicodeScalars)
  }

  /// nil where a scalar has no small letter.
  func small(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let place = plain.firstIndex(of: scalar) else { return nil }
      scalars.append(small[place])
    }
    return text.isEmpty ? nil : String(scalars)
  }
}
