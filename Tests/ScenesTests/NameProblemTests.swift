import Testing

@testable import Scenes

@Test func anUnknownNameHasANearestOne() {
  expectProblems(
    in: #"""
      axis a = 2
      weight[a] = zeros()
      y = wieght + 1
      """#,
    #"""
    head.qkv:3:5: error: nothing is called `wieght`
      y = wieght + 1
          ^~~~~~
      Did you mean weight?
    """#)
}

@Test func anUnknownAxisHasANearestOne() {
  expectProblems(
    in: #"""
      axis token = 2
      X[tokne] = zeros()
      """#,
    #"""
    head.qkv:2:3: error: no axis is called `tokne`
      X[tokne] = zeros()
        ^~~~~
      Did you mean token?
    """#)
}

@Test func anUnknownOperationHasANearestOne() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = sofmax(X)
      """#,
    #"""
    head.qkv:3:5: error: there is no operation `sofmax`
      y = sofmax(X)
          ^~~~~~
      Did you mean softmax?
    """#)
}

@Test func anAxisIsNoMatrix() {
  expectProblems(
    in: #"""
      axis token = 2
      y = token + 1
      """#,
    #"""
    head.qkv:2:5: error: `token` is an axis and holds no numbers
      y = token + 1
          ^~~~~
      Did you mean size(token)?
    """#)
}

@Test func anOperationNeedsParentheses() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = softmax @ X
      """#,
    #"""
    head.qkv:3:5: error: `softmax` is an operation and needs parentheses
      y = softmax @ X
          ^~~~~~~
      Write softmax(…).
    """#)
}

@Test func aMatrixIsNoAxis() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = causal(X)
      """#,
    #"""
    head.qkv:3:12: error: `X` is a matrix, not an axis
      y = causal(X)
                 ^
    """#)
}

@Test func aCircleIsNamed() {
  expectProblems(
    in: #"""
      a = b + 1
      b = c
      c = a * 2
      d = a
      """#,
    #"""
    head.qkv:1:1: error: these definitions go round in a circle: `a` → `b` → `c` → `a`
      a = b + 1
      ^
    """#)
}

@Test func aDefinitionByItselfIsACircle() {
  expectProblems(
    in: #"""
      a = a + 1
      """#,
    #"""
    head.qkv:1:1: error: `a` is defined by itself
      a = a + 1
      ^
    """#)
}

@Test func aNameIsDefinedOnce() {
  expectProblems(
    in: #"""
      a = 1

      a = 2
      """#,
    #"""
    head.qkv:3:1: error: `a` is defined already, in line 1
      a = 2
      ^
    """#)
}

@Test func anAxisIsDefinedOnce() {
  expectProblems(
    in: #"""
      axis a = 2
      axis a = 3
      """#,
    #"""
    head.qkv:2:6: error: `a` is defined already, in line 1
      axis a = 3
           ^
    """#)
}

@Test func anUnknownLabelHasANearestOne() {
  expectProblems(
    in: #"""
      axis token = the cat drank
      X[token] = zeros()
      y = X["drnak"]
      """#,
    #"""
    head.qkv:3:7: error: the axis `token` has no label "drnak"
      y = X["drnak"]
            ^~~~~~~
      Did you mean "drank"?
    """#)
}

@Test func aLabelWithoutQuotationMarks() {
  expectProblems(
    in: #"""
      axis token = the cat
      X[token] = zeros()
      y = X[cat]
      """#,
    #"""
    head.qkv:3:7: error: an index is a label in quotation marks, a number or `:`, not `cat`
      y = X[cat]
            ^~~
      Did you mean "cat"?
    """#)
}

@Test func aLabelOnAnAxisOfNumbers() {
  expectProblems(
    in: #"""
      axis token = 3
      X[token] = zeros()
      y = X["cat"]
      """#,
    #"""
    head.qkv:3:7: error: the axis `token` has no labels, only the numbers 0 to 2
      y = X["cat"]
            ^~~~~
    """#)
}

@Test func anIndexBeyondTheEnd() {
  expectProblems(
    in: #"""
      axis token = 3
      axis b = 2
      X[token, b] = zeros()
      y = X[0, 2]
      """#,
    #"""
    head.qkv:4:10: error: the axis `b` has the places 0 to 1, not 2
      y = X[0, 2]
               ^
    """#)
}
