import Testing

@testable import Scenes

@Test func aClaimIsNoDefinition() {
  expectProblems(
    in: #"""
      a = 1
      b = a > 2 and a < 3
      """#,
    #"""
    head.qkv:2:5: error: `and` makes a claim, and claims belong in goals, not in definitions
      b = a > 2 and a < 3
          ^~~~~~~~~~~~~~~
    """#)
}

@Test func comparisonsCannotBeChained() {
  expectProblems(
    in: #"""
      a = 1
      b = 0 < a < 2
      """#,
    #"""
    head.qkv:2:11: error: comparisons cannot be chained
      b = 0 < a < 2
                ^
      Write a < b and b < c.
    """#)
}

@Test func aMissingArgument() {
  expectProblems(
    in: #"""
      axis a = 2
      y = window(a)
      """#,
    #"""
    head.qkv:2:5: error: `window` lacks its `width`
      y = window(a)
          ^~~~~~~~~
      It is written window(axis, columns?, width: …, step: 1).
    """#)
}

@Test func anArgumentTooMany() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = exp(X, X)
      """#,
    #"""
    head.qkv:3:5: error: `exp` takes 1 argument
      y = exp(X, X)
          ^~~~~~~~~
      It is written exp(A).
    """#)
}

@Test func anUnknownArgument() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = randn(sed: 1)
      """#,
    #"""
    head.qkv:2:14: error: `randn` has no argument `sed`
      X[a] = randn(sed: 1)
                   ^~~~~~
      It has `seed:`.
    """#)
}

@Test func anArgumentThatIsNoNumber() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = window(a, X)
      """#,
    #"""
    head.qkv:3:15: error: `width` is one number, but X is [a]
      y = window(a, X)
                    ^
    """#)
}

@Test func aNumberOutOfRange() {
  expectProblems(
    in: #"""
      axis a = 2
      y = window(a, 0)
      """#,
    #"""
    head.qkv:2:5: error: `width` must be a whole number from 1
      y = window(a, 0)
          ^~~~~~~~~~~~
    """#)
}

@Test func anArgumentThatIsNoAxis() {
  expectProblems(
    in: #"""
      axis a = 2
      y = causal(3)
      """#,
    #"""
    head.qkv:2:12: error: `axis` must be the name of an axis
      y = causal(3)
                 ^
    """#)
}
