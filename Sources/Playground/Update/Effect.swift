import Lessons
import Progress

/// What `update` asks the rim to do; the only way out of the model.
package enum Effect: Equatable, Sendable {
  case save(Progress)
  case saveSettings(Settings)
  case savePlace(lesson: String, step: String)
  case write(text: String, file: String)
  case copy(String)
  case mouse(on: Bool)
  /// Says a text aloud in place of what is being said; the language is a tag such as `en`.
  case speak(String, language: String)
  /// Ends what is being said.
  case hush
  case redraw
  case suspend
  case quit
}
