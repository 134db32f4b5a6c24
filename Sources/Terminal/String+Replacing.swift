extension String {
  /// The same text with another sign in place of each old one.
  ///
  /// `replacing(_:with:)` searches for a text of any length, which takes longer than a word is worth.
  package func replacingEach(_ old: Character, with new: Character) -> String {
    contains(old) ? String(map { $0 == old ? new : $0 }) : self
  }
}
