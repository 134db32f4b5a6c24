import Scenes
import Testing
import Text

/// What people write who know NumPy, PyTorch or mathematics, and what they are told to write here.
@Suite struct ForeignLanguageTests {
  private static let start = """
    axis token   = the cat drank
    axis feature = noun animal pronoun drink
    axis trait   = 3
    axis head    = 2
    X[token, feature] = randn(seed: 1)
    W_q[feature, trait] = randn(seed: 2)
    W_k[feature, trait] = randn(seed: 3)
    H[head, token, trait] = randn(seed: 4)
    G[trait, head, token] = randn(seed: 5)
    Q = X @ W_q
    K = X @ W_k
    S = Q @ K.T
    """

  /// A line, a part of the message, and the formula that the suggestion spells.
  private static let mistakes: [(line: String, message: String, spelling: String)] = [
    ("y = np.dot(Q, K.T)", "`np.dot(Q, K.T)` is written differently here", "Q @ K.T"),
    ("y = np.dot(Q, K)", "is written differently here", "Q @ K.T"),
    ("y = numpy.matmul(X, W_q)", "is written differently here", "X @ W_q"),
    ("y = matmul(Q, K.T)", "there is no operation `matmul`", "Q @ K.T"),
    ("y = torch.bmm(H, H.T)", "is written differently here", "H @ H.T"),
    ("y = einsum(\"ij,kj->ik\", Q, K)", "there is no operation `einsum`", "Q @ K.T"),
    ("y = torch.softmax(S, dim=-1)", "is written differently here", "softmax(S)"),
    ("y = F.softmax(S, dim=0)", "is written differently here", "softmax(S.T).T"),
    ("y = torch.nn.functional.softmax(S, -1)", "is written differently here", "softmax(S)"),
    ("y = softmax(S, dim=1)", "arguments are named with a colon", "softmax(S)"),
    ("y = softmax(S, -1)", "axes go by their names", "softmax(S)"),
    ("y = Softmax(S)", "there is no operation `Softmax`", "softmax(S)"),
    ("y = ReLU(Q)", "there is no operation `ReLU`", "relu(Q)"),
    ("y = K.transpose()", "`K.transpose()` is written differently here", "K.T"),
    ("y = K.transpose(-2, -1)", "is written differently here", "K.T"),
    ("y = transpose(K)", "there is no operation `transpose`", "K.T"),
    ("y = K.mT", "`K.mT` is written differently here", "K.T"),
    ("y = K^T", "a plain number", "K.T"),
    ("y = Q @ K'", "`.T` swaps rows and columns", "K.T"),
    ("y = Q @ K′", "nothing is called `K′`", "K.T"),
    ("y = Q @ Kᵀ", "nothing is called `Kᵀ`", "K.T"),
    ("y = Q · K", "leaves open which product is meant", "Q @ K.T"),
    ("y = X × W_q", "leaves open which product is meant", "X @ W_q"),
    ("y = QK", "nothing is called `QK`", "Q @ K.T"),
    ("y = Q K", "an operator is missing between `Q` and `K`", "Q @ K.T"),
    ("y = 2Q", "`2Q` is not a number", "2 * Q"),
    ("y = X * W_q", "they do not pair", "X @ W_q"),
    ("y = sum(Q, axis=0)", "arguments are named with a colon", "sum(Q, token)"),
    ("y = sum(Q, 0)", "axes go by their names, not by numbers", "sum(Q, token)"),
    ("y = np.sum(H, axis=0)", "is written differently here", "sum(H, head)"),
    ("y = Q.sum(0)", "is written differently here", "sum(Q, token)"),
    ("y = Q.sum(-1)", "is written differently here", "sum(Q)"),
    ("y = Q.mean()", "is written differently here", "mean(mean(Q))"),
    ("y = Q.max(dim=1)", "is written differently here", "max(Q)"),
    ("y = Q ** 2", "`Q ** 2` is written differently here", "Q ^ 2"),
    ("y = S ** -1", "a plain number", "S ^ -1"),
    ("y = S ** 0.5", "a plain number", "sqrt(S)"),
    ("y = np.where(S > 0, S, 0)", "is written differently here", "where(S > 0, S, 0)"),
    ("y = torch.topk(S, 2)", "is written differently here", "topk(S, k: 2)"),
    ("y = F.gelu_tanh(S)", "is written differently here", "gelu_tanh(S)"),
    ("y = pow(Q, 3)", "there is no operation `pow`", "Q ^ 3"),
    ("y = torch.exp(S)", "is written differently here", "exp(S)"),
    ("y = math.sqrt(3)", "is written differently here", "sqrt(3)"),
    ("y = sqrt trait", "`sqrt trait` needs parentheses", "sqrt(size(trait))"),
    ("y = √3", "`√3` needs parentheses", "sqrt(3)"),
    ("y = softmax S", "`softmax S` needs parentheses", "softmax(S)"),
    ("y = Q.shape[0]", "is written differently here", "size(token)"),
    ("y = Q.shape[-1]", "is written differently here", "size(trait)"),
    ("y = Q.size(1)", "is written differently here", "size(trait)"),
    ("y = len(Q)", "there is no operation `len`", "size(token)"),
    ("y = S.masked_fill(mask == 0, -inf)", "is written differently here", "S + causal(token)"),
    ("y = torch.tril(S)", "is written differently here", "S + causal(token)"),
    ("y = log_softmax(S)", "there is no operation `log_softmax`", "log(softmax(S))"),
    ("y = F.silu(Q)", "is written differently here", "Q * sigmoid(Q)"),
    ("y = F.normalize(Q)", "is written differently here", "layer_norm(Q)"),
    ("y = Q.detach()", "is written differently here", "Q"),
    ("y = np.multiply(Q, K)", "is written differently here", "Q * K"),
    ("y = X[\"noun\"]", "the axis `token` has no label \"noun\"", "X[:, \"noun\"]"),
    ("y[token, trait] = randn(seed=1)", "arguments are named with a colon", "randn(seed: 1)"),
    ("y[token, trait] = torch.randn(3, 3)", "is written differently here", "randn(seed: 1)"),
    ("y[token, trait] = np.zeros((3, 3))", "is written differently here", "zeros()"),
    ("y[token] = uniform(0, 1)", "takes its numbers by name", "uniform(from: 0, to: 1)"),
    ("y[token] = randn(1)", "takes its numbers by name", "randn(seed: 1)"),
    ("y[trait] = np.array([1, 2, 3])", "is written differently here", "[1, 2, 3]"),
    ("y[trait] = [1 2 3]", "commas separate the numbers of a list", "[1, 2, 3]"),
    ("y = 1,5", "decimals follow a point", "1.5"),
    ("y = 1_000", "`1_000` is not a number", "1000"),
    ("y = 0x10", "`0x10` is not a number", "16"),
    ("y := Q", "not with `:=`", "y = Q"),
    ("Q += K", "each name is defined once", "Q + K"),
    ("y = True", "nothing is called `True`", "1"),
    ("y = pi", "nothing is called `pi`", "3.14159265"),
    (
      "y = torch.softmax(torch.matmul(Q, K.transpose(-2, -1)) / 2, dim=-1)",
      "is written differently here", "softmax((Q @ K.T) / 2)"
    ),
  ]

  @Test(arguments: mistakes.indices)
  func aSuggestionSaysWhatToWriteAndItWorks(_ number: Int) throws {
    let (line, message, spelling) = Self.mistakes[number]
    let problem = try Self.problem(line)
    #expect(problem.message.contains(message), "\(line)")
    let suggestion = try #require(problem.suggestion, "\(line)")
    let isOffered = ["Write \(spelling).", "Did you mean \(spelling)?"].contains(suggestion)
    #expect(isOffered || suggestion.hasSuffix("NAME = \(spelling)."), "\(line): \(suggestion)")
    let head = line.prefix { $0 != "=" && $0 != ":" }.filter { $0 != "+" && $0 != " " }
    let right = spelling.hasPrefix("y = ") ? String(spelling.dropFirst(4)) : spelling
    _ = try Scene([typed(Self.start), typed("\(head == "Q" ? "z" : head) = \(right)")])
  }

  /// Where no formula can be meant, the words say how it is done here.
  @Test(arguments: [
    ("y = Q[0:2]", "an index takes one place", "Write X[0] for one place"),
    ("let y = Q", "`let` means nothing", "begins with its name"),
    ("for i in Q", "`for` means nothing", "no loops"),
    ("if Q > 1", "`if` means nothing", "no branches"),
    ("y = lambda q", "`lambda` means nothing", "no functions"),
    ("y = Q if K else S", "`if` means nothing", "no branches"),
    ("print(Q)", "`print` means nothing", "prints nothing"),
    ("import torch", "`import` means nothing", "Nothing is imported"),
    ("y = Q // K", "not with `//`", "# before a comment"),
    ("y = Q;", "`;` means nothing", "ends with its line"),
    ("y = X[“the”]", "straight double quotation marks", "Write \"the\"."),
    ("y = X['the']", "straight double quotation marks", "Write \"the\"."),
    ("y = 5 – 3", "`–` means nothing", "Write - for minus."),
    ("y = {1, 2}", "`{` means nothing", "Lists stand in [ ]"),
    ("y = Q.std()", "is written differently here", "An operation stands before"),
    ("y = var(Q)", "no operation `var`", "a number for each row"),
    ("y[token, trait] = randn(3, 3, 3, 3)", "by name", "The shape stands on the left"),
    ("y = Q == 3 and K", "claims belong in goals", ""),
    ("y = Zz.transpose()", "is written differently here", "An operation stands before"),
    ("y = (1, 2)", "is written differently here", "Lists stand in [ ]"),
  ])
  func otherMistakesAreExplained(_ line: String, _ message: String, _ advice: String) throws {
    let problem = try Self.problem(line)
    #expect(problem.message.contains(message), "\(line): \(problem.message)")
    let suggestion = problem.suggestion ?? ""
    #expect(advice.isEmpty || suggestion.contains(advice), "\(line): \(suggestion)")
  }

  @Test func nothingIsSuggestedThatFailsToo() throws {
    let axes = "axis a = 2\naxis b = 3\naxis h = 4\n"
    let inputs = "A[a, h] = zeros()\nS[h, a, b] = zeros()\n"
    let problems = try #require(throws: Diagnostics.self) {
      try Scene([typed(axes + inputs + "y = A @ S[h, a, b]")])
    }
    #expect(problems.list.allSatisfy { !($0.suggestion ?? "").contains("A.T") })
    let product = try #require(throws: Diagnostics.self) {
      try Scene([typed(axes + inputs + "y = A @ S")])
    }
    let suggestion = try #require(product.list.first).suggestion
    // A.T would meet S, but S is a stack over `h` already.
    #expect(suggestion == nil)
  }

  @Test func manyMistakesAreReportedSoon() throws {
    let lines = (0..<2_000).map { "y\($0) = np.dot(Q, K)" }.joined(separator: "\n")
    let problems = try #require(throws: Diagnostics.self) {
      try Scene([typed(Self.start), typed(lines)])
    }
    // Two hundred, and one that says that there are more.
    #expect(problems.list.count == 201)
    #expect(problems.list[0].suggestion == "Write Q @ K.T.")
  }

  @Test func squaresOfSquaresAreNotWrittenOut() throws {
    let powers = String(repeating: " ** 2", count: 60)
    #expect(try Self.problem("y = Q\(powers)").message.contains("a plain number"))
    let nested = String(repeating: "pow(", count: 60) + "Q" + String(repeating: ", 2)", count: 60)
    #expect(try Self.problem("y = \(nested)").message.contains("no operation `pow`"))
  }

  private static func problem(_ line: String) throws -> Diagnostic {
    let problems = try #require(throws: Diagnostics.self) {
      try Scene([typed(start), typed(line)])
    }
    return problems.list[0]
  }
}
