import Text

/// Greek letters by their names, for where only ASCII can be shown.
enum GreekLetter {
  /// The text with each Greek letter spelled: `theta` for θ, `2 Gamma x` for 2Γx.
  static func spelled(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { name(of: $0) != nil }) else { return text }
    var spelled = ""
    var isAfterName = false
    for scalar in text.unicodeScalars {
      let name = name(of: scalar)
      let joins = name != nil || isAfterName
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if joins, isWord, spelled.last?.isLetter == true || spelled.last?.isNumber == true {
        spelled += " "
      }
      spelled += name ?? String(scalar)
      isAfterName = name != nil
    }
    return spelled
  }

  /// The name of a plain Greek letter; nothing for any other character.
  static func name(of scalar: Unicode.Scalar) -> String? {
    guard (0x391...0x3c9).contains(scalar.value) else { return nil }
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count == 4, words[0] == "GREEK", words[2] == "LETTER" else { return nil }
    // Unicode writes lambda without its b.
    let letter = words[3] == "LAMDA" ? "LAMBDA" : words[3]
    return words[1] == "CAPITAL" ? letter.capitalizedInASCII : letter.lowercased()
  }
}

extension StringProtocol {
  fileprivate var capitalizedInASCII: String { prefix(1) + dropFirst().lowercased() }
}
