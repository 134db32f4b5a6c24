import Scenes
import Testing
import Text

@testable import Lessons

/// Formulas that students write: how a block is read, how a formula is judged, what `check` proves.
@Suite struct WriteQuestionTests {
  private static let scene = """
    axis token = the cat it
    axis feature = noun animal
    axis trait = 3
    X[token, feature] = [[0, 1], [1, 1], [0.5, 1]]
    W_q[feature, trait] = [[1, 0, 2], [0.5, 1, 0]]
    W_k[feature, trait] = [[0, 1, 1], [1, 0.5, 0]]
    Q = X @ W_q
    K = X @ W_k
    score = Q @ K.T
    """
  private static let scaled = block(
    "write scaled",
    """
    ask: Keep the spread in check.
    name: scaled
    answer: score / sqrt(size(trait))
    mistakes:
      - equals: score
        misconception: no scale
        say: Long keys still shout.
      - {equals: score / size(trait), say: You divided by the size.}
      - {equals: K @ Q.T / sqrt(size(trait)), say: Rows ask.}
      - {equals: Q / sqrt(size(trait)), say: These are the queries.}
    """)

  private func step(_ text: String = scaled) throws -> Step {
    try onlyStep(text, scene: Self.scene)
  }

  private func verdict(_ formula: String, _ text: String = scaled) throws -> FormulaVerdict {
    let step = try step(text)
    let task = try #require(step.questions.first?.formula)
    return task.verdict(on: formula, in: step, hidden: [])
  }

  @Test func theNameIsInTheSceneAndHiddenUntilItIsWritten() throws {
    let step = try step(Self.scaled + "\n\n" + block("show", "matrix scaled"))
    let scaled = try #require(step.scene.definition("scaled"))
    #expect(step.questions[0].unwritten == scaled.node)
    #expect(step.covers["scaled"]?.cells(of: scaled.node) == .some(nil))
    #expect(step.panelRows.count == 1)
  }

  @Test(arguments: [
    "score / sqrt(size(trait))", "Q @ K.T / sqrt(size(trait))", "score * (1 / sqrt(size(trait)))",
    "(X @ W_q) @ (X @ W_k).T / sqrt(size(trait))", "(K @ Q.T / sqrt(size(trait))).T",
  ])
  func aRightValueByAnyRoadIsRight(formula: String) throws {
    #expect(try verdict(formula) == .right)
  }

  @Test(
    arguments: zip(
      ["score", "Q @ K.T", "score / 3", "score / size(trait)", "Q / sqrt(size(trait))"],
      [0, 0, nil, 1, 3] as [Int?]))
  func aNamedMistakeIsKnownByWhatItComputes(formula: String, place: Int?) throws {
    let verdict = try verdict(formula)
    if let place {
      #expect(verdict == .mistake(place))
    } else {
      #expect(verdict != .right && verdict != .mistake(1))
    }
  }

  @Test func whatIsRightForTheseNumbersAloneIsNotRight() throws {
    guard case .differs(let difference) = try verdict("score / 1.7320508") else {
      Issue.record("a number in place of the root is found out in another size")
      return
    }
    #expect(difference.elsewhere?.contains("for trait") == true)
    #expect(difference.sentence.hasPrefix("Right for these numbers, but not for others"))
  }

  @Test func theFirstCellThatDiffersIsTold() throws {
    guard case .differs(let difference) = try verdict("score / 2") else {
      Issue.record("a wrong number differs")
      return
    }
    #expect(difference.cell == "scaled[\"the\",\"the\"]")
    #expect(difference.elsewhere == nil)
    #expect(difference.value == 0.5)
    #expect(difference.operands.map(\.name).contains("score[\"the\",\"the\"]"))
    let right = try step().scene.values(
      of: try #require(try step().scene.definition("scaled")).node)
    #expect(!difference.sentence.contains(NumberFormat.cell(right.elements[0])))
  }

  @Test func otherAxesAreSaidInWords() throws {
    #expect(try verdict("W_q") == .axes(yours: ["feature", "trait"], wanted: ["token", "token"]))
    #expect(
      try verdict("W_q").sentence(name: "scaled")
        == "Yours gives a row for each feature and a column for each trait, "
        + "but scaled has a row for each token and a column for each token.")
  }

  @Test func whatCannotBeReadIsToldWithItsPlace() throws {
    guard case .unreadable(let message, let column) = try verdict("score / sqrt(size(trat))") else {
      Issue.record("an unknown axis cannot be read")
      return
    }
    #expect(column == 19)
    #expect(message.contains("trat") && message.contains("trait"))
    // The sentence ends before the advice begins.
    #expect(message.contains(/[.?] [A-Z]/))
    #expect(
      try verdict("2 * scaled")
        == .unreadable(
          message: "scaled is what you define, so its formula cannot be made from it.", column: 5))
    guard case .unreadable = try verdict("score /") else {
      Issue.record("half a formula cannot be read")
      return
    }
  }

  @Test func whatIsStillToBeWrittenCannotBeUsed() throws {
    let step = try step()
    let task = try #require(step.questions.first?.formula)
    #expect(
      task.verdict(on: "score * 1", in: step, hidden: ["score"])
        == .unreadable(
          message: "score is not there yet: it is still to be written.", column: 1))
  }

  @Test func aVersionRunsTheFormulaInEverythingThatFollows() throws {
    let step = try step(
      block("scene", "weight = softmax(scaled)") + "\n\n" + Self.scaled + "\n\n"
        + block("show", "matrix weight"))
    let version = try step.version(["scaled": "score"])
    let (weight, score) = (version.panelRows[0][0].subjects[0], version.scene.definition("score"))
    let expected = try Scene([
      SourceText(file: "test", text: Self.scene + "\nweight = softmax(score)")
    ])
    #expect(
      version.scene.values(of: weight)
        == expected.values(of: try #require(expected.definition("weight")).node))
    #expect(score != nil)
    #expect(try version.version([:]) === step)
    #expect(throws: Diagnostics.self) { try step.version(["scaled": "nothing"]) }
  }

  @Test func laterStepsHaveWhatWasWritten() throws {
    let text =
      lessonText(Self.scaled, scene: Self.scene) + "\n## Second {#second}\n\n`=scaled[0, 0]`\n"
    let lesson = try Lesson.load(text: text, file: "demo.md")
    #expect(lesson.steps[1].scene.definition("scaled") != nil)
    let early = lessonText("`=scaled[0, 0]`", scene: Self.scene)
    #expect(rendered(early).contains("scaled"))
  }

  @Test func checkProvesThatEveryMistakeIsNoticed() throws {
    #expect(try problems(Self.scaled) == [])
    let blind = Self.scaled.replacing(
      "score / size(trait), say", with: "Q @ K.T / sqrt(size(trait)), say")
    #expect(
      try problems(blind) == [
        "No scene tells the mistake Q @ K.T / sqrt(size(trait)) from the answer."
      ])
    let here = Self.scaled.replacing("score / size(trait), say", with: "score / 1.7320508, say")
    #expect(try problems(here) == [])
    let narrow = here.replacing("mistakes:", with: "inputs:\n  - seed: 5\nmistakes:")
    #expect(try problems(narrow).count == 1)
  }

  @Test func checkProvesThatTheStartIsWrongAndTheChecksHold() throws {
    let mend = """
      ask: Mend it.
      name: weight
      from: softmax(score.T).T
      answer: softmax(score)
      checks:
        - {say: each row sums to 1, when: 'abs(sum(weight["it"]) - 1) < 0.001'}
      """
    #expect(try problems(block("write weight", mend)) == [])
    let step = try step(block("write weight", mend))
    #expect(step.questions[0].unwritten == nil)
    #expect(!step.hidesNumbers)
    #expect(step.questions[0].formula?.checks.map { $0.holds(in: step.scene) } == [false])
    #expect(
      try problems(block("write weight", mend.replacing("score.T).T", with: "score * 1)"))) == [
        "The formula to start from, softmax(score * 1), is right already."
      ])
    #expect(
      try problems(block("write weight", mend.replacing("- 1)", with: "- 2)"))) == [
        "The scene contradicts the answer: abs(sum(weight[\"it\"]) - 2) < 0.001 does not hold."
      ])
  }

  @Test func aHiddenSceneThatCannotBeReadIsAnError() throws {
    let named = Self.scaled.replacing(
      "mistakes:", with: "inputs:\n  - {seed: 1, token: 2}\nmistakes:")
    let scene = Self.scene + "\nown = score[\"it\"]"
    let lesson = try Lesson.load(text: lessonText(named, scene: scene), file: "demo.md")
    #expect(
      LessonCheck(lesson).problems.first?.message.contains("cannot be read with sizes: 2 for token")
        == true)
  }

  @Test(arguments: [
    ("name: scaled", "name: 3x", "3x is no name that a matrix can have."),
    ("name: scaled\n", "", "The write block lacks the key \"name\"."),
    ("equals: score\n", "equals: scor\n", "scor"),
    ("mistakes:", "keep: Q\nmistakes:", "Q"),
    ("mistakes:", "inputs: [{seed: 1, tokn: 2}]\nmistakes:", "The hidden scene has no key"),
  ])
  func slipsOfTheAuthorAreTold(old: String, new: String, message: String) {
    let text = Self.scaled.replacing(old, with: new)
    #expect(rendered(lessonText(text, scene: Self.scene)).contains(message))
  }

  private func problems(_ text: String) throws -> [String] {
    let lesson = try Lesson.load(text: lessonText(text, scene: Self.scene), file: "demo.md")
    return LessonCheck(lesson).problems.map(\.message)
  }
}
