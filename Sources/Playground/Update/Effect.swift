import Lessons
import Progress

/// What `update` asks for; the loop does it and answers with a report.
package enum Effect: Equatable, Sendable {
  /// Reads the words of the whole course, for the search.
  case readCourse
  /// Reads a lesson in order to open it at a step, counted from 1, or where it was left.
  case load(lesson: String, step: Int?)
  case save(Progress)
  /// Keeps how a lesson stands, in place of what was kept of it.
  ///
  /// The lesson's file tells lessons of one id apart.
  case saveState(LessonState, file: String)
  /// Keeps that this was done since the state of a lesson was kept.
  case record(Message, lesson: String)
  /// What was changed goes into the settings file; the rest of it stays as it is.
  case saveSettings(Settings, since: Settings)
  case savePlace(lesson: String, step: String)
  case saveFirstPage(FirstPageMemory)
  case write(text: String, file: String)
  case copy(String)
  case mouse(on: Bool)
  /// Says a text aloud in place of what is being said; the language is a tag such as `en`.
  case speak(String, language: String)
  /// Ends what is being said.
  case hush
  /// Measures how long a piece of attention takes.
  case measure(AttentionJob)
  case redraw
  case suspend
  case quit
}
