import Playground
import Terminal

extension Model {
  /// Presses keys one after another, each on the page that the one before has left.
  ///
  /// `load` reads a lesson that a key asks for; other effects are left undone.
  package mutating func press(
    _ keys: [Key], size: Size, appearance: Appearance = Appearance(),
    meaning table: KeyTable = .standard,
    load: ((_ lesson: String, _ step: Int?) -> Message)? = nil
  ) {
    for key in keys {
      let page = Page(self, size: size, appearance: appearance, keys: table)
      for message in page.messages(for: .key(key)) {
        for case .load(let lesson, let step) in update(message, at: now) {
          if let answer = load?(lesson, step) { _ = update(answer, at: now) }
        }
      }
    }
  }
}
