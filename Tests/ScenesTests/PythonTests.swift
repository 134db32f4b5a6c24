import Testing

@testable import Scenes

/// Scenes written for PyTorch; `Tests/Fixtures/run_python.py` runs them there.
@Suite struct PythonTests {
  @Test func everyOperationOfAFormulaSaysWhatItIsInPython() {
    for operation in Operation.all where !operation.purpose.isSource {
      #expect(operation.python != nil, "\(operation.name)")
    }
  }

  @Test(arguments: [
    ("Q @ K.T / sqrt(size(trait))", "Q @ K.T / math.sqrt(trait)"),
    ("softmax(Q @ K.T)", "torch.softmax(Q @ K.T, dim=-1)"),
    ("softmax(Q, token)", "torch.softmax(Q, dim=0)"),
    ("sum(H, head)", "H.sum(dim=0)"), ("mean(H)", "H.mean(dim=-1)"),
    ("max(H, token)", "H.amax(dim=1)"), ("variance(Q)", "Q.var(dim=-1, correction=0)"),
    ("H.T", "H.transpose(-2, -1)"), ("Q[1, 0]", "Q[1, 0]"), ("H[:, 2]", "H[:, 2]"),
    ("H + Q", "H + Q"), ("H * k", "H * k[:, None]"), ("Q - (Q - Q)", "Q - (Q - Q)"),
    ("-Q ^ 2", "-Q ** 2"), ("(-Q) ^ 2", "(-Q) ** 2"), ("1 / Q", "1 / Q"),
    ("join(H, head, trait)", "H.movedim(0, -2).flatten(-2)"),
    ("where(Q > 0, Q, 1)", "torch.where(Q > 0, Q, float(1))"),
    ("where(Q > 0 and Q < 1, Q, K)", "torch.where((Q > 0) & (Q < 1), Q, K)"),
    ("causal(token)", "torch.full((token, token), -inf).triu(1)"),
    ("layer_norm(Q)", "F.layer_norm(Q, Q.shape[-1:], eps=1e-05)"),
    ("rope(Q, base: 4)", "rope(Q, base=4)"), ("dot(Q, K)", "(Q * K).sum(dim=-1)"),
    ("cosine(Q, K)", "F.normalize(Q, dim=-1) @ F.normalize(K, dim=-1).T"),
    ("exp(2)", "torch.tensor(7.389056)"),
  ])
  func aFormulaReadsAsPyTorchPeopleWriteIt(_ formula: String, _ python: String) throws {
    let scene = try scene(
      """
      axis head  = 2
      axis token = 3
      axis trait = 2
      Q[token, trait] = randn(seed: 1)
      K[token, trait] = randn(seed: 2)
      H[head, token, trait] = randn(seed: 3)
      k[token] = [1, 2, 3]
      y = \(formula)
      """)
    let lines = scene.python(title: "A scene").split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("y = ") })
    #expect(line.split(separator: "  #").first.map(String.init) == "y = \(python)")
  }

  @Test func onlyFunctionsThatAreCalledAreBroughtAlong() throws {
    let text = "axis token = 3\nx[token] = [1, 2, 3]\ny = softmax(x)\n"
    let plain = try scene(text).python(title: "A scene")
    #expect(!plain.contains("def "))
    let table = "X[token, token] = eye()\nz = attention(X, X, X)"
    let more = try scene(text + table).python(title: "A scene")
    #expect(more.contains("def attention(") && more.contains("def softmax("))
  }

  @Test func aTitleCannotBecomeCode() throws {
    let python = try scene("x = 1").python(title: "a\nimport os\r\"\"\"")
    #expect(python.hasPrefix("# a import os \"\"\","))
  }
}
