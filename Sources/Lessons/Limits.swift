import Files
import Scenes

/// How much of a lesson is read; a stranger's file may be anything.
package enum Limits {
  static let fileBytes = SizeLimit.lesson.bytes
  static let steps = 200
  /// One stretch of prose; the Markdown library takes quadratic time for some texts.
  static let proseBytes = 16 << 10
  static let yamlBytes = 64 << 10
  static let yamlDepth = 32
  static let proseDepth = 24
  static let sliders = 200
  static let panels = 40
  /// What all scenes of a lesson may take together: 256 MiB and a few seconds.
  package static let cost = SceneCost(numbers: 1 << 26, work: 1e10)
  /// What checking a lesson's claims may take; most of it is training, whose steps are small and slow.
  static let checkWork = 5e9
  /// Each character of a scene takes about as much room as so many numbers.
  static let numbersPerCharacter = 16
  /// Reading a matrix again takes about as long as so many operations.
  static let workPerMatrixRead = 10_000.0
  /// Drawing a number on a page takes about as long as so many operations.
  static let workPerNumberDrawn = 100.0
  /// The numbers that a run of gradient descent may keep: 128 MiB.
  static let runNumbers = 1 << 25
  /// Nobody reads more; each carries its whole line.
  static let problems = 200
}
