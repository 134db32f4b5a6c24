/// A place in running text, whatever lines it is set into.
package struct TextPlace: Hashable, Codable, Sendable {
  /// The paragraph, formula or list, counted from 0.
  package var block: Int
  /// How many letters of the block stand before the place; spaces do not count, since lines break at them.
  package var letters: Int

  package init(block: Int = 0, letters: Int = 0) {
    self.block = block
    self.letters = letters
  }
}
