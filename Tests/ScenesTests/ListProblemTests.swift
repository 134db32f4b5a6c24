import Testing

@testable import Scenes

@Test func aRowOfTheWrongLength() {
  expectProblems(
    in: #"""
      axis token = the cat
      axis feature = noun animal verb
      X[token, feature] = [
        [1, 2, 3],
        [4, 5],
      ]
      """#,
    #"""
    head.qkv:5:3: error: this row has 2 numbers, but `feature` has 3 places
        [4, 5],
        ^~~~~~
    """#)
}

@Test func aListOfTheWrongLength() {
  expectProblems(
    in: #"""
      axis token = the cat
      axis feature = 2
      X[token, feature] = [[1, 2], [3, 4], [5, 6]]
      """#,
    #"""
    head.qkv:3:21: error: this list has 3 rows, but `token` has 2 places
      X[token, feature] = [[1, 2], [3, 4], [5, 6]]
                          ^~~~~~~~~~~~~~~~~~~~~~~~
    """#)
}

@Test func aNumberForARow() {
  expectProblems(
    in: #"""
      axis token = the cat
      axis feature = 2
      X[token, feature] = [1, 2]
      """#,
    #"""
    head.qkv:3:22: error: a number stands where a list over `feature` is expected
      X[token, feature] = [1, 2]
                           ^
    """#)
}

@Test func aListForANumber() {
  expectProblems(
    in: #"""
      axis token = the cat
      X[token] = [[1], 2]
      """#,
    #"""
    head.qkv:2:13: error: a list stands where one number is expected
      X[token] = [[1], 2]
                  ^~~
    """#)
}

@Test func wordsInAList() {
  expectProblems(
    in: #"""
      axis token = the cat
      X[token] = [1, cat]
      """#,
    #"""
    head.qkv:2:16: error: a list holds plain numbers, not `cat`
      X[token] = [1, cat]
                     ^~~
    """#)
}

@Test func anEmptyList() {
  expectProblems(
    in: #"""
      axis token = the cat
      X[token] = []
      """#,
    #"""
    head.qkv:2:12: error: this list is empty
      X[token] = []
                 ^~
    """#)
}

@Test func aListWithoutAxes() {
  expectProblems(
    in: #"""
      X = [1, 2]
      """#,
    #"""
    head.qkv:1:5: error: a list of numbers needs to know its axes
      X = [1, 2]
          ^~~~~~
      Write NAME[axis, axis] = … with the axes on the left.
    """#)
}

@Test func aListInsideAFormula() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = X + [1, 2]
      """#,
    #"""
    head.qkv:3:9: error: a list of numbers cannot stand inside a formula
      y = X + [1, 2]
              ^~~~~~
      Give it a line and a name of its own.
    """#)
}

@Test func aNumberForAMatrix() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = 3
      """#,
    #"""
    head.qkv:2:8: error: one number is given for a matrix over `a`
      X[a] = 3
             ^
      Write a list of numbers, or zeros() or randn(seed: 1).
    """#)
}

@Test func aSourceWithoutAxes() {
  expectProblems(
    in: #"""
      X = zeros()
      """#,
    #"""
    head.qkv:1:5: error: `zeros` needs to know its axes
      X = zeros()
          ^~~~~~~
      Write NAME[axis, axis] = … with the axes on the left.
    """#)
}

@Test func aSourceInsideAFormula() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = X + randn(seed: 1)
      """#,
    #"""
    head.qkv:3:9: error: `randn` fills an input and cannot stand inside a formula
      y = X + randn(seed: 1)
              ^~~~~~~~~~~~~~
      Give it a line and a name of its own.
    """#)
}

@Test func declaredAxesMustBeTheFormulas() {
  expectProblems(
    in: #"""
      axis a = 2
      axis b = 3
      X[a] = zeros()
      Y[b] = X + 1
      """#,
    #"""
    head.qkv:4:8: error: Y = X + 1: the formula gives [a], but [b] is declared
      Y[b] = X + 1
             ^~~~~
    """#)
}
