import Testing
import Text

@testable import Lessons

/// One slip of an author is one problem, at the slip, that says what to do.
@Suite struct AuthorSlipTests {
  /// A step, the line and column of the only problem, and how its sentence begins.
  @Test(arguments: [
    // A fence that is never closed, before another block, a step or the end.
    ("```qkv show\nmatrix X\n\n```qkv hint\nA nudge.\n```", 22, 1, "The block is never closed."),
    ("```qkv hint\nA nudge.\n\n## Next {#next}\n\nWords.", 22, 1, "The block is never closed."),
    ("```qkv goal g\nwhen: 1 > 2\n``\n\nWords, and more.", 22, 1, "The block is never closed."),
    ("```\ncode\n\n```qkv show\nmatrix X\n```", 22, 1, "The block is never closed."),
    (
      "```qkv scene\nmore = 1\n\nWords\n\n## B {#b}\n\n```qkv show\nmatrix X\n```", 22, 1,
      "The block is"
    ),
    // What only looks like a block.
    ("```show\nmatrix X\n```", 22, 1, "Without the word qkv this is code"),
    ("```qvk hint\nA nudge.\n```", 22, 1, "Without the word qkv this is code"),
    ("```QKV hint\nA nudge.\n```", 22, 1, "Without the word qkv this is code"),
    ("::: hint\nA nudge.\n", 22, 1, "Colons open no block here."),
    ("```qkv hnit\nA nudge.\n```", 22, 8, "There is no block of the kind \"hnit\"."),
    // Headings.
    ("### Next {#next}\n\nWords.", 22, 1, "A step begins with two number signs"),
    ("# Next {#next}\n\nWords.", 22, 1, "A step begins with two number signs"),
    ("##Next {#next}\n\nWords.", 22, 1, "A step begins with two number signs"),
    ("## Next {#first}\n\nWords.", 22, 11, "The step id \"first\" is taken by line 20."),
    // Spans.
    ("The weight is `=weight[\"it\",\"cat\"] now.", 22, 15, "The backtick before this number"),
    ("The weight is `~weight[\"it\",\"cat\"] now.", 22, 15, "The backtick before this number"),
    (
      "```qkv number n\nask: a\nanswer: 1\nequals: 1\nright: Now `~score[0,0]`.\n```", 26, 14,
      "A reply says what happened"
    ),
    // YAML.
    (
      "```qkv goal g\nwhen: 1 > 2\nwhen: 2 > 1\nsolution: []\n```", 24, 1,
      "The key \"when\" is given in line 23"
    ),
    ("```qkv goal g\nwhne: 1 > 2\nsolution: []\n```", 23, 1, "The goal block has no key \"whne\"."),
    (
      "```qkv goal g\nwhen: 1 > 2\nsolution: [X[0,0] = 1\n```", 24, 13,
      "This is not YAML: a bracket is not closed"
    ),
    ("```qkv choice c\nask: Why: how?\noptions: []\n```", 23, 9, "This is not YAML: a colon"),
    (
      "```qkv goal g\nask: `it` wins\nwhen: 1 > 2\nsolution: []\n```", 23, 6,
      "This is not YAML: a text cannot begin"
    ),
    // Options of panels and sliders.
    ("```qkv show\nmatrix X rwo=\"it\"\n```", 23, 10, "A matrix panel has no option \"rwo\"."),
    ("```qkv show\nmatrxi X\n```", 23, 1, "There is no panel of the kind \"matrxi\"."),
    ("```qkv sliders\nX[\"it\"] from -2 to 2 stpe 0.1\n```", 23, 22, "Nothing is expected here"),
    ("```qkv sliders\nX[\"it\"] from -2 to 2 by 0.1\n```", 23, 22, "Nothing is expected here"),
  ])
  func oneSlipIsOneProblem(step: String, line: Int, column: Int, sentence: String) throws {
    let problems = problems(lessonText(step))
    #expect(problems.count == 1, "\(problems.map { $0.rendered() }.joined(separator: "\n"))")
    let problem = try #require(problems.first)
    #expect(problem.location.line == line)
    #expect(column == 0 || problem.location.column == column, "\(problem.rendered())")
    #expect(problem.message.hasPrefix(sentence), "\(problem.rendered())")
  }

  @Test(arguments: [
    ("\u{FEFF}", "\n"), ("", "\r\n"), ("", "\r"), ("\u{FEFF}", "\r\n"),
  ])
  func byteOrderMarksAndOtherLineEndsDoNoHarm(mark: String, lineEnd: String) throws {
    let text = mark + lessonText(block("hint", "A nudge.")).replacing("\n", with: lineEnd)
    #expect(try Lesson.load(text: text, file: "demo.md").steps.map(\.id) == ["first"])
  }

  @Test func tabsAreSpaces() throws {
    let step = try onlyStep(
      block("goal g", "when:\t1 > 2\nsolution:\n\t- X[0,0] = 1\n\t- X[0,1] = 1"))
    #expect(step.goals.first?.solution.count == 2)
  }

  @Test func frontMatterThatIsNeverClosedIsOneProblem() {
    let open = lessonText("Words.").replacing("minutes: 5\n---\n", with: "minutes: 5\n")
    #expect(
      problems(open).map { "\($0.location.line) \($0.message)" } == [
        "1 The front matter is never closed."
      ])
    let wrongSign = lessonText("Words.").replacing("minutes: 5\n---\n", with: "minutes: 5\n----\n")
    #expect(problems(wrongSign).map(\.message) == ["The front matter is never closed."])
  }

  @Test(arguments: ["The score $q \\cdot k is large.", "So $$\\frac{a}{b} it is.", "A $x_i here."])
  func aFormulaThatIsNeverClosedIsAWarning(prose: String) throws {
    let lesson = try Lesson.load(text: lessonText(prose), file: "demo.md")
    let found = LessonCheck(lesson).warnings.filter { $0.message.contains("never closed") }
    #expect(found.map(\.location.line) == [22])
    #expect(found.first?.severity == .warning)
  }

  @Test(arguments: ["It costs $5, or $6.", "A US$ is a $ sign.", "`=` stands between `a` and `b`."])
  func aSignThatOpensNothingIsLeftAlone(prose: String) throws {
    let lesson = try Lesson.load(text: lessonText(prose), file: "demo.md")
    #expect(!LessonCheck(lesson).warnings.contains { $0.message.contains("never closed") })
  }

  @Test func whatFollowsAnUnclosedBlockIsStillChecked() {
    let text = lessonText("```qkv show\nmatrix X\n\n```qkv show\nmatrx X\n```\n")
    #expect(problems(text).map(\.location.line) == [22, 26])
  }

  @Test func aFenceInsideALongerFenceIsContent() throws {
    let step = try onlyStep("````\n```qkv show\nmatrix X\n```\n````")
    #expect(step.blocks.count == 1)
  }

  private func problems(_ text: String) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try Lesson.load(text: text, file: "demo.md")
      return []
    } catch {
      return error.list
    }
  }
}
