import Lessons
import Testing

@testable import Handouts

/// A lesson whose titles, tokens and texts are full of signs that mean something to HTML and Markdown.
private let hostile = #"""
  ---
  qkv: 1
  id: signs
  title: Less < more & "quotes" | <script>alert(1)</script>
  summary: Is 1 < 2 & 2 > 1?
  minutes: 3
  needs: []
  objectives: ["tell <b> from **b**"]
  lang: en
  further:
    - {title: "A <paper>", where: "p. 3 & 4", url: "https://example.org/?a=1&b=2"}
    - {title: Not a link, where: here, url: "javascript:alert(1)"}
  ---

  ```qkv scene
  axis token = "<b>" "a&b" "it's"

  score[token] = [1, 0, 2]
  weight = softmax(score)
  ```

  ## Who < whom & "why"? {#who}

  The token `<b>` & `it's` cost `=score["<b>"]`; see [this](javascript:alert(2)), $a < b$.

  ```qkv show
  bars weight "the <weights> & \"shares\""
  matrix score
  ```

  ```qkv sliders
  score["<b>"] from -2 to 2 step 0.1 label "<i>size</i>"
  ```

  ```qkv predict most
  ask: |
    Which token gets the most?
  largest: weight
  hide: [weight]
  set: score["a&b"] = 3
  explain: |
    `=weight["a&b"]`, so the secret is out.
  wrong: |
    The largest score gets the largest weight.
  ```

  Now `a&b` has the score `=score["a&b"]`, told too early.

  ```qkv number total
  ask: |
    `a&b` now has `=score["a&b"]`, `it's` has `=score["it's"]`. What do all scores sum to?
  answer: 3
  equals: sum(score)
  mistakes:
    - equals: max(score)
      say: That is the largest.
  right: |
    Three, or what you made of it.
  ```

  ```qkv goal high
  ask: Let `<b>` get more than .5.
  when: weight["<b>"] > 0.5
  easy: meant
  solution: score["<b>"] = 3
  success: It has `=weight["<b>"]`.
  ```

  ```qkv hint
  Raise it. A hint is no secret worth keeping, but it is kept.
  ```

  ```qkv notes
  minutes: 2
  The teacher's own words.
  ```
  """#

private func lesson() throws -> Lesson { try Lesson.load(text: hostile, file: "signs.md") }

@Suite struct HandoutTests {
  @Test(arguments: [false, true])
  func wordsOfALessonAreNoMarkup(isSolved: Bool) throws {
    let page = ParsedPage(try Handout(lesson(), isSolved: isSolved).html)
    #expect(page.complaints == [])
    #expect(page.all("h1").map(\.text) == [#"Less < more & "quotes" | <script>alert(1)</script>"#])
    #expect(page.all("title").first?.text.hasPrefix("Less < more") == true)
    #expect(page.all("th").contains { $0.text == "<b>" })
    #expect(
      page.all("a").compactMap { $0.attributes["href"] }.filter { !$0.hasPrefix("#") }
        == ["https://example.org/?a=1&b=2"])
  }

  @Test func whatAQuestionHidesIsLeftBlank() throws {
    let page = ParsedPage(try Handout(lesson(), isSolved: false).html)
    let bars = try #require(page.element(id: "step-who-panel-1"))
    #expect(bars.text.contains("hidden until you answer"))
    #expect(!bars.text.contains(/\.[0-9]/))
    let scores = try #require(page.element(id: "step-who-panel-2"))
    #expect(scores.text.contains("2.00"))
  }

  @Test func whatAnAnswerBringsAboutIsLeftBlank() throws {
    let page = ParsedPage(try Handout(lesson(), isSolved: false).html)
    let second = page.children(of: "step-who").filter { $0.attributes["class"] == "question" }[1]
    // The reveal set one score to 3; the other is what it was.
    #expect(second.text.contains("a&b now has a number to find, it's has 2."))
    #expect(!second.text.contains("3"))
  }

  @Test func aPageForStudentsTellsNoAnswers() throws {
    let handout = try Handout(lesson(), isSolved: false)
    let secrets = [
      "the secret is out", "The largest score gets", "told too early", "That is the largest",
      "Three, or", "It has", "no secret worth keeping", "teacher's own", "Solution", "✓",
    ]
    for secret in secrets {
      #expect(!ParsedPage(handout.html).words.contains(secret))
      #expect(!handout.markdown.contains(secret))
    }
  }

  @Test func aPageForTheTeacherTellsAll() throws {
    let handout = try Handout(lesson(), isSolved: true)
    let page = ParsedPage(handout.html)
    // softmax of 1, 3 and 2
    let told = [
      ".67, so the secret is out", "a&b ✓ right", "The largest score gets", "Answer: 3",
      "2 That is the largest", "Three, or", "no secret worth keeping", "teacher's own",
      "Notes, 2 minutes",
      "Solution: score[\"<b>\"] = 3", "a&b has the score 3, told too early", "It has .71.",
    ]
    for words in told {
      #expect(page.words.contains(words), "\(words)")
    }
    #expect(!page.words.contains("hidden"))
  }

  @Test func markdownKeepsSignsAsTheyAre() throws {
    let text = try Handout(lesson(), isSolved: false).markdown
    #expect(text.hasPrefix(#"# Less \< more \& "quotes" \| \<script\>alert(1)\</script\>"#))
    #expect(text.contains("| \\<b\\> | a\\&b | it's |\n| --- | ---: |"), "\(text)")
    #expect(text.contains("`<b>` & `it's` cost **1**") || text.contains("\\& `it's` cost **1**"))
    #expect(text.contains("see this, a \\< b"))
    #expect(text.contains("[A \\<paper\\>](<https://example.org/?a=1&b=2>), p. 3 \\& 4"))
    #expect(text.contains("`a&b` now has \\_\\_\\_\\_, `it's` has **2**"))
  }
}
