import Tensors

/// Where `weights("refer", "query", layer: 2, head: 2)` finds its numbers.
///
/// A scene asks each time it is read, so a source keeps what it has loaded. It knows models by
/// name; a scene never names a file.
package protocol WeightSource: Sendable {
  /// One tensor, rows and columns last.
  ///
  /// A tensor of heads comes as the table of one head (feature × trait), or with an axis of heads in
  /// front where no head is asked for.
  func weights(_ request: WeightRequest) throws(WeightError) -> LearnedTensor
}

/// What a model learned, and what its axes stand for.
package struct LearnedTensor: Equatable, Sendable {
  package let numbers: Tensor
  /// One for each axis of the numbers.
  package let axes: [LearnedAxis]

  /// Without `axes` each has nothing but its places.
  package init(_ numbers: Tensor, axes: [LearnedAxis]? = nil) {
    self.numbers = numbers
    self.axes = axes ?? numbers.shape.map { _ in .plain }
    precondition(self.axes.count == numbers.shape.count, "every axis stands for something")
  }
}

/// What an axis of a learned tensor stands for.
package enum LearnedAxis: Equatable, Sendable {
  /// Nothing beyond its places; a scene's axis has the same size.
  case plain
  /// These words, of which a scene's axis with labels picks its own.
  case words([String])
  /// Positions in a sentence from 0, of which a scene's axis takes as many as it has places.
  case positions
}

/// What a scene asks a model for.
package struct WeightRequest: Hashable, Sendable {
  /// The model's name: `refer`.
  package let model: String
  /// What the tensor is: `query`, `key`, `value`, `output`, `embedding`, `position`, `unembedding`.
  package let tensor: String
  /// Counted from 1; nil where the scene names none.
  package let layer: Int?
  /// Counted from 1; nil for all heads.
  package let head: Int?

  package init(model: String, tensor: String, layer: Int? = nil, head: Int? = nil) {
    self.model = model
    self.tensor = tensor
    self.layer = layer
    self.head = head
  }
}

/// Why a source has no numbers for a request.
package enum WeightError: Error, Equatable, Sendable {
  /// No model has this name; these names exist.
  case unknownModel(known: [String])
  /// The model has no tensor of this name; these names exist.
  case unknownTensor(known: [String])
  /// The request's layer is none of 1 to `count`, or it names none; with a count of 0 it names one
  /// though the tensor belongs to no layer.
  case layer(count: Int)
  /// The request's head is none of 1 to `count`; with a count of 0 the tensor has no heads.
  case head(count: Int)
  /// The model cannot be read; the reason is a sentence without its full stop.
  case unreadable(String)
}
