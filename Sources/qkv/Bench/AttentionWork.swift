import Tensors

/// Heads of attention over random queries, keys and values.
struct AttentionWork {
  let heads: Int
  let tokens: Int
  let dim: Int
  let isCausal: Bool
  let operands: AttentionOperands
  let attention: Attention

  init(heads: Int, tokens: Int, dim: Int, isCausal: Bool) {
    (self.heads, self.tokens, self.dim, self.isCausal) = (heads, tokens, dim, isCausal)
    func drawn(_ seed: UInt64) -> [Float] {
      RandomStream(seed: seed).normal(shape: [heads, tokens, dim]).elements
    }
    operands = AttentionOperands(queries: drawn(1), keys: drawn(2), values: drawn(3))
    let size = AttentionSize(queries: tokens, keys: tokens, traits: dim, features: dim)
    attention = Attention(size, heads: heads, mask: isCausal ? .causal : .none)
  }

  /// The additions and multiplications of two products, for the pairs that see each other.
  var operations: Double {
    isCausal ? allOperations * Double(tokens + 1) / Double(2 * tokens) : allOperations
  }

  /// Those for all pairs of tokens, hidden ones too, as the spelled-out form works them out.
  var allOperations: Double {
    4 * Double(heads) * Double(tokens) * Double(tokens) * Double(dim)
  }

  func queries(_ head: Int) -> Tensor { matrix(operands.queries, head) }
  func keys(_ head: Int) -> Tensor { matrix(operands.keys, head) }
  func values(_ head: Int) -> Tensor { matrix(operands.values, head) }

  private func matrix(_ numbers: [Float], _ head: Int) -> Tensor {
    let count = tokens * dim
    return Tensor(
      shape: [tokens, dim], elements: Array(numbers[head * count..<(head + 1) * count]))
  }
}
