/// A scene with a formula that is larger than the example of any one operation.
struct Example {
  let name: String
  let scene: String
  let formula: String

  static let all = [head, layer, fused, alongAnAxis]

  /// One head over seven tokens.
  static let head = Example(
    name: "a head over seven tokens",
    scene: """
      axis token   = 7
      axis feature = 4
      axis trait   = 3
      X[token, feature]   = randn(seed: 1)
      W_q[feature, trait] = randn(seed: 2)
      W_k[feature, trait] = randn(seed: 3)
      W_v[feature, trait] = randn(seed: 4)
      Q = X @ W_q
      K = X @ W_k
      V = X @ W_v
      weight = softmax(Q @ K.T / sqrt(size(trait)) + causal(token))
      output = weight @ V
      """,
    formula: "output")

  /// Two heads that are joined and read out, and a loss.
  static let layer = Example(
    name: "two heads and a loss",
    scene: """
      axis token   = 7
      axis feature = 8
      axis head    = 2
      axis trait   = 4
      X[token, feature]         = randn(seed: 1)
      W_q[head, feature, trait] = randn(seed: 2)
      W_k[head, feature, trait] = randn(seed: 3)
      W_v[head, feature, trait] = randn(seed: 4)
      W_o[head*trait, feature]  = randn(seed: 5)
      target[token]             = [3, 1, 4, 1, 5, 2, 6]
      weight = softmax((X @ W_q) @ (X @ W_k).T / sqrt(size(trait)))
      output = join(weight @ (X @ W_v), head, trait) @ W_o
      """,
    formula: "cross_entropy(output, target)")

  /// More than one tile of scores, whose sums are noted for the way back; its products are still small
  /// enough for loops, since the library may ask for memory of its own.
  static let fused = Example(
    name: "attention in tiles",
    scene: """
      axis query = 66
      axis key   = 63
      axis trait = 1
      Q[query, trait] = randn(seed: 1)
      K[key, trait]   = randn(seed: 2)
      V[key, trait]   = randn(seed: 3)
      """,
    formula: "attention(Q, K, V)")

  static let alongAnAxis = Example(
    name: "a mean over tokens",
    scene: """
      axis head  = 2
      axis token = 7
      axis trait = 3
      H[head, token, trait] = randn(seed: 1)
      """,
    formula: "norm(mean(H, token), head)")
}
