import Testing

@testable import Scenes

@Test func productsNameTheAxesThatDoNotMeet() {
  expectProblems(
    in: #"""
      axis token = the cat
      axis feature = 2
      axis trait = 3
      X[token, feature] = zeros()
      W[feature, trait] = ones()
      Q = X @ W
      K = X @ W
      score = Q @ K
      """#,
    #"""
    head.qkv:8:9: error: score = Q @ K: the columns of Q are `trait`, the rows of K are `token`
      score = Q @ K
              ^~~~~
      Did you mean K.T?
    """#)
}

@Test func productsSuggestTheTransposeOnTheLeft() {
  expectProblems(
    in: #"""
      axis a = 2
      axis b = 3
      M[a, b] = zeros()
      v[a] = zeros()
      y = M @ v
      """#,
    #"""
    head.qkv:5:5: error: y = M @ v: the columns of M are `b`, v runs along `a`
      y = M @ v
          ^~~~~
      Did you mean M.T?
    """#)
}

@Test func aMistakeInsideAFormulaNamesThePart() {
  expectProblems(
    in: #"""
      axis a = 2
      axis b = 3
      M[a, b] = zeros()
      y = softmax(M @ M)
      """#,
    #"""
    head.qkv:4:13: error: y = … M @ M …: the columns of M are `b`, the rows of M are `a`
      y = softmax(M @ M)
                  ^~~~~
      Did you mean M.T?
    """#)
}

@Test func aNumberIsNoMatrixToMultiply() {
  expectProblems(
    in: #"""
      axis a = 2
      M[a, a] = zeros()
      y = M @ 3
      """#,
    #"""
    head.qkv:3:5: error: y = M @ 3: 3 is a single number; multiply it with *
      y = M @ 3
          ^~~~~
    """#)
}

@Test func unequalAxesDoNotPair() {
  expectProblems(
    in: #"""
      axis a = 2
      axis b = 3
      M[a, b] = zeros()
      N[b, a] = zeros()
      y = M + N
      """#,
    #"""
    head.qkv:5:5: error: y = M + N: M is [a, b] and N is [b, a]; they do not pair
      y = M + N
          ^~~~~
      Did you mean N.T?
    """#)
}

@Test func vectorsOfOtherAxesDoNotPair() {
  expectProblems(
    in: #"""
      axis a = 2
      axis b = 3
      u[a] = zeros()
      v[b] = zeros()
      y = 1 + u * v
      """#,
    #"""
    head.qkv:5:9: error: y = … u * v …: u is [a] and v is [b]; they do not pair
      y = 1 + u * v
              ^~~~~
    """#)
}

@Test func tooManyPlaces() {
  expectProblems(
    in: #"""
      axis token = 3
      X[token] = zeros()
      y = X[0, 1]
      """#,
    #"""
    head.qkv:3:5: error: y = X[0, 1]: X is [token]; 2 places are too many
      y = X[0, 1]
          ^~~~~~~
    """#)
}

@Test func anIndexOfANumber() {
  expectProblems(
    in: #"""
      a = 3
      y = a[0]
      """#,
    #"""
    head.qkv:2:5: error: y = a[0]: a is a single number and has no parts
      y = a[0]
          ^~~~
    """#)
}

@Test func aTransposedVector() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = X.T
      """#,
    #"""
    head.qkv:3:5: error: y = X.T: X has no rows and columns
      y = X.T
          ^~~
    """#)
}

@Test func theRowOfANumber() {
  expectProblems(
    in: #"""
      a = 3
      y = softmax(a)
      """#,
    #"""
    head.qkv:2:5: error: y = softmax(a): a is a single number and has no row
      y = softmax(a)
          ^~~~~~~~~~
    """#)
}

@Test func headsThatCannotBeShared() {
  expectProblems(
    in: #"""
      axis kv = 2
      axis head = 3
      axis t = 2
      K[kv, t] = zeros()
      y = share(K, kv, head)
      """#,
    #"""
    head.qkv:5:5: error: y = share(K, kv, head): 3 places of `head` cannot be shared evenly by 2 of `kv`
      y = share(K, kv, head)
          ^~~~~~~~~~~~~~~~~~
    """#)
}

@Test func headsThatAreNotThere() {
  expectProblems(
    in: #"""
      axis head = 3
      axis t = 2
      K[t, t] = zeros()
      y = join(K, head, t)
      """#,
    #"""
    head.qkv:4:5: error: y = join(K, head, t): K is [t, t] and has no axis `head`
      y = join(K, head, t)
          ^~~~~~~~~~~~~~~~
    """#)
}

@Test func anAxisThatWouldBeTwo() {
  expectProblems(
    in: #"""
      axis h = 2
      axis t = 2
      X[h, h, t] = zeros()
      """#,
    #"""
    head.qkv:3:14: error: X = zeros(): `h` would be a stack and another axis of the same matrix
      X[h, h, t] = zeros()
                   ^~~~~~~
    """#)
}
