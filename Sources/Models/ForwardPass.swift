import Tensors

/// Everything that a model computes for one sentence.
package struct ForwardPass: Equatable, Sendable {
  /// What each layer receives, and behind them what the last one leaves: token × feature.
  package private(set) var inputs: [Tensor]
  /// The attention of each head of each layer: query × key.
  package private(set) var weights: [[Tensor]] = []
  /// What each head of each layer adds: token × feature.
  package private(set) var written: [[Tensor]] = []
  /// How much each token is for each word: token × word.
  package private(set) var logits: Tensor

  /// Computes layer after layer from what the first receives: token × feature.
  package init(of model: TinyModel, from start: Tensor, _ change: HeadChange = HeadChange()) {
    var stream = start
    inputs = [start]
    for (layer, heads) in model.layers.enumerated() {
      let mask = model.reach[layer].mask(size: start.rowCount)
      let tables = heads.map { $0.weights(over: stream, mask) }
      let written = zip(heads, tables).enumerated().map { number, head in
        let place = HeadPlace(layer: layer + 1, head: number + 1)
        return change.applied(at: place, to: head.0.written(over: stream, head.1))
      }
      for table in written { stream.add(table) }
      weights.append(tables)
      self.written.append(written)
      inputs.append(stream)
    }
    logits = stream.multiplied(by: model.unembedding)
  }

  package func weights(of place: HeadPlace) -> Tensor {
    weights[place.layer - 1][place.head - 1]
  }

  package func written(by place: HeadPlace) -> Tensor {
    written[place.layer - 1][place.head - 1]
  }

  /// How probable each word is at a token.
  package func probabilities(at token: Int) -> [Float] {
    Softmax.apply(Tensor(Array(logits.row(token)))).elements
  }

  /// The most probable words at a token, the first of equals first.
  package func best(_ count: Int, at token: Int) -> [WordChance] {
    let probabilities = probabilities(at: token)
    let ordered = probabilities.indices.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    return ordered.prefix(count).map {
      WordChance(word: $0, logit: logits[token, $0], probability: probabilities[$0])
    }
  }
}

/// A word by its number, and how much a model is for it.
package struct WordChance: Equatable, Sendable {
  package let word: Int
  package let logit: Float
  package let probability: Float
}

/// What is done to heads while a sentence is computed; weights stay what they are.
package struct HeadChange: Equatable, Sendable {
  /// Heads that write nothing.
  package var silenced: Set<HeadPlace>
  /// What heads write for a token in place of their own numbers.
  package var transplants: [Transplant]

  package struct Transplant: Equatable, Sendable {
    package let head: HeadPlace
    package let token: Int
    package let numbers: [Float]

    package init(head: HeadPlace, token: Int, numbers: [Float]) {
      self.head = head
      self.token = token
      self.numbers = numbers
    }
  }

  package init(silenced: Set<HeadPlace> = [], transplants: [Transplant] = []) {
    self.silenced = silenced
    self.transplants = transplants
  }

  func applied(at place: HeadPlace, to table: Tensor) -> Tensor {
    var table = silenced.contains(place) ? .zeros(table.shape) : table
    for transplant in transplants where transplant.head == place {
      for (feature, number) in transplant.numbers.enumerated() {
        table[transplant.token, feature] = number
      }
    }
    return table
  }
}

extension TinyModel {
  /// What the first layer receives: E[word] + P[place], token × feature.
  package func start(of tokens: [Int]) -> Tensor {
    precondition(tokens.count <= mostTokens, "a sentence fits the table of positions")
    let rows = tokens.enumerated().map { place, word in
      zip(embedding.row(word), position.row(place)).map { $0 + $1 }
    }
    return Tensor(rows: rows)
  }

  package func pass(over tokens: [Int], _ change: HeadChange = HeadChange()) -> ForwardPass {
    ForwardPass(of: self, from: start(of: tokens), change)
  }
}

extension TinyModel.Head {
  /// softmax(Q·Kᵀ / √d + mask), query × key.
  func weights(over stream: Tensor, _ mask: Tensor) -> Tensor {
    let queries = stream.multiplied(by: query)
    let keys = stream.multiplied(by: key)
    var scores = queries.multiplied(by: keys.transposed)
    let scale = Float(query.rowLength).squareRoot()
    for place in scores.elements.indices {
      scores.elements[place] = scores.elements[place] / scale + mask.elements[place]
    }
    return Softmax.apply(scores)
  }

  /// weight·V·W_o, token × feature.
  func written(over stream: Tensor, _ weights: Tensor) -> Tensor {
    weights.multiplied(by: stream.multiplied(by: value)).multiplied(by: output)
  }
}

extension Tensor {
  fileprivate mutating func add(_ other: Tensor) {
    for place in elements.indices { elements[place] += other.elements[place] }
  }
}
