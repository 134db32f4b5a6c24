import Testing
import Text

@testable import Handouts
@testable import Lessons
@testable import Playground

/// What each typed command does, and what a mistake hears.
@Suite struct LinearCommandTests {
  private func student(_ lines: String...) throws -> LinearStudent {
    var student = try LinearStudent(of: "projections")
    for line in lines { student.type(line) }
    return student
  }

  @Test func aStepIsReadInOrder() throws {
    let student = try student()
    #expect(
      student.heard[0] == "Lesson 3 of 20: One embedding, three hats. About 9 minutes, 9 steps.")
    let places = [
      "Step 1 of 9: Who was thirsty?", "Scene: X is a table, 7 tokens by 4 features",
      "Question: Give \"it\" the noun", "  1. \"cat\".", "Type a number from 1 to 4, or hint.",
    ]
    .map { words in student.heard.firstIndex { $0.hasPrefix(words) } }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test func aRowIsReadByItsLabel() throws {
    var student = try student("row cat")
    #expect(
      student.heard == [
        "Row \"cat\" of X: noun 1.00, animal 0.90, pronoun 0.00, drink 0.20."
      ])
    student.type("column X pronoun")
    #expect(student.page.hasPrefix("Column \"pronoun\" of X: the 0.00, cat 0.00"))
    student.type("row of W_q noun")
    #expect(student.heard == ["Row \"noun\" of W_q: seek 0.10, drink 0.10."])
    student.type("row dog")
    #expect(student.heard == ["No table here has a row dog."])
  }

  @Test func aNameReadsItsTable() throws {
    var student = try student("match it")
    #expect(student.page.hasPrefix("match \"it\", largest first: \"it\" 0.81, \"cat\" 0.46"))
    student.type("match")
    #expect(student.heard[1].hasPrefix("Row \"it\" of match, largest first: \"it\" 0.81"))
    student.type("more")
    #expect(student.page.contains("Row \"thirsty\" of match"))
    student.type("more")
    #expect(student.heard == ["There is no more."])
  }

  @Test func aSliderIsSetAndWhatFollowsIsSaid() throws {
    var student = try student("set noun 1")
    #expect(student.heard[0] == "X \"it\" noun: 1. It was 0.10, so plus 0.90.")
    #expect(student.heard[1] == "4 numbers of match \"it\" changed. Largest first:")
    student.type("undo")
    #expect(student.heard[0] == "X \"it\" noun: 0.10. It was 1, so minus 0.90.")
    student.type("redo")
    #expect(student.heard[0] == "X \"it\" noun: 1. It was 0.10, so plus 0.90.")
    student.type("down noun 5")
    #expect(student.heard[0] == "X \"it\" noun: 0.50. It was 1, so minus 0.50.")
    student.type("reset")
    #expect(student.heard[0] == "X \"it\" noun: 0.10. It was 0.50, so minus 0.40.")
  }

  @Test func aCellThatNoSliderMovesIsSetToo() throws {
    var student = try student("set X it pronoun to 0.3")
    #expect(student.heard[0] == "X \"it\" \"pronoun\": 0.30. It was 0.80, so minus 0.50.")
    #expect(
      student.page.contains("The largest of match \"it\" is \"cat\" now, 0.46. It was \"it\"."))
    student.type("set match it cat 3")
    #expect(
      student.heard == ["match is computed, so it cannot be set. Say sliders to hear what can."])
    student.type("set noun")
    #expect(student.page.hasPrefix("Say set, a name and a value, such as set X it noun"))
    student.type("set noun high")
    #expect(student.heard == ["\"high\" is not a number; write it like 1.5, -2, 2/3 or 40%."])
    student.type("set W_q noun seek 1")
    #expect(
      student.heard == [
        "W_q \"noun\" \"seek\" cannot be set in this step. Say sliders to hear what can."
      ])
  }

  @Test func whyIsAnsweredAndFollowed() throws {
    var student = try student("why match it cat")
    #expect(student.heard[0] == "match \"it\" \"cat\" is 0.46.")
    #expect(student.heard[1].hasPrefix("match = X @ X.T."))
    #expect(student.page.contains("0.10 times 1.00 plus 0.40 times 0.90"))
    student.type("why 1")
    #expect(student.heard[0].hasPrefix("X "))
    #expect(student.page.contains("Set by hand"))
    student.type("why match[\"it\",\"it\"]")
    #expect(student.heard[0] == "match \"it\" \"it\" is 0.81.")
    student.type("why match it")
    #expect(
      student.heard == ["To find it in match, say a token and a token, such as why match the the."])
    student.type("why mtach it cat")
    #expect(student.heard == ["There is no table \"mtach\" here. Did you mean match?"])
    student.type("why match it dog")
    #expect(student.page.hasPrefix("token has no \"dog\""))
  }

  @Test func slopesAreSaid() throws {
    let student = try student("slopes match it cat")
    #expect(
      student.heard == [
        "So much match \"it\" \"cat\" changes with each slider, per unit:",
        "  X \"it\" noun: 1.00.",
        "  X \"it\" animal: 0.90.", "  X \"it\" drink: 0.20.",
      ])
  }

  @Test func anAnswerIsJudged() throws {
    var student = try student("1")
    #expect(student.heard[0] == "Your guess: \"cat\". Not yet: try again.")
    student.type("3")
    #expect(student.heard[0] == "Right: \"it\".")
    #expect(student.heard.last == "Say next for step 2.")
    student.type("7")
    #expect(student.heard == ["No question is open. Say next to go on."])
    student.type("next")
    #expect(student.heard[0] == "Step 1 is done. Saved.")
    #expect(student.heard.contains("Step 2 of 9: One embedding, three hats"))
  }

  @Test func aNumberOutOfRangeHearsWhichAreThere() throws {
    let student = try student("9")
    #expect(student.heard == ["Type a number from 1 to 4."])
  }

  @Test func hintsComeOneByOne() throws {
    var student = try student("hint")
    #expect(student.page.hasPrefix("Hint 1 of 2: Whatever you raise"))
    student.type("i")
    #expect(student.page.hasPrefix("Hint 2 of 2: "))
    student.type("hint")
    #expect(student.heard == ["No more hints."])
  }

  @Test func anOpenQuestionIsLeftOnlyWhenAskedTwice() throws {
    var student = try student("next")
    #expect(
      student.heard == [
        "A question is open. Type a number from 1 to 4, or hint. Say next again to leave it open."
      ])
    student.type("next")
    #expect(student.page.contains("Left open in step 1: 1 question."))
    #expect(student.page.contains("Step 2 of 9"))
    student.type("back")
    #expect(student.page.contains("Step 1 of 9"))
    student.type("back")
    #expect(student.heard == ["This is the first step."])
    student.type("go 4")
    #expect(student.page.contains("Step 4 of 9"))
    student.type("go 99")
    #expect(student.heard == ["There is no such step."])
  }

  @Test func whatIsHiddenIsSaidToBeHidden() throws {
    var student = try LinearStudent(of: "projections", step: 2)
    #expect(student.page.contains("Q is hidden until you answer."))
    for line in ["Q", "row Q it", "why Q it seek", "why score it cat", "slopes Q it seek"] {
      student.type(line)
      #expect(
        student.page.hasSuffix("hidden until you answer. Type a number, such as 0.5, or hint."),
        "\(line)")
    }
  }

  @Test func aFormulaIsWritten() throws {
    var student = try LinearStudent(of: "projections", step: 3)
    student.type("write")
    #expect(student.heard == ["Type write and the formula of all_scores."])
    student.type("write X @ X.T")
    #expect(student.heard[0] == "Your guess: all_scores = X @ X.T. Not yet: try again.")
    student.type("write Q @ (K")
    #expect(student.model.prompt == nil)
    #expect(student.page.contains("Not yet"))
    student.type("write all_scores = Q @ K.T")
    #expect(student.heard[0] == "Right: all_scores = Q @ K.T.")
    #expect(student.page.contains("all_scores \"it\" is open now"))
  }

  @Test func aPredictionComesBeforeADrag() throws {
    var student = try LinearStudent(of: "softmax")
    student.type("set drank -2")
    #expect(student.heard == ["Answer the question first. Type a number from 1 to 3, or hint."])
    student.type("solution")
    #expect(student.page.hasPrefix("Answer the question first."))
  }

  @Test func aRunIsToldInAFewSentences() throws {
    var student = try LinearStudent(of: "learning")
    student.type("run")
    #expect(student.page.hasPrefix("Answer the question first."))
    student.type("1")
    student.type("run")
    #expect(
      student.heard[0].hasPrefix(
        "Trained from step 0 to 34 of 60. The loss fell from 1.92 to 0.06."))
    #expect(student.page.contains("The token \"it\" gives the cat 0.95."))
    student.type("step 3")
    #expect(student.heard[0].hasPrefix("Back at step 3 of 60."))
    student.type("step")
    #expect(student.heard[0].hasPrefix("Trained from step 3 to 4 of 60."))
    student.type("rate 0.1")
    #expect(student.heard[0] == "The rate is 0.1 now.")
    student.type("another")
    #expect(student.page.contains("Another start; undo goes back."))
  }

  @Test func theCourseIsSearched() throws {
    var student = try student("find softmax")
    #expect(student.heard[0].hasPrefix("Found "))
    #expect(student.heard[1] == "  1. softmax, glossary.")
    student.type("find xyzzy")
    #expect(student.heard == ["Nothing here says \"xyzzy\". Try another word."])
    student.type("glossary slope")
    #expect(student.heard[0] == "gradient:")
    student.type("open 1")
    #expect(student.model.session?.lesson.id == "learning")
    student.type("lesson softmax")
    #expect(student.page.contains("Lesson 6 of 20"))
    student.type("lesson sofmax")
    #expect(student.heard == ["There is no lesson sofmax. Did you mean softmax?"])
    student.type("map")
    #expect(student.heard[0].hasSuffix("20 lessons, 0 done."))
    student.type("3")
    #expect(student.page.contains("Lesson 3 of 20"))
  }

  @Test func theStepIsReadAgain() throws {
    var student = try student()
    let opening = student.heard
    student.type("read")
    #expect(opening.joined(separator: "\n").hasSuffix(student.page))
    student.type("question")
    #expect(student.heard[0].hasPrefix("Question: Give"))
    student.type("scene")
    #expect(student.heard[0].hasPrefix("Scene: X is a table"))
    student.type("sliders")
    #expect(student.heard.count == 3)
    student.type("goals")
    #expect(student.heard == ["This step has no goal in view. Say read to hear it again."])
  }

  @Test func whatIsNotKnownHearsWhatToSay() throws {
    var student = try student("roww cat")
    #expect(student.heard == ["I do not know \"roww\". Did you mean row?"])
    student.type("xyzzy")
    #expect(student.heard == ["I do not know \"xyzzy\". Say help for all commands."])
    student.type("   ")
    #expect(student.heard == ["Say a command, or help for all of them."])
    student.type("help row")
    #expect(student.heard == ["row LABEL: Reads a row, such as row cat, or row W_q noun."])
    student.type("help")
    #expect(student.heard.count == LinearCommand.allCases.count + 2)
  }

  @Test func quittingSavesAndSaysHowToGoOn() throws {
    let student = try student("quit")
    #expect(student.heard == ["Saved at step 1 of 9. To go on: qkv learn projections --linear"])
    #expect(student.session.isOver)
    #expect(student.effects.last == .quit)
    #expect(student.effects.contains(.save(student.model.progress)))
  }

  @Test func theSandboxAndTheComparisonAreSaid() throws {
    var student = try student("compare")
    #expect(student.page.hasPrefix("A stands still"))
    student.type("compare")
    #expect(student.heard == ["A is laid aside."])
    student.type("sandbox")
    #expect(student.heard == ["Sandbox: nothing here counts; sandbox leaves it."])
    student.type("sandbox")
    #expect(student.heard == ["Out of the sandbox, as you left it."])
    student.type("about")
    #expect(student.heard[0] == "One embedding, three hats:")
    student.type("notes")
    #expect(student.heard[0] == "notes for the instructor:")
    #expect(student.model.overlays.isEmpty)
  }

  @Test func everyCommandHasOneName() {
    let words = LinearCommand.allCases.flatMap { [$0.rawValue] + $0.keys }
    #expect(Set(words).count == words.count)
    for command in LinearCommand.allCases {
      #expect(LinearCommand(word: command.rawValue) == command)
      #expect(command.summary.hasSuffix("."))
    }
  }
}
