import Tensors

/// A model of attention alone: no multilayer perceptron, no biases and no norms.
///
/// `x = E[word] + P[place]`; every layer adds what each of its heads writes; `logits = x @ U`. So a logit is
/// a sum of one part for the words and one for each head, exactly.
package struct TinyModel: Equatable, Sendable {
  package let name: String
  package let words: WordList
  /// A sentence to begin with.
  package let example: String
  /// E: word × feature.
  package let embedding: Tensor
  /// P: place × feature.
  package let position: Tensor
  /// U: feature × word.
  package let unembedding: Tensor
  /// The heads of each layer.
  package let layers: [[Head]]
  /// Which places a place may look at, in each layer.
  package let reach: [Reach]

  /// The tables of one head.
  package struct Head: Equatable, Sendable {
    /// W_q: feature × trait.
    package let query: Tensor
    /// W_k: feature × trait.
    package let key: Tensor
    /// W_v: feature × trait.
    package let value: Tensor
    /// W_o: trait × feature.
    package let output: Tensor
  }

  /// The shipped model that says what a pronoun stands for.
  package static let referring = "refer"

  package var layerCount: Int { layers.count }
  package var headCount: Int { layers[0].count }
  package var featureCount: Int { embedding.rowLength }
  package var traitCount: Int { layers[0][0].query.rowLength }
  /// How many words a sentence may have.
  package var mostTokens: Int { position.rowCount }

  /// How many numbers were learned.
  package var numberCount: Int {
    let heads = layers.joined().reduce(0) {
      $0 + $1.query.count + $1.key.count + $1.value.count + $1.output.count
    }
    return embedding.count + position.count + unembedding.count + heads
  }

  /// Whether a place sees none that follow, so that the last one says what comes next.
  package var looksBack: Bool { reach.allSatisfy { $0.ahead == 0 } }

  package subscript(place: HeadPlace) -> Head { layers[place.layer - 1][place.head - 1] }

  /// All heads, layer by layer.
  package var places: [HeadPlace] {
    layers.indices.flatMap { layer in
      layers[layer].indices.map { HeadPlace(layer: layer + 1, head: $0 + 1) }
    }
  }
}

/// A head by its layer and its number there, both counted from 1.
package struct HeadPlace: Hashable, Codable, Sendable, Comparable {
  package let layer: Int
  package let head: Int

  package init(layer: Int, head: Int) {
    self.layer = layer
    self.head = head
  }

  /// Its layer and number, as in `2.1`.
  package var name: String { "\(layer).\(head)" }

  package static func < (one: Self, other: Self) -> Bool {
    (one.layer, one.head) < (other.layer, other.head)
  }
}

/// How far a place sees to both sides; nil is as far as the sentence goes.
package struct Reach: Equatable, Sendable {
  package let behind: Int?
  package let ahead: Int?

  package init(behind: Int?, ahead: Int?) {
    self.behind = behind
    self.ahead = ahead
  }

  package func contains(key: Int, from query: Int) -> Bool {
    key < query ? behind.map { query - key <= $0 } ?? true : ahead.map { key - query <= $0 } ?? true
  }

  /// 0 where a query may look and −∞ elsewhere, query × key.
  package func mask(size: Int) -> Tensor {
    Tensor(
      rows: (0..<size).map { query in
        (0..<size).map { contains(key: $0, from: query) ? 0 : -.infinity }
      })
  }
}
