extension SceneError {
  /// What is written here for names that other languages have.
  static let foreignNames = [
    "transpose": "A.T", "matmul": "A @ B", "mm": "A @ B", "bmm": "A @ B", "einsum": "A @ B",
    "square": "A ^ 2", "pow": "A ^ 2", "len": "size(axis)", "shape": "size(axis)",
    "concat": "join(A, head, trait) for columns, append(A, B, axis) for rows",
    "concatenate": "join(A, head, trait) for columns, append(A, B, axis) for rows",
    "cat": "join(A, head, trait) for columns, append(A, B, axis) for rows",
    "stack": "append(A, B, axis)", "vstack": "append(A, B, axis)",
    "hstack": "join(A, head, trait)", "view": "split(A, head, trait)",
    "reshape": "split(A, head, trait)", "chunk": "split(A, head, trait)",
    "repeat": "share(A, group, head)", "repeat_interleave": "share(A, group, head)",
    "expand": "share(A, group, head)", "tril": "causal(axis)", "triu": "causal(axis)",
    "masked_fill": "A + causal(axis)", "mask": "causal(axis)", "log_softmax": "log(softmax(A))",
    "std": "sqrt(variance(A)), a number for each row",
    "var": "variance(A), a number for each row", "normalize": "layer_norm(A)",
    "norm_layer": "layer_norm(A)",
    "positions": "position(axis) or sinusoids()", "arange": "position(axis)",
    "clamp": "where(A > 0, A, 0)", "clip": "where(A > 0, A, 0)", "softplus": "log(1 + exp(A))",
    "rotary": "rope(A)", "apply_rotary_emb": "rope(A)", "log2": "log(A) / log(2)",
    "log10": "log(A) / log(10)", "rsqrt": "1 / sqrt(A)", "one_hot": "eye()",
    "silu": "A * sigmoid(A)", "random": "randn(seed: 1)",
  ]
}
