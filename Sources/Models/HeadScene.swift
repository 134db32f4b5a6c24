import Scenes
import Tensors
import Text

/// One head over one sentence as a scene: what the head receives as numbers, its tables as weights of
/// the model, and the formulas of attention.
package struct HeadScene {
  let model: TinyModel
  let sentence: ModelSentence
  let place: HeadPlace
  /// What the head receives, where it is not what the words of the sentence make of it.
  private let received: Tensor?

  /// - Parameters:
  ///   - model: the model that has the head.
  ///   - sentence: the words that become the tokens.
  ///   - place: the head.
  ///   - received: token × feature, in place of what the layers below leave of the sentence.
  package init(
    _ model: TinyModel, _ sentence: ModelSentence, _ place: HeadPlace,
    receiving received: Tensor? = nil
  ) {
    precondition(model.places.contains(place), "a scene is made of a head that exists")
    self.model = model
    self.sentence = sentence
    self.place = place
    self.received = received
  }

  /// The scene with its numbers; other heads act on it as `change` says.
  package func scene(_ change: HeadChange = HeadChange()) throws(Diagnostics) -> Scene {
    try Scene([SourceText(file: name, text: text(change))], weights: model)
  }

  /// What files and messages call it: `refer-2.1`.
  package var name: String { "\(model.name)-\(place.name)" }

  /// The scene as text: X with the numbers that the layers below leave.
  package func text(_ change: HeadChange = HeadChange()) -> String {
    let received =
      self.received ?? model.pass(over: sentence.tokens, change).inputs[place.layer - 1]
    return """
      # head \(place.name) of \(model.name)
      axis token   = \(sentence.words.map(Self.quoted).joined(separator: " "))
      axis feature = \(model.featureCount)
      axis trait   = \(model.traitCount)

      X[token, feature] = \(Self.list(received))
      W_q[feature, trait] = \(weights("query"))
      W_k[feature, trait] = \(weights("key"))
      W_v[feature, trait] = \(weights("value"))
      W_o[trait, feature] = \(weights("output"))

      Q = X @ W_q
      K = X @ W_k
      V = X @ W_v
      score  = Q @ K.T
      scaled = score / sqrt(size(trait))\(mask)
      weight = softmax(scaled)
      output = weight @ V
      contribution = output @ W_o

      """
  }

  private func weights(_ tensor: String) -> String {
    "weights(\(Self.quoted(model.name)), \"\(tensor)\", "
      + "layer: \(place.layer), head: \(place.head))"
  }

  /// What is added to the scores where a place does not see everything.
  private var mask: String {
    let reach = model.reach[place.layer - 1]
    switch (reach.behind, reach.ahead) {
    case (nil, nil): return ""
    case (nil, 0): return " + causal(token)"
    case (let behind?, 0): return " + window(token, \(behind + 1))"
    case (0, let ahead?): return " + window(token, \(ahead + 1)).T"
    case _:
      return " + mask\nmask[token, token] = "
        + Self.list(reach.mask(size: sentence.tokens.count))
    }
  }

  /// A matrix as a list, a line for each row.
  private static func list(_ matrix: Tensor) -> String {
    let rows = (0..<matrix.rowCount).map { row in
      "  [" + matrix.row(row).map(\.description).joined(separator: ", ") + "],\n"
    }
    return "[\n" + rows.joined() + "]"
  }

  private static func quoted(_ word: String) -> String {
    "\"" + word.filter { $0 != "\"" && $0 != "\\" } + "\""
  }
}
