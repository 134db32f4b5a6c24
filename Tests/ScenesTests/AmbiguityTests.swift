import Testing
import Text

@testable import Scenes

/// What a formula over a square table leaves open, and both ways of saying it.
@Suite struct AmbiguityTests {
  private static let start = """
    axis token = the cat drank
    axis trait = 2
    axis head  = 2
    Q[token, trait] = randn(seed: 1)
    K[token, trait] = randn(seed: 2)
    H[head, token, token] = randn(seed: 3)
    b[token] = [1, 2, 3]
    S = Q @ K.T
    e = exp(S)

    """

  @Test(arguments: [
    (
      "y = S + b", "y = S + b: b goes with the columns, but both rows and columns of S are `token`",
      "Write S + rows(b) for the rows, or S + columns(b) for the columns."
    ),
    (
      "y = softmax(b * S)",
      "y = … b * S …: b goes with the columns, but both rows and columns of S are `token`",
      "Write rows(b) * S for the rows, or columns(b) * S for the columns."
    ),
    (
      "y = e / sum(e)",
      "y = e / sum(e): sum(e) goes with the columns, but both rows and columns of e are `token`",
      "Write e / rows(sum(e)) for the rows, or e / columns(sum(e)) for the columns."
    ),
    (
      "y = H - max(H)",
      "y = H - max(H): max(H) goes with the columns, but both rows and columns of H are `token`",
      "Write H - rows(max(H)) for the rows, or H - columns(max(H)) for the columns."
    ),
    (
      "y = sum(e, token)",
      "y = sum(e, token): `sum` runs along the rows, but both rows and columns of e are `token`",
      "Write sum(e) for each row, or sum(e.T) for each column."
    ),
    (
      "y = Q @ K.T / (norm(Q) * norm(K))",
      "y = Q @ K.T / (norm(Q) * norm(K)): norm(Q) * norm(K) goes with the columns, but both rows "
        + "and columns of Q @ K.T are `token`",
      "Write cosine(Q, K) for the cosine of each two rows, or "
        + "(Q @ K.T) / (rows(norm(Q)) * columns(norm(K))) for the same by hand."
    ),
  ])
  func whatIsLeftOpenIsAWarningWithBothSpellings(
    _ line: String, _ message: String, _ suggestion: String
  ) throws {
    let warnings = try scene(Self.start + line).warnings
    #expect(warnings.map(\.message) == [message])
    #expect(warnings.map(\.suggestion) == [suggestion])
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.map(\.location.line) == [10])
  }

  @Test(arguments: [
    "S + rows(b)", "S + columns(b)", "e / rows(sum(e))", "(S.T + b).T", "S + 1", "S + H",
    "S + padding(token, from: 2)", "sum(e)", "sum(e.T)", "sum(H, head)", "sum(Q, token)",
    "Q @ K.T / (rows(norm(Q)) * columns(norm(K)))", "cosine(Q, K)", "b * b", "e @ b", "S + S",
  ])
  func whatIsSaidIsNoWarning(_ formula: String) throws {
    let text = Self.start + "y = \(formula)"
    #expect(try scene(text).warnings.map(\.message) == [])
  }

  @Test func bothSpellingsSayWhatTheyPromise() throws {
    let scene = try scene(
      Self.start + "r = S * 0 + rows(b)\nc = S * 0 + columns(b)\nn = e / rows(sum(e))\n"
        + "w = softmax(S)\nk = Q @ K.T / (rows(norm(Q)) * columns(norm(K)))\ncos_ = cosine(Q, K)")
    #expect(try values("r", scene) == [1, 1, 1, 2, 2, 2, 3, 3, 3])
    #expect(try values("c", scene) == [1, 2, 3, 1, 2, 3, 1, 2, 3])
    let pairs = zip(
      try values("n", scene) + values("k", scene), try values("w", scene) + values("cos_", scene))
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test(arguments: [
    ("Q @ K.T / sqrt(d_k)", "Did you mean size(trait)?"),
    ("S / temperature", "Give it a line of its own: temperature = 1."),
    ("softmax(S + mask)", "Did you mean causal(token)?"),
    ("sum(H, head) / heads", "Did you mean size(head)?"),
    ("S / seq_len", "Did you mean size(token)?"),
    ("softmax(S, dim=-1)", "Write softmax(S)."),
    ("layer_norm(Q, eps: epsilon)", "Give it a line of its own: epsilon = 0.00001."),
    ("relu6(S)", "Did you mean relu?"),
    ("torch.maximum(S, 0)", "Write where(S > 0, S, 0)."),
  ])
  func namesThatPeopleExpectGetAHint(_ formula: String, _ suggestion: String) throws {
    let problems = try #require(throws: Diagnostics.self) {
      try scene(Self.start + "y = \(formula)")
    }
    #expect(problems.list.map(\.suggestion) == [suggestion])
  }
}
