import Scenes
import Testing

@testable import Lessons

@Suite struct TruthTests {
  @Test func theComponentThatGrowsMostIsComputed() throws {
    let (question, truth) = try asked("ask: a\ngrows: X[\"it\"]\nset: X[\"it\"] = [3, 2]")
    #expect(question.options.map(\.text.plainText) == ["noun", "animal"])
    #expect(truth == .options([0]))
    #expect(question.judge(.option(0), truth))
    #expect(!question.judge(.option(1), truth))
  }

  @Test func onlyTheChoicesOfferedCount() throws {
    let (question, truth) = try asked(
      "ask: a\nlargest: X[:, \"noun\"]\namong: [it, the]\nset: X[\"it\",\"noun\"] = 0.5")
    #expect(question.options.map(\.text.plainText) == ["it", "the"])
    #expect(truth == .options([0]))
  }

  @Test func inATieEitherIsRight() throws {
    let (question, truth) = try asked("ask: a\nlargest: X[\"cat\"]")
    #expect(truth == .options([0, 1]))
    #expect(question.judge(.option(0), truth) && question.judge(.option(1), truth))
  }

  @Test func aNumberIsRightWithinItsTolerance() throws {
    let (question, truth) = try asked(
      "ask: a\nnumber: X[\"it\",\"animal\"] * 2\ntolerance: 0.1\nset: X[\"it\",\"animal\"] = 2")
    #expect(truth == .number(4, tolerance: 0.1))
    #expect(question.judge(.number(4.05), truth))
    #expect(!question.judge(.number(4.2), truth))
    #expect(!question.judge(.number(.nan), truth))
    #expect(!question.judge(.option(0), truth))
  }

  @Test func aNumberIsRightAtTheEndsOfItsTolerance() throws {
    let (question, truth) = try asked(
      "ask: a\nnumber: X[\"it\",\"animal\"] * 2\ntolerance: 0.5\nset: X[\"it\",\"animal\"] = 2")
    #expect(question.judge(.number(3.5), truth) && question.judge(.number(4.5), truth))
    #expect(!question.judge(.number(4.625), truth))
  }

  @Test(arguments: [("2", 0), ("1", 1), ("0.5", 2)])
  func theSignOfAChangeIsComputed(value: String, option: Int) throws {
    let (question, truth) = try asked(
      "ask: a\nsign: X[\"it\",\"animal\"]\nset: X[\"it\",\"animal\"] = \(value)")
    #expect(question.options.map(\.text.plainText) == ["grows", "stays", "shrinks"])
    #expect(truth == .options([option]))
  }

  @Test func anOptionIsRightWhereTheAuthorSaysSo() throws {
    let (question, truth) = try asked("ask: a\noptions: [b, \"`c`\"]\nright: 2")
    #expect(question.options.map(\.isRight) == [false, true])
    #expect(truth == .options([1]))
  }

  @Test func aChoiceAnswersWithTheReasonOfTheOption() throws {
    let step = try onlyStep(
      block(
        "choice a", "ask: a\noptions:\n  - {text: b, right: true, why: c}\n  - {text: d, why: e}"))
    let question = try #require(step.questions.first)
    #expect(question.truth(before: step.scene, after: step.scene) == .options([0]))
    #expect(question.feedback(to: .option(1), isRight: false).plainText == "e")
  }

  @Test func aNumberWorkedOutByHandHasItsTwoAnswers() throws {
    let step = try onlyStep(
      block("number a", "ask: a\nanswer: 1\nequals: X[\"it\",\"animal\"]\nright: yes\nwrong: 'no'"))
    let question = try #require(step.questions.first)
    let truth = question.truth(before: step.scene, after: step.scene)
    #expect(truth == .number(1, tolerance: 0.01))
    #expect(question.feedback(to: .number(1), isRight: true).plainText == "yes")
    #expect(question.feedback(to: .number(2), isRight: false).plainText == "no")
  }

  private func asked(_ yaml: String) throws -> (Question, Truth) {
    let step = try onlyStep(block("predict guess", yaml))
    let question = try #require(step.questions.first)
    let after = try question.revealed(step.scene)
    return (question, question.truth(before: step.scene, after: after))
  }
}
