import Testing

@testable import Scenes

/// The axes that a formula has over a scene of many shapes.
private func axes(of formula: String) throws -> [String] {
  let scene = try scene(
    """
    axis head = 2
    axis layer = 3
    axis token = the cat drank
    axis feature = 4
    axis trait = 2
    axis word = 4
    X[token, feature] = randn(seed: 1)
    W[head, feature, trait] = randn(seed: 2)
    H[head, token, trait] = randn(seed: 3)
    L[layer, token, trait] = randn(seed: 4)
    S[token, token] = randn(seed: 5)
    f[feature] = randn(seed: 6)
    t[token] = randn(seed: 7)
    h[head] = randn(seed: 8)
    W_o[head*trait, feature] = randn(seed: 9)
    y = \(formula)
    """)
  return try #require(scene.definition("y")).axes.map(\.name)
}

@Test(arguments: [
  ("X @ W", ["head", "token", "trait"]),
  ("H @ W[0].T", ["head", "token", "feature"]),
  ("H @ H.T", ["head", "token", "token"]),
  ("L @ H.T", ["layer", "head", "token", "token"]),
  ("X @ f", ["token"]),
  ("t @ X", ["feature"]),
  ("f @ f", []),
  ("H + L", ["head", "layer", "token", "trait"]),
  ("X + f", ["token", "feature"]),
  ("t * X", ["token", "feature"]),
  ("S + t", ["token", "token"]),
  ("H * h", ["head", "token", "trait"]),
  ("H - mean(H)", ["head", "token", "trait"]),
  ("X / 2", ["token", "feature"]),
  ("softmax(S + causal(token))", ["token", "token"]),
  ("sum(sum(X))", []),
  ("X[:, 1]", ["token"]),
  ("S[\"cat\", :]", ["token"]),
  ("join(H, head, trait)", ["token", "head*trait"]),
  ("split(join(H, head, trait), head, trait)", ["head", "token", "trait"]),
  ("split(W_o, head, trait)", ["head", "trait", "feature"]),
  ("split(W_o[:, 0], head, trait)", ["head", "trait"]),
  ("sum(H, head)", ["token", "trait"]),
  ("mean(H, token)", ["head", "trait"]),
  ("sum(H, trait)", ["head", "token"]),
  ("argmax(X, token)", ["feature"]),
  ("X * size(head*trait)", ["token", "feature"]),
  ("append(X, f, word)", ["word", "feature"]),
  ("append(f, X, word)", ["word", "feature"]),
  ("append(H, H[:, 0], word)", ["head", "word", "trait"]),
  ("append(f, f, trait)", ["trait", "feature"]),
  ("join(H, head, trait) @ W_o", ["token", "feature"]),
])
func axesFollowTheRules(_ formula: String, _ expected: [String]) throws {
  #expect(try axes(of: formula) == expected)
}

@Test func aVectorPairsWithTheColumnsWhereRowsShareTheirAxis() throws {
  let scene = try scene(
    """
    axis token = 2
    S[token, token] = [[1, 2], [3, 4]]
    v[token] = [10, 20]
    y = S + v
    """)
  #expect(try values("y", scene) == [11, 22, 13, 24])
}

@Test func aStackOfProductsIsAProductForEachPlace() throws {
  let scene = try scene(
    """
    axis head = 2
    axis a = 2
    axis b = 1
    X[a, a] = [[1, 2], [3, 4]]
    W[head, a, b] = [[[1], [1]], [[1], [-1]]]
    y = X @ W
    """)
  #expect(try values("y", scene) == [3, 7, -1, -1])
}

@Test func joinPutsHeadsSideBySide() throws {
  let scene = try scene(
    """
    axis head = 2
    axis token = 2
    axis trait = 2
    H[head, token, trait] = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
    y = join(H, head, trait)
    """)
  #expect(try values("y", scene) == [1, 2, 5, 6, 3, 4, 7, 8])
}

@Test func splitIsTheWayBackFromJoin() throws {
  let scene = try scene(
    """
    axis head = 2
    axis token = 3
    axis trait = 2
    H[head, token, trait] = randn(seed: 1)
    y = split(join(H, head, trait), head, trait)
    W[head*trait, token] = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]
    z = split(W, head, trait)[1, 0]
    """)
  #expect(try values("y", scene) == values("H", scene))
  #expect(try values("z", scene) == [7, 8, 9])
}

@Test func aStackIsSummedAlongItsAxis() throws {
  let scene = try scene(
    """
    axis head = 2
    axis a = 3
    H[head, a] = [[1, 2, 3], [10, 0, -5]]
    total = sum(H, head)
    top   = max(H, head)
    place = argmax(H, head)
    """)
  #expect(try values("total", scene) == [11, 2, -2])
  #expect(try values("top", scene) == [10, 2, 3])
  #expect(try values("place", scene) == [1, 0, 0])
}

@Test func rowsAreAppendedStackByStack() throws {
  let scene = try scene(
    """
    axis head = 2
    axis past = 1
    axis all = 2
    axis t = 2
    K[head, past, t] = [[[1, 2]], [[3, 4]]]
    k[head, t] = [[5, 6], [7, 8]]
    y = append(K, k, all)
    """)
  #expect(try values("y", scene) == [1, 2, 5, 6, 3, 4, 7, 8])
}

@Test func headsShareTheGroupThatWholeDivisionGives() throws {
  let scene = try scene(
    """
    axis kv = 2
    axis head = 4
    axis t = 1
    K[kv, t] = [[1], [2]]
    y = share(K, kv, head)
    """)
  #expect(try values("y", scene) == [1, 1, 2, 2])
}

@Test func masksHideWhatTheyName() throws {
  let scene = try scene(
    """
    axis token = 3
    c = causal(token)
    w = window(token, 2)
    p = padding(token, from: 2)
    """)
  let no = -Float.infinity
  #expect(try values("c", scene) == [0, no, no, 0, 0, no, 0, 0, 0])
  #expect(try values("w", scene) == [0, no, no, 0, 0, no, no, 0, 0])
  #expect(try values("p", scene) == [0, 0, no])
}

@Test func paddingHidesColumnsOfAnyScores() throws {
  let scene = try scene(
    """
    axis target = 2
    axis source = 3
    S[target, source] = zeros()
    y = S + padding(source, from: 1)
    both = causal(source) + padding(source, from: 2)
    """)
  let no = -Float.infinity
  #expect(try values("y", scene) == [0, no, no, 0, no, no])
  #expect(try values("both", scene) == [0, no, no, 0, 0, no, 0, 0, no])
}

@Test func aWindowWithAStepHasGaps() throws {
  let scene = try scene("axis token = 4\nw = exp(window(token, 2, step: 2))")
  #expect(try values("w", scene) == [1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1])
}

@Test func aRowWithEverythingMaskedHasNoWeights() throws {
  let scene = try scene(
    "axis t = 2\nS[t, t] = [[-inf, -inf], [0, 0]]\ny = softmax(S)\nz = 1 / 0\nn = 0 / 0")
  #expect(try values("y", scene) == [0, 0, 0.5, 0.5])
  #expect(try values("z", scene) == [.infinity])
  #expect(try values("n", scene)[0].isNaN)
}
