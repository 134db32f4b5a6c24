/// A name that people know from papers and other programs, and what stands for it in a scene.
private enum ExpectedName {
  /// The size of the columns, or of the rows, of the first of these matrices that is there.
  case columns(of: [String])
  case rows(of: [String])
  /// The size of the first of these axes that is there.
  case axis([String])
  case mask
  case positions
  case advice(String)

  static let all: [String: ExpectedName] = [
    "d_k": .columns(of: ["K", "Q"]), "dk": .columns(of: ["K", "Q"]),
    "d_q": .columns(of: ["Q", "K"]), "d_v": .columns(of: ["V"]),
    "d_head": .columns(of: ["K", "Q"]), "head_dim": .columns(of: ["K", "Q"]),
    "d_model": .columns(of: ["X", "x"]), "embed_dim": .columns(of: ["X", "x"]),
    "n_embd": .columns(of: ["X", "x"]), "hidden_size": .columns(of: ["X", "x"]),
    "dim": .columns(of: ["X", "x", "K"]),
    "seq_len": .rows(of: ["X", "Q"]), "seqlen": .rows(of: ["X", "Q"]),
    "seq_length": .rows(of: ["X", "Q"]), "n_tokens": .rows(of: ["X", "Q"]),
    "num_tokens": .rows(of: ["X", "Q"]), "block_size": .rows(of: ["X", "Q"]),
    "max_len": .rows(of: ["X", "Q"]), "context_length": .rows(of: ["X", "Q"]),
    "heads": .axis(["head"]), "n_heads": .axis(["head"]), "num_heads": .axis(["head"]),
    "n_head": .axis(["head"]), "batch_size": .axis(["batch", "example"]),
    "vocab_size": .axis(["word", "vocab"]),
    "mask": .mask, "attn_mask": .mask, "causal_mask": .mask, "attention_mask": .mask,
    "pos": .positions, "positions": .positions,
    "temperature": .advice("Give it a line of its own: temperature = 1."),
    "temp": .advice("Give it a line of its own: temp = 1."),
    "tau": .advice("Give it a line of its own: tau = 1."),
    "eps": .advice("Give it a line of its own: eps = 0.00001."),
    "epsilon": .advice("Give it a line of its own: epsilon = 0.00001."),
    "scale": .advice("Write it out: Q @ K.T / sqrt(size(axis)) with the axis of the columns."),
    "axis": .advice("An axis goes by its own name: sum(A, token)."),
    "dropout": .advice("Leave it out: nothing is dropped in a scene."),
  ]

  /// Where no formula of the scene fits.
  var advice: String? {
    switch self {
    case .columns, .rows, .axis: "The size of an axis is size(axis), with the axis's own name."
    case .mask: "Write causal(axis), window(axis, width: 2) or padding(axis, from: 3)."
    case .positions: "Write position(axis)."
    case .advice(let advice): advice
    }
  }
}

extension Checker {
  /// What may be meant by a name that is not defined here, but common elsewhere; formulas first.
  func expected(_ name: String) -> [Offer] {
    guard let expected = ExpectedName.all[name.lowercased()] else { return [] }
    let advice = expected.advice.map { [Offer($0)] } ?? []
    return formulas(expected).map { Offer($0, in: $0) } + advice
  }

  private func formulas(_ name: ExpectedName) -> [String] {
    switch name {
    case .columns(let matrices): sizes(matrices) { $0.last }
    case .rows(let matrices): sizes(matrices) { $0.dropLast().last }
    case .axis(let axes): axes.compactMap(sheet.key).map { "size(\(sheet.name($0)))" }
    case .mask: sides(of: ["scaled", "score", "scores", "S"]).map { "causal(\($0))" }
    case .positions: sides(of: ["X", "Q"]).map { "position(\($0))" }
    case .advice: []
    }
  }

  private func sizes(_ matrices: [String], _ axis: ([AxisKey]) -> AxisKey?) -> [String] {
    matrices.compactMap { axes(ofMatrix: $0).flatMap(axis) }.map { "size(\(sheet.name($0)))" }
  }

  /// The rows' axes of these matrices.
  private func sides(of matrices: [String]) -> [String] {
    matrices.compactMap { axes(ofMatrix: $0)?.dropLast().last }.map(sheet.name)
  }

  private func axes(ofMatrix name: String) -> [AxisKey]? {
    if case .matrix(let node)? = names[name] { graph.nodes[node].axes } else { nil }
  }
}
