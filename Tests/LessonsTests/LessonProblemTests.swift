import Foundation
import Testing

@testable import Lessons

@Suite struct LessonProblemTests {
  @Test func allProblemsComeAtOnceInTheOrderOfTheFile() {
    let text = """
      ---
      qkv: 1
      id: demo
      title: A demonstration
      sumary: What a lesson may hold.
      minutes: soon
      ---

      ## First

      ```qkv shwo
      matrix X
      ```

      A formula $\\fract{a}{b}$.
      """
    #expect(
      rendered(text) == """
        demo.md:5:1: error: The front matter has no key "sumary".
          sumary: What a lesson may hold.
          ^~~~~~
          Did you mean summary?
        demo.md:6:10: error: "minutes" must be a whole number from 1.
          minutes: soon
                   ^~~~
        demo.md:9:1: error: The step has no id.
          ## First
          ^~~~~~~~
          Write {#first} after the title.
        demo.md:11:8: error: There is no block of the kind "shwo".
          ```qkv shwo
                 ^~~~
          Did you mean show?
        demo.md:15:12: error: The formula uses \\fract, which is not known here.
          A formula $\\fract{a}{b}$.
                     ^~~~~~
          Did you mean \\frac?
        """)
  }

  @Test func theIDThatIsProposedIsMadeOfTheFirstFourWords() {
    let heading = "## What \"it\" looks at, and why"
    let text = lessonText("Words.").replacing("## First {#first}", with: heading)
    #expect(rendered(text).contains("Write {#what-it-looks-at} after the title."))
  }

  @Test func expressionsAreFoundWhereTheyStand() {
    let text = lessonText(
      """
      Live: `=wieght["it","cat"]`.

      ```qkv show
      matrix X | bars weihgt["it"] "it looks at"
      ```

      ```qkv goal look
      when: 'weight["it","dog"] > 0.6'
      solution:
        - X["it","nuon"] = 1
      ```

      ```qkv predict guess
      ask: |
        First line.

        Then `=scroe["it","cat"]` here.
      number: |
        weight["it",
          "cta"]
      ```
      """)
    #expect(
      places(rendered(text)) == [
        "22:9 wieght", "25:17 weihgt", "29:20 \"dog\"", "31:12 \"nuon\"", "38:10 scroe",
        "41:5 \"cta\"",
      ])
  }

  @Test(arguments: [
    ("show", "matrx X", "There is no panel of the kind \"matrx\".", 1),
    ("show", "matrix", "The matrix panel does not say what it shows.", 1),
    ("show", "matrix X |", "A panel is expected here.", 11),
    ("show", "bars X", "A bars panel shows a vector, but X is a matrix.", 6),
    (
      "show", "shares X[0, 0]",
      "A shares panel shows a row of weights or a matrix of them, but X[0, 0] is a single number.",
      8
    ),
    ("show", "share weight[\"it\"] marks=\"dog .5\"", "The axis token has no \"dog\".", 27),
    ("show", "share weight[\"it\"] marks=\"it\"", "Marks are the wanted sizes of the pieces.", 27),
    ("show", "share weight[\"it\"] hatch=dog", "The axis token has no \"dog\".", 26),
    (
      "show", "shares weight[\"it\"] from=X",
      "Shares are not cut from X: it has other places.", 26
    ),
    (
      "show", "pipeline X, X, X", "A pipeline panel shows 7 to 8 expressions, but here are 3.", 1
    ),
    ("show", "measure X[\"it\"]", "The measure panel does not say where its times go.", 1),
    (
      "show", "measure X[\"it\"] time=X", "X is no input with a number for each length.", 22
    ),
    ("show", "roles X, X", "A roles panel shows 3 expressions, but here are 2.", 1),
    ("show", "roles X, X, X why=\"so\"", "A roles panel has no option \"why\".", 15),
    (
      "show", "roles X, X, 1",
      "A roles panel shows queries, keys or values, but 1 is a single number.", 13
    ),
    ("show", "formula X, weight", "A formula panel shows one expression, but here are 2.", 12),
    (
      "show", "bars weight[\"it\"], X[\"it\"]",
      "Bars that are compared need the same axis, but X[\"it\"] does not have that of weight[\"it\"].",
      20
    ),
    (
      "show", "bars X[\"it\"] - 9 log=yes",
      "A logarithmic scale has no place for numbers below 0, and X[\"it\"] - 9 has some.", 6
    ),
    ("show", "bars X[\"it\"] scale=same", "The option \"scale\" does not take \"same\".", 20),
    ("show", "matrix X sum=cols", "The option \"sum\" does not take \"cols\".", 14),
    ("show", "flow weight sum=columns", "Lines show the sum of one row, but none of columns.", 17),
    ("show", "plane X rows=\"it dog\"", "The axis token has no \"dog\".", 18),
    ("show", "plane X rows=\"it\" row=cat", "No arrow of this plane is called \"cat\".", 23),
    ("show", "plane X angle=\"it\"", "An angle is between two arrows, but here is 1.", 16),
    (
      "show", "compare X, weight",
      "Tables are compared cell by cell, but X and weight have different axes.", 12
    ),
    ("show", "compare X", "A compare panel shows 2 expressions, but here is 1.", 1),
    ("show", "number X", "A number panel shows a single number, but X is a matrix.", 8),
    ("show", "matrix X, X, X", "A matrix panel shows one expression, but here are 3.", 11),
    ("show", "matrix X colour=red", "A matrix panel has no option \"colour\".", 10),
    ("show", "matrix X row=dog", "The axis token has no \"dog\".", 14),
    ("show", "matrix X row=", "The option \"row\" lacks its value.", 10),
    ("show", "matrix X heat=maybe", "\"heat\" is yes or no.", 15),
    ("show", "histogram X from=low", "\"from\" takes a number.", 18),
    ("show", "histogram X from=3 to=-3", "The values shown end before they begin.", 23),
    ("show", "bars X[\"it\"] heat=no", "A bars panel has no option \"heat\".", 14),
    ("show", "matrix X heat=yes heat=no", "The option \"heat\" is given twice.", 19),
    ("show", "matrix X each=head", "There is no stack of tables over \"head\" here.", 15),
    (
      "show", "flow X[\"it\"]",
      "A flow panel shows a matrix or a stack, but X[\"it\"] is a vector.", 6
    ),
    ("show", "flow X heat=no", "A flow panel has no option \"heat\".", 8),
    ("show", "gradient X over=X", "A gradient panel shows the gradient of a single number", 10),
    ("show", "gradient X[0,0]", "The gradient panel does not say over which input.", 1),
    (
      "show", "gradient 1 over=weight", "A gradient is taken over an input, and weight is none.", 17
    ),
    ("show", "gradient 1 over=wieght", "nothing is called `wieght`", 17),
    ("show", "gradient 1 over=", "The option \"over\" lacks its value.", 12),
    ("show", "matrix X \"open", "This quotation mark is never closed.", 10),
    ("show", "matrix X[\"it\"", "This bracket is never closed.", 9),
    (
      "show", "matrix X \"one\" two",
      "Nothing is expected after the caption, but there is \"two\".", 16
    ),
    ("sliders", "X[\"it\"] -2 to 2", "A slider is written as TARGET from LOW to HIGH.", 1),
    ("sliders", "X[\"it\"] from -2 to two", "\"two\" is not a number.", 20),
    ("sliders", "X[\"it\"] in [1, two]", "\"two\" is not a number.", 16),
    ("sliders", "X[\"it\"] in [2, 1]", "A list of values holds two or more", 12),
    ("sliders", "X[\"it\"] in [1]", "A list of values holds two or more", 12),
    ("sliders", "X[\"it\"] in tokn", "There is no axis \"tokn\".", 12),
    ("sliders", "angle of score", "score has no direction", 10),
    ("sliders", "angle of X", "X has no direction", 10),
    ("sliders", "angle of X[\"it\"] from 0 to 800", "An angle stands between", 1),
    ("sliders", "length of X[\"it\"]", "A slider is written as TARGET from LOW to HIGH.", 1),
    ("sliders", "length of X[\"it\"] in token", "Only an input can hold a place", 11),
    ("sliders", "X[\"it\"] from 2 to -2", "The range of a slider runs from", 9),
    ("sliders", "X from 0 to 1 step 0", "The step of a slider is larger than 0", 20),
    ("sliders", "X from 0 to 1 step -1", "The step of a slider is larger than 0", 20),
    ("sliders", "weight[\"it\"] from 0 to 1", "weight[\"it\"] is computed", 1),
    ("sliders", "size(tokn) from 1 to 4", "There is no axis \"tokn\".", 6),
    ("sliders", "size(token) from 1 to 4", "The axis token has labels, so its size is fixed.", 6),
    ("notes", "Words.", "Notes begin with a line \"minutes: N\".", 1),
    ("notes", "minutes: few", "\"minutes\" must be a whole number.", 10),
    ("predict", "ask: a", "A predict block needs a name", 0),
    ("predict Guess", "ask: a\nnumber: 1", "\"Guess\" cannot be the name of a block.", 0),
    ("predict a", "ask: a", "The prediction does not say where its answer comes from.", 0),
    ("predict a", "ask: a\nnumber: 1\nsign: 1", "A prediction has one answer", 0),
    ("predict a", "ask: a\noptions: [b, c]\nright: 3", "\"right\" is the number of an option", 0),
    ("predict a", "ask: a\noptions: [b]\nright: 1", "There are at least two options", 0),
    ("predict a", "ask: a\ngrows: weight[\"it\"]", "\"grows\" compares before and after", 0),
    ("predict a", "ask: a\nlargest: weight", "A vector is expected, but weight is a matrix.", 0),
    ("predict a", "ask: a\nnumber: X", "A single number is expected, but X is a matrix.", 0),
    ("choice a", "ask: a\noptions: b", "\"options\" must be a list.", 0),
    (
      "choice a", "ask: a\noptions: [{text: b, why: c}, {text: d, why: e}]",
      "No option is marked as right.", 0
    ),
    ("number a", "ask: a\nequals: 1", "The number block lacks the key \"answer\".", 0),
    ("order a", "ask: a", "The order block lacks the key \"values\".", 0),
    ("order a", "ask: a\nvalues: X", "A vector is expected, but X is a matrix.", 0),
    ("order a", "ask: a\nvalues: [1, X]", "A single number is expected, but X is a matrix.", 0),
    (
      "order a", "ask: a\nvalues: X[\"it\"]\namong: [dog, noun]",
      "The axis feature has no \"dog\".", 0
    ),
    (
      "order a", "ask: a\nvalues: X[\"it\"]\namong: noun",
      "An order has 2 to 9 values, but here is 1.", 0
    ),
    ("order a", "ask: a\nvalues: [1, 2]\noptions: [b]", "There is 1 option for 2 values.", 0),
    ("goal a", "when: 1 > 2", "The goal block lacks the key \"solution\".", 0),
    ("goal a", "- when", "The goal block consists of lines", 1),
    (
      "train a", "loss: weight\nparameters: X\nrate: 1\nsteps: 2",
      "A single number is expected, but weight is a matrix.", 7
    ),
    ("notes extra", "a", "Nothing is expected here, but there is \"extra\".", 0),
    ("", "a", "The block does not say what it is.", 0),
  ])
  func everyFaultOfABlockHasItsSentenceAndPlace(
    opening: String, body: String, sentence: String, column: Int
  ) {
    let problems = rendered(lessonText(block(opening, body)))
    #expect(problems.contains("error: \(sentence)"))
    if column > 0 { #expect(problems.contains("demo.md:23:\(column): error: \(sentence)")) }
  }

  @Test func frameFaultsPointAtTheirLine() {
    #expect(rendered("words").contains("demo.md:1:1: error: A lesson begins with its front matter"))
    #expect(
      rendered("---\nid: a\n").contains("demo.md:1:1: error: The front matter is never closed."))
    let twice = lessonText("## Again {#first}")
    #expect(
      rendered(twice).contains("demo.md:22:12: error: The step id \"first\" is taken by line 20."))
    let open = lessonText("```qkv hint\nnever closed")
    #expect(rendered(open).contains("demo.md:22:1: error: The block is never closed."))
    let early = lessonText("words").replacing("Words for", with: "```qkv show\nX\n```\n\nWords for")
    #expect(rendered(early).contains("demo.md:9:1: error: A show block belongs in a step."))
    let live = lessonText("words").replacing("Words for", with: "Live `=X` for")
    #expect(rendered(live).contains("demo.md:9:8: error: A number of the scene belongs"))
  }

  @Test func aFaultOfTheSharedSceneIsReportedOnce() {
    let text = lessonText(block("scene", "more = 1"), scene: "score = Y") + "\n## B {#b}\n"
    #expect(rendered(text).components(separatedBy: "error:").count == 2)
    #expect(rendered(text).hasPrefix("demo.md:12:9: error: "))
  }

  @Test func aStrangersSizeIsBounded() {
    let huge = lessonText(String(repeating: "a ", count: 600_000))
    #expect(rendered(huge).contains("The file is longer than 1024 KiB."))
    let long = lessonText(String(repeating: "a ", count: 10_000))
    #expect(rendered(long).contains("This stretch of prose is longer than 16 KiB."))
    let wrong = lessonText(String(repeating: "$\\wrong$ ", count: 1_000))
    #expect(rendered(wrong).components(separatedBy: "error:").count == Limits.problems + 1)
    let steps = (0..<300).map { "## A {#a\($0)}\n" }.joined()
    #expect(rendered(lessonText(steps)).contains("A lesson has at most 200 steps."))
  }

  /// Line, column and marked text of each problem.
  private func places(_ rendered: String) -> [String] {
    let lines = rendered.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.compactMap { index in
      guard lines[index].hasPrefix("demo.md:"), index + 2 < lines.count else { return nil }
      let place = lines[index].split(separator: ":")
      let mark = lines[index + 2]
      let start = mark.prefix { $0 == " " }.count
      let length = mark.dropFirst(start).count
      return "\(place[1]):\(place[2]) \(lines[index + 1].dropFirst(start).prefix(length))"
    }
  }
}
