import Playground
import Terminal

extension Model {
  /// Presses keys as a person at a window of this size would; effects are left undone.
  package mutating func press(_ keys: [Key], size: Size, appearance: Appearance = Appearance()) {
    for key in keys {
      for message in Page(self, size: size, appearance: appearance).messages(for: .key(key)) {
        _ = update(message, at: now)
      }
    }
  }
}
