import Tensors

/// Heads of attention as the lessons write them out, with whole tables of weights.
struct SpelledOutAttention {
  private let work: AttentionWork
  private let mask: Tensor?
  private let scale: Tensor
  private let scaling: Broadcast
  private let masking: Broadcast

  init(_ work: AttentionWork) {
    self.work = work
    mask = work.isCausal ? Tensor.causalMask(size: work.tokens) : nil
    scale = Tensor(Float(work.dim).squareRoot())
    let shape = [work.tokens, work.tokens]
    scaling = Broadcast(shape: shape, left: [work.tokens, 1], right: [0, 0])
    masking = Broadcast(shape: shape, left: [work.tokens, 1], right: [work.tokens, 1])
  }

  /// The output of every head, token × dim.
  func output() -> [Tensor] {
    (0..<work.heads).map { head in
      // scores: token × token
      var scores = work.queries(head).multiplied(by: work.keys(head).transposed)
      scores = BinaryFunction.divide.apply(scores, scale, by: scaling)
      if let mask { scores = BinaryFunction.add.apply(scores, mask, by: masking) }
      return Softmax.apply(scores).multiplied(by: work.values(head))
    }
  }
}
