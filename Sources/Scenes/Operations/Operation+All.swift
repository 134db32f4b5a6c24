extension Operation {
  /// Every operation of the language; the only list.
  package static let all: [Operation] = [
    .product, .plus, .minus, .times, .divided, .negative, .power,
    .less, .atMost, .greater, .atLeast, .equal, .different, .both, .either, .negated,
    .transposed, .indexed, .same, .rows, .columns,
    .softmax, .hardmax, .topk, .choice,
    .exp, .log, .sqrt, .abs, .relu, .gelu, .geluTanh, .elu, .tanh, .sigmoid, .sin, .cos,
    .sum, .mean, .max, .min, .variance, .norm, .entropy, .argmax, .dot, .cosine, .size,
    .causal, .window, .band, .padding, .alibi, .position, .rope,
    .join, .split, .share, .append, .relabel, .lookup,
    .layerNorm, .rmsNorm, .crossEntropy, .attention, .before,
    .zeros, .ones, .eye, .randn, .uniform, .sinusoids, .weights,
  ]

  /// The matrices that the examples speak of.
  package static let exampleScene = """
    axis head  = 2
    axis group = 1
    axis token = the cat drank
    axis trait = 3
    axis width = noun animal
    axis pair  = 4
    axis long  = 4
    x[trait] = [0.4, -0.3, 1.2]
    A[token, trait] = [[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [-0.75, 1.0, 0.1]]
    B[trait, width] = [[1.0, 0.5], [-0.5, 2.0], [0.25, -1.5]]
    C[token, trait] = [[1.0, 2.0, 0.5], [0.3, 0.7, 1.1], [2.0, 0.6, 0.9]]
    P[token, trait] = [[0.2, 0.3, 0.5], [0.6, 0.3, 0.1], [0.25, 0.25, 0.5]]
    H[head, token, trait] = [
      [[1.0, 2.0, 0.5], [0.3, 0.7, 1.1], [2.0, 0.6, 0.9]],
      [[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [-0.75, 1.0, 0.1]],
    ]
    axis entry = cat dog drank the
    L[entry, trait] = [[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [-0.75, 1.0, 0.1], [0.2, 0.3, 0.4]]
    J[token, head*trait] = [
      [0.5, -1.0, 2.0, 0.3, 0.7, 1.1], [1.5, 0.25, -0.5, -1.2, 0.6, 0.9], [1, 2, 3, 4, 5, 6],
    ]
    R[token, pair] = [[0.5, -1.0, 2.0, 0.3], [1.5, 0.25, -0.5, -1.2], [-0.75, 1.0, 0.1, 0.6]]
    G[group, token, trait] = [[[1.0, 2.0, 0.5], [0.3, 0.7, 1.1], [2.0, 0.6, 0.9]]]
    """
}
