import Scenes
import Testing
import Text

@testable import Lessons

/// What a question hides is not told elsewhere in its step.
@Suite struct LeakTests {
  private func warnings(
    show: String = "matrix Q", words: String = "Look.", title: String = "One",
    ask: String = "How large is the score of `it` and `cat`?", hide: String = "score"
  ) throws -> [String] {
    let text = leakLesson.replacing("SHOW", with: show).replacing("WORDS", with: words)
      .replacing("TITLE", with: title).replacing("ASK", with: ask).replacing("HIDE", with: hide)
    let check = LessonCheck(try Lesson.load(text: text, file: "leak.md"))
    #expect(check.problems.isEmpty)
    return check.warnings.map(\.message).filter { !$0.hasPrefix("The lesson has no") }
  }

  @Test func whatIsHiddenByItsNameLeaksNothing() throws {
    #expect(try warnings() == [])
    #expect(try warnings(show: "matrix score | matrix weight") == [])
  }

  @Test func aPanelOfAnEqualExpressionLeaks() throws {
    #expect(
      try warnings(show: "bars K @ Q[\"it\"]") == [
        "In the panel bars K @ Q[\"it\"], (K @ Q[\"it\"])[\"cat\"] always equals score[\"it\",\"cat\"], "
          + "which a question hides."
      ])
  }

  @Test func aNumberInTheWordsLeaks() throws {
    let found = try warnings(
      words: "It is `=sum(Q[\"it\"] * K[\"cat\"])`, or `~2 * score[\"it\",\"cat\"]`.")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("In the words, ") && found[0].contains("score[\"it\",\"cat\"]"))
  }

  /// Equal by chance is not equal: 0.6 is a number of the input too.
  @Test func whatIsEqualByChanceIsNoLeak() throws {
    #expect(try warnings(show: "bars twin") == [])
    #expect(try warnings(words: "Its twin is `=twin[\"the\"]`.") == [])
  }

  /// A mask holds −∞, which is near no number.
  @Test func aMaskTellsNoScore() throws {
    #expect(try warnings(show: "matrix causal(token)") == [])
  }

  /// A cell of what is hidden may be told, as long as it is not the one that is asked for.
  @Test func whatIsNotAskedForMayBeSeen() throws {
    #expect(try warnings(show: "bars sum(Q[\"it\"] * K[\"the\"]) | bars K @ Q[\"cat\"]") == [])
  }

  @Test func sumsOfSharesAreNoLeak() throws {
    #expect(try warnings(show: "bars sum(weight[\"it\"]) | matrix ones", hide: "weight") == [])
  }

  @Test(arguments: [
    ("A score of 1.24", "Look.", "matrix Q", "The title of the step tells the answer, 1.24."),
    ("One", "It comes to 1.24.", "matrix Q", "The text tells the answer, 1.24."),
    ("One", "Look.", "matrix Q \"1.24 for the cat\"", "The caption tells the answer, 1.24."),
  ])
  func typedDigitsTellTheAnswer(
    title: String, words: String, show: String, message: String
  ) throws {
    #expect(try warnings(show: show, words: words, title: title) == [message])
  }

  @Test func otherDigitsTellNothing() throws {
    #expect(
      try warnings(words: "From .24 to 1.3, or 1 and 11.24, in 1.25 s.", title: "1 of 2") == [])
  }

  @Test func theLeakIsFoundInItsPlace() throws {
    let text = leakLesson.replacing("SHOW", with: "matrix Q\nbars K @ Q[\"it\"]")
      .replacing("HIDE", with: "score")
    let warnings = LessonCheck(try Lesson.load(text: text, file: "leak.md")).warnings
    let leak = try #require(warnings.first { $0.message.hasPrefix("In the panel") })
    #expect(leak.sourceLine == "bars K @ Q[\"it\"]")
    #expect(leak.suggestion == "Hide it too, under hide: of the question.")
  }
}

private let leakLesson = """
  ---
  qkv: 1
  id: leak
  title: Leak
  summary: Something is hidden.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  axis trait = 2
  Q[token, trait] = [[0.5, 0.25], [1, 0.9], [0.1, 0.6]]
  K[token, trait] = [[0, 1], [0.4, 2], [0.3, 0]]
  score = Q @ K.T
  weight = softmax(score)
  twin[token] = [1.24, 2, 3]
  ones[token] = [1, 1, 1]
  ```

  ## TITLE {#one}

  WORDS

  ```qkv show
  SHOW
  ```

  ```qkv number product
  ask: ASK
  answer: 1.24
  equals: score["it","cat"]
  hide: [HIDE]
  right: '`=score["it","cat"]` it is.'
  wrong: No.
  ```
  """
