import Lessons

/// What `update` asks the rim to do; the only way out of the model.
package enum Effect: Equatable, Sendable {
  case save(Progress)
  case saveSettings(Settings)
  case savePlace(lesson: String, step: String)
  case write(text: String, file: String)
  case copy(String)
  case mouse(on: Bool)
  case redraw
  case suspend
  case quit
}
