import Scenes

/// One screen of a lesson.
package struct Step: Equatable, Sendable {
  package let id: String
  package let title: String
  /// Where its heading stands in the file.
  package let location: SourceLocation
  package let blocks: [Block]
  /// The scene as the step finds it; every expression of the blocks is a watched node in it.
  package let scene: Scene

  package var questions: [Question] { blocks.compactMap(\.question) }
  package var goals: [Goal] { blocks.compactMap(\.goal) }
  /// The run of gradient descent, if the step has one.
  package var training: TrainingTask? { blocks.lazy.compactMap(\.training).first }
  package var sliders: [Slider] { blocks.flatMap(\.sliders) }
  package var hints: [[MarkdownBlock]] { blocks.compactMap(\.hint) }
  package var notes: [Notes] { blocks.compactMap(\.notes) }

  /// The panels of the step, a row a line, the most important first.
  package var panelRows: [[Panel]] { blocks.flatMap(\.panelRows) }

  /// What is said aloud where it differs from the prose.
  package var narration: [MarkdownBlock] { blocks.flatMap(\.narration) }
}
