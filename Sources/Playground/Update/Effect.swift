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
  /// Says a text aloud in place of what is being said.
  case speak(Speech)
  /// Asks whether the voice still speaks.
  case askVoice
  /// Ends what is being said.
  case hush
  /// Measures how long a piece of attention takes.
  case measure(AttentionJob)
  case redraw
  case suspend
  case quit
}

/// A text to be said aloud, and how.
package struct Speech: Equatable, Sendable {
  package let text: String
  /// A tag such as `en`.
  package let language: String
  /// 1 is the voice's usual speed.
  package let speed: Double
  /// The name of a voice; nil leaves it to the language.
  package let speaker: String?

  package init(text: String, language: String, speed: Double = 1, speaker: String? = nil) {
    self.text = text
    self.language = language
    self.speed = speed
    self.speaker = speaker
  }
}
