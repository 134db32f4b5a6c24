import Scenes
import Testing
import Text

/// Slips that students make when they write attention down, and what they are told.
@Suite struct MistakeTests {
  private static let start = """
    axis token   = the cat drank because it was thirsty
    axis target  = le chat a bu
    axis feature = noun animal pronoun drink
    axis head    = coref verb
    axis kv      = only
    axis trait   = 3
    axis rank    = 2
    X[token, feature]         = randn(seed: 1)
    Y[target, trait]          = randn(seed: 2)
    W_q[feature, trait]       = randn(seed: 3)
    W_k[kv, feature, trait]   = randn(seed: 4)
    W_v[head, feature, trait] = randn(seed: 5)
    W_o[head*trait, feature]  = randn(seed: 6)
    W_w[trait*head, feature]  = randn(seed: 7)
    W_b[head, trait, feature] = randn(seed: 8)
    A[feature, rank]          = randn(seed: 9)
    B[rank, trait]            = randn(seed: 10)
    Q = X @ W_q
    K = X @ W_k
    H = X @ W_v
    joined = join(H, head, trait)
    """

  @Test(arguments: [
    ("Q @ Q", "Did you mean Q.T?"),
    ("X @ W_q.T", "Did you mean W_q?"),
    ("W_q @ X", "Did you mean X @ W_q?"),
    ("W_q + B @ A", "Did you mean A @ B?"),
    ("W_q + A @ B.T", "Did you mean B?"),
    ("Q @ (Q + Q)", "Did you mean (Q + Q).T?"),
    ("Q * Q.T", "Did you mean Q?"),
    ("H @ W_o", "Did you mean join(H, head, trait)?"),
    ("joined @ W_b", "Did you mean split(joined, head, trait)?"),
    ("joined @ W_w", "Did you mean the same order on both sides?"),
    ("join(H, trait, head)", "Did you mean join(H, head, trait)?"),
    ("split(joined, trait, head)", "Did you mean split(joined, head, trait)?"),
    ("share(K, head, kv)", "Did you mean share(K, kv, head)?"),
    ("joined[\"it\", \"verb\"]", "Did you mean \"verb*0\"?"),
    ("Q / sqrt(trait)", "Did you mean size(trait)?"),
    ("Q + padding(token)", "It is written padding(axis, from: …)."),
    ("softmax(H, token, head)", "It is written softmax(A, axis?)."),
    (
      "softmax(Q @ Q.T, token)",
      "Write softmax(Q @ Q.T) for each row, or softmax((Q @ Q.T).T).T for each column."
    ),
    ("transpose(Q)", "Did you mean Q.T?"),
    ("X^n", "Write A ^ 2 with a plain number, sqrt(A) for a root, A.T to swap rows and columns."),
    ("X ** 2", "Write X ^ 2."), ("(X - 9) ^ 0.5", "Below 0 only whole powers have a value."),
    (
      "concat(H, head)",
      "Did you mean join(A, head, trait) for columns, append(A, B, axis) for rows?"
    ),
  ])
  func aSlipIsAnsweredWithTheWayOut(_ formula: String, _ suggestion: String) throws {
    #expect(try Self.problem("y = \(formula)").suggestion == suggestion)
  }

  @Test(arguments: [
    (
      "Y @ Q.T + causal(token)",
      "y = Y @ Q.T + causal(token): Y @ Q.T is [target, token] and causal(token) is "
        + "[token, token]; they do not pair"
    ),
    (
      "append(Q, Q[\"it\"], target)",
      "y = append(Q, Q[\"it\"], target): Q has 7 rows and Q[\"it\"] has 1 row, "
        + "but `target` has 4 places"
    ),
    ("sum(H, rank)", "y = sum(H, rank): H is [head, token, trait] and has no axis `rank`"),
    (
      "share(Q, kv, head)", "y = share(Q, kv, head): Q is [token, trait] and has no axis `kv`"
    ),
    (
      "X + joined",
      "y = X + joined: X is [token, feature] and joined is [token, head*trait]; they do not pair"
    ),
    ("window(token, 3, step: 0)", "`step` must be a whole number from 1"),
  ])
  func aSlipIsNamedWithItsAxes(_ formula: String, _ message: String) throws {
    #expect(try Self.problem("y = \(formula)").message == message)
  }

  @Test func keysThatWereNotSharedAreFoundWhereTheAxesAreDeclared() throws {
    let found = try Self.problem("score[head, token, token] = H @ K.T")
    #expect(found.message.hasSuffix("but [head, token, token] is declared"))
    #expect(
      found.suggestion == "Was `kv` to be shared, share(A, kv, head), or added up, sum(A, kv)?")
  }

  private static func problem(_ line: String) throws -> Diagnostic {
    let problems = try #require(throws: Diagnostics.self) {
      try Scene([typed(start), typed(line)])
    }
    #expect(problems.list.count == 1)
    return problems.list[0]
  }
}
