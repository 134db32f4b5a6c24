import Tensors

/// Heads of attention over random queries, keys and values.
struct AttentionLayer {
  private let queries: [Tensor]
  /// Transposed: dim × token.
  private let keys: [Tensor]
  private let values: [Tensor]
  private let mask: Tensor?
  private let scale: Tensor
  private let scaling: Broadcast
  private let masking: Broadcast

  init(heads: Int, tokens: Int, dim: Int, isCausal: Bool) {
    func drawn(_ seed: Int) -> Tensor {
      RandomStream(seed: UInt64(seed)).normal(shape: [tokens, dim])
    }
    queries = (0..<heads).map { drawn(3 * $0) }
    keys = (0..<heads).map { drawn(3 * $0 + 1).transposed }
    values = (0..<heads).map { drawn(3 * $0 + 2) }
    mask = isCausal ? Tensor.causalMask(size: tokens) : nil
    scale = Tensor(Float(dim).squareRoot())
    scaling = Broadcast(shape: [tokens, tokens], left: [tokens, 1], right: [0, 0])
    masking = Broadcast(shape: [tokens, tokens], left: [tokens, 1], right: [tokens, 1])
  }

  /// The output of every head, token × dim.
  func output() -> [Tensor] {
    queries.indices.map { head in
      // scores: token × token
      var scores = queries[head].multiplied(by: keys[head])
      scores = BinaryFunction.divide.apply(scores, scale, by: scaling)
      if let mask { scores = BinaryFunction.add.apply(scores, mask, by: masking) }
      return Softmax.apply(scores).multiplied(by: values[head])
    }
  }
}
