import Text

/// Where the numbers of a matrix come from.
package enum Origin: Hashable, Sendable {
  /// Written out in the scene.
  case handSet
  /// Drawn from the random stream of this seed; draw 0 is what the text says.
  case random(seed: Int, draw: Int = 0)
  /// Given by a rule without a choice: zeros, ones, eye, sinusoids.
  case constant
  /// Learned by this trained model.
  case learned(model: String)
  /// The result of a formula.
  case computed
  /// Found by gradient descent.
  case trained
  /// Changed since the scene was read.
  case changed

  var isLearned: Bool {
    if case .learned = self { true } else { false }
  }

  package var isRandom: Bool {
    if case .random = self { true } else { false }
  }
}

/// A name of the scene and what it stands for.
package struct Definition: Equatable, Sendable {
  package let name: String
  package let node: NodeID
  /// Whether the definition refers to nothing, so that its cells can be dragged.
  package let isInput: Bool
  /// The right side as written, its spaces made regular.
  package let formula: String
  package let axes: [Axis]
  package let origin: Origin
  package let location: SourceLocation
}
