extension String {
  /// The same text with another sign in place of each old one.
  ///
  /// `replacing(_:with:)` searches for a text of any length, which takes longer than a word is worth.
  package func replacingEach(_ old: Character, with new: Character) -> String {
    // Bytes are compared much faster than characters are told apart.
    guard let byte = old.utf8.first, utf8.contains(byte), contains(old) else { return self }
    return String(map { $0 == old ? new : $0 })
  }
}
