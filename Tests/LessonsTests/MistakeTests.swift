import FuzzSupport
import Scenes
import Testing

@testable import Lessons

/// A wrong answer is told why it is wrong, and its misconception is known.
@Suite struct MistakeTests {
  private static let mistakes = """
    ask: a
    answer: 6
    equals: sum(row)
    mistakes:
      - {equals: "mean(row)", misconception: mean-for-sum, say: That is the mean.}
      - {equals: "max(row)", say: That is the largest.}
    wrong: Add them.
    """
  private static let scene = "axis dish = soup cake bread\nrow[dish] = [1, 2, 3]"

  private func question(_ text: String) throws -> (question: Question, scene: Scene) {
    let step = try onlyStep(text, scene: Self.scene)
    return (step.questions[0], step.scene)
  }

  @Test(arguments: [(Float(2), 0, "That is the mean."), (3.005, 1, "That is the largest.")])
  func aTypedNumberIsMatchedToItsFormula(number: Float, place: Int, reply: String) throws {
    let (question, scene) = try question(block("number n", Self.mistakes))
    let guess = Guess.number(number)
    let mistake = question.mistake(behind: guess, start: scene, after: scene)
    #expect(mistake == place)
    #expect(question.advice(on: guess, mistake: mistake).plainText == reply)
    #expect(
      question.misconception(behind: guess, mistake: mistake)
        == (place == 0 ? "mean-for-sum" : nil))
  }

  @Test func anyOtherNumberHearsTheCommonReply() throws {
    let (question, scene) = try question(block("number n", Self.mistakes))
    #expect(question.mistake(behind: .number(17), start: scene, after: scene) == nil)
    #expect(question.advice(on: .number(17)).plainText == "Add them.")
  }

  @Test func aMistakeAfterTheRevealIsThatOfTheSceneAfterIt() throws {
    let (question, scene) = try question(
      block(
        "predict p",
        "ask: a\nnumber: sum(row)\nset: row[\"soup\"] = 4\nmistakes: [{equals: before(sum(row))}]"))
    let after = try question.revealed(scene)
    #expect(question.mistake(behind: .number(6), start: scene, after: after) == 0)
    #expect(question.mistake(behind: .number(9), start: scene, after: after) == nil)
  }

  @Test func eachWrongOptionHasItsReply() throws {
    let (question, _) = try question(
      block(
        "predict p",
        """
        ask: a
        options:
          - {text: soup, wrong: Soup is small., misconception: small-is-large}
          - cake
          - {text: bread, wrong: Never seen.}
          - all
        right: 3
        wrong: Look again.
        explain: So it is.
        """))
    let replies = (0..<4).map { place in
      question.feedback(to: .option(place), isRight: place == 2).plainText
    }
    #expect(
      replies == [
        "Soup is small.\nSo it is.", "Look again.\nSo it is.", "So it is.",
        "Look again.\nSo it is.",
      ])
    #expect(question.misconception(behind: .option(0), mistake: nil) == "small-is-large")
  }

  @Test func theSceneIsAskedWhichReplyIsFor() throws {
    let (question, _) = try question(
      block(
        "predict p",
        """
        ask: a
        largest: row
        wrong:
          soup: {say: Soup is small., misconception: small-is-large}
          else: Look again.
        """))
    #expect(question.advice(on: .option(0)).plainText == "Soup is small.")
    #expect(question.advice(on: .option(1)).plainText == "Look again.")
    #expect(question.misconception(behind: .option(0), mistake: nil) == "small-is-large")
  }

  @Test func anOptionMayShowTheNumberOfAFormula() throws {
    let (question, scene) = try question(
      block(
        "choice c",
        "ask: a\noptions:\n  - {equals: sum(row), right: true, why: b}\n  - {equals: mean(row), why: c}"
      ))
    #expect(question.options.map { $0.text.plainText(in: scene) } == ["6", "2"])
  }

  @Test(arguments: [
    ("equals: \"mean(row)\"", "equals: \"3 * mean(row)\"", "gives 6, which is right"),
    ("equals: \"mean(row)\"", "equals: \"row[\\\"bread\\\"]\"", "both give 3"),
    ("equals: \"mean(row)\"", "equals: \"log(-mean(row))\"", "gives no number"),
  ])
  func checkProvesTheMistakes(old: String, new: String, sentence: String) throws {
    let text = lessonText(
      block("number n", Self.mistakes.replacing(old, with: new)), scene: Self.scene)
    let found = LessonCheck(try Lesson.load(text: text, file: "demo.md")).problems.map(\.message)
    #expect(found.contains { $0.contains(sentence) }, "\(found)")
  }

  @Test(arguments: [
    ("wrong: {sop: a}", "There is no option \"sop\"."),
    ("wrong: {soup: {sya: a}}", "no key \"sya\""),
    ("options: [{wrong: a}, b]\nright: 2", "The option says nothing."),
  ])
  func slipsAreSaid(keys: String, sentence: String) {
    let answer = keys.hasPrefix("options") ? "" : "largest: row\n"
    let step = block("predict p", "ask: a\n\(answer)\(keys)")
    #expect(rendered(lessonText(step, scene: Self.scene)).contains(sentence))
  }

  @Test func misconceptionsAreThoseOfTheList() throws {
    let text = lessonText(block("number n", Self.mistakes), scene: Self.scene)
    let lesson = try Lesson.load(text: text, file: "demo.md")
    #expect(LessonCheck(lesson, misconceptions: ["mean-for-sum"]).problems == [])
    let found = LessonCheck(lesson, misconceptions: ["mean-for-sums"]).problems
    #expect(found.map(\.message) == ["There is no misconception \"mean-for-sum\"."])
    #expect(found.first?.suggestion == "Did you mean mean-for-sums?")
  }

  @Test func theListIsChecked() throws {
    let scratch = Scratch()
    try scratch.write(Array(lessonText("words").utf8), to: "demo.md")
    let list = """
      qkv: 1
      misconceptions:
        - {id: one, says: A wrong idea., lesson: demo}
        - {id: one, says: Another., lesson: dmeo}
      """
    try scratch.write(Array(list.utf8), to: "misconceptions.yml")
    let library = Library(directory: scratch.path)
    #expect(library.misconceptions.map(\.sentence) == ["A wrong idea.", "Another."])
    #expect(
      library.problems.map(\.message) == [
        "The misconception \"one\" is listed in line 3 already.", "There is no lesson \"dmeo\".",
      ])
  }
}
