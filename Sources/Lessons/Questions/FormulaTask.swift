import Scenes
import Text

/// A formula that the student writes, and what it is held against.
package struct FormulaTask: Equatable, Sendable {
  /// What it defines.
  package let name: String
  /// A formula that is right; others that compute the same are as right.
  let answer: SourceText
  /// What stands in the line to begin with, and runs until something else is written.
  package let from: String?
  let worlds: HiddenWorlds
  /// Inputs that keep their numbers in these worlds.
  let kept: Set<String>
  /// How far a number may be off, as a part of it where it is larger than 1.
  let tolerance: Float
  package let mistakes: [NamedMistake]
  /// What has to hold of a formula that is right, each shown with its mark.
  package let checks: [Claim]

  /// The file under which problems with a typed formula are reported.
  package static let file = "your formula"
}

extension FormulaTask {
  /// The right formula as the author wrote it, for the instructor alone.
  package var answerText: String { answer.text }
}

extension NamedMistake {
  /// The wrong formula as the author wrote it.
  package var text: String { equals.text }
}

/// Further scenes in which a formula has to be right; nobody sees them.
enum HiddenWorlds: Equatable, Sendable {
  /// As the author gives them.
  case given([HiddenWorld])
  /// Two: other numbers, and other numbers of other sizes. Found when a formula is judged, since it
  /// takes several readings of the scene.
  case chosen

  var count: Int {
    switch self {
    case .given(let worlds): worlds.count
    case .chosen: 2
    }
  }
}

/// The scene of a step with other numbers, and perhaps other sizes.
struct HiddenWorld: Equatable, Sendable {
  let seed: Int
  /// Sizes of axes that are other than the scene's.
  let sizes: [String: Int]
}

/// A formula that is wrong in a known way.
package struct NamedMistake: Equatable, Sendable {
  let equals: SourceText
  /// The wrong idea behind it, as a name.
  package let misconception: String?
  /// What whoever writes it is told.
  package let say: [MarkdownBlock]
}
