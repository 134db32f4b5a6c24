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
  package static let panels = 40
  /// How many values an input may have in the variants of a question, and how many variants there may be.
  static let variedValues = 100
  static let variants = 1_000_000
  /// What all scenes of a lesson may take together: 256 MiB and a few seconds.
  package static let cost = SceneCost.most
  /// What checking a lesson's claims may take; most of it is training, whose steps are small and slow.
  static let checkWork = 3e9
  /// How many numbers are read to try the sliders' ranges.
  static let rangeWork = 1e9
  /// How many numbers are read to try whether goals come about without thinking.
  static let goalWork = 5e8
  /// Looking at a matrix of a single number takes about as long as reading so many, and reading its formula
  /// again for another size of an axis as reading so many more.
  static let rangeWorkPerMatrix = 70.0
  static let rangeWorkPerMatrixRead = 3_500.0
  /// Each character of a scene takes about as much room as so many numbers.
  static let numbersPerCharacter = 16
  /// Reading a matrix again takes about as long as so many operations.
  static let workPerMatrixRead = 20_000.0
  /// Each expression copies the list of a scene's matrices; each copy takes about as long as so many
  /// operations.
  static let workPerMatrixCopied = 1_000.0
  /// A step with expressions of its own holds that list again, in as much room as so many numbers a matrix.
  static let numbersPerMatrixHeld = 100
  /// Drawing a number on a page takes about as long as so many operations.
  static let workPerNumberDrawn = 100.0
  /// The numbers that a run of gradient descent may keep: 128 MiB.
  static let runNumbers = 1 << 25
  /// Nobody reads more; each carries its whole line.
  static let problems = 200
}
