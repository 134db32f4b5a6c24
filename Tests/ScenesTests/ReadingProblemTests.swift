import Testing

@testable import Scenes

@Test func anEmptyIndex() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = zeros()
      y = X[]
      """#,
    #"""
    head.qkv:3:6: error: an index names at least one place
      y = X[]
           ^~
    """#)
}

@Test func aBracketThatIsNeverClosed() {
  expectProblems(
    in: #"""
      axis a = 2
      X[a] = [1,
        2
      y = X + 1
      z = y
      """#,
    #"""
    head.qkv:2:8: error: this `[` is never closed
      X[a] = [1,
             ^
    """#)
}

@Test func aBracketThatIsNeverOpened() {
  expectProblems(
    in: #"""
      a = (1 + 2))
      """#,
    #"""
    head.qkv:1:12: error: `)` does not belong here
      a = (1 + 2))
                 ^
    """#)
}

@Test func aFormulaThatBreaksOff() {
  expectProblems(
    in: #"""
      a = 1
      b = a +
      """#,
    #"""
    head.qkv:2:8: error: a formula is expected here
      b = a +
             ^
    """#)
}

@Test func aStrangeSign() {
  expectProblems(
    in: #"""
      a = 1 $ 2
      """#,
    #"""
    head.qkv:1:7: error: `$` means nothing in a scene
      a = 1 $ 2
            ^
    """#)
}

@Test func aNumberThatIsNone() {
  expectProblems(
    in: #"""
      a = 12abc
      """#,
    #"""
    head.qkv:1:5: error: `12abc` is not a number
      a = 12abc
          ^~~~~
    """#)
}

@Test func aLabelThatIsNotClosed() {
  expectProblems(
    in: #"""
      axis a = the cat
      X[a] = zeros()
      y = X["cat]
      """#,
    #"""
    head.qkv:3:7: error: this label has no closing quotation mark
      y = X["cat]
            ^~~~~
    """#)
}

@Test func aLineThatDefinesNothing() {
  expectProblems(
    in: #"""
      X @ Y
      """#,
    #"""
    head.qkv:1:3: error: `X` needs an equals sign and what it stands for
      X @ Y
        ^
    """#)
}

@Test func anAxisWithoutPlaces() {
  expectProblems(
    in: #"""
      axis token =
      """#,
    #"""
    head.qkv:1:6: error: the axis `token` has no places
      axis token =
           ^~~~~
    """#)
}

@Test func anAxisOfNoSize() {
  expectProblems(
    in: #"""
      axis token = 0
      """#,
    #"""
    head.qkv:1:14: error: the size of `token` must be from 1 to 16777216, not 0
      axis token = 0
                   ^
    """#)
}

@Test func anAxisTooLarge() {
  expectProblems(
    in: #"""
      axis token = 999999999
      """#,
    #"""
    head.qkv:1:14: error: the size of `token` must be from 1 to 16777216, not 999999999
      axis token = 999999999
                   ^~~~~~~~~
    """#)
}

@Test func aSceneTooLarge() {
  expectProblems(
    in: #"""
      axis a = 5000
      X[a, a] = zeros()
      """#,
    #"""
    head.qkv:2:11: error: the scene would hold more than 16777216 numbers
      X[a, a] = zeros()
                ^~~~~~~
    """#)
}

@Test func wideCharacters() {
  expectProblems(
    in: #"""
      axis 詞 = 私 は 猫
      重み[詞] = zeros()
      y = 重み["犬"]
      """#,
    #"""
    head.qkv:3:8: error: the axis `詞` has no label "犬"
      y = 重み["犬"]
               ^~~~
    """#)
}

@Test func allMistakesAtOnceAndNoConsequences() {
  expectProblems(
    in: #"""
      axis a = 2
      X[b] = zeros()
      Y = X @ Z
      Z = nothing
      Q = Y + Z
      """#,
    #"""
    head.qkv:2:3: error: no axis is called `b`
      X[b] = zeros()
        ^
    head.qkv:4:5: error: nothing is called `nothing`
      Z = nothing
          ^~~~~~~
    """#)
}
