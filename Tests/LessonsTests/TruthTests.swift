import FuzzSupport
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

  private func ordered(_ yaml: String) throws -> (Question, Truth) {
    let step = try onlyStep(block("order ranks", "ask: a\n" + yaml))
    let question = try #require(step.questions.first)
    return (question, question.truth(before: step.scene, after: step.scene))
  }

  @Test func anOrderIsThatOfTheNumbers() throws {
    let (question, truth) = try ordered(
      "values:\n  - 1\n  - X[\"it\"][\"animal\"] + 2\n  - sum(X[\"the\"])")
    #expect(truth == .order([1, 3, 0]))
    #expect(question.options.map(\.text.plainText)[0] == "1")
    #expect(question.judge(.order([1, 0, 2]), truth))
    for wrong in [[0, 1, 2], [1, 2, 0], [1, 0], [1, 1, 0], [], [1, 0, 3]] {
      #expect(!question.judge(.order(wrong), truth), "\(wrong)")
    }
    #expect(!question.judge(.option(1), truth) && !question.judge(.number(1), truth))
  }

  @Test func equalNumbersStandInEitherOrder() throws {
    let (question, truth) = try ordered("values: score[\"cat\"]\namong: [it, cat, the]")
    #expect(question.options.map(\.text.plainText) == ["it", "cat", "the"])
    #expect(truth == .order([1, 2, 0]))
    let tie = Truth.order([2, 5, 2, -.infinity, -.infinity])
    for right in [[1, 0, 2, 3, 4], [1, 2, 0, 4, 3]] {
      #expect(question.judge(.order(right), tie), "\(right)")
    }
    #expect(!question.judge(.order([0, 1, 2, 3, 4]), tie))
  }

  @Test(arguments: [([1, 2, 0], 1), ([0, 1, 2], 0), ([1, 0, 2], nil)] as [([Int], Int?)])
  func aWrongOrderIsWrongFromAPlaceOn(order: [Int], place: Int?) {
    #expect(([2, 3, 1] as [Float]).firstWrongPlace(of: order) == place)
  }

  /// Whatever the numbers: an order is right exactly where each number is at least the next.
  @Test func anOrderIsRightWhereNoNumberGrows() {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<fuzzRounds(usually: 300) {
      let numbers = (0..<(2 + random.below(5))).map { _ in Float(random.below(4)) }
      let order = numbers.indices.shuffled(using: &random)
      let falls = zip(order, order.dropFirst()).allSatisfy { numbers[$0] >= numbers[$1] }
      #expect((numbers.firstWrongPlace(of: order) == nil) == falls, "\(numbers) \(order)")
    }
  }

  private func asked(_ yaml: String) throws -> (Question, Truth) {
    let step = try onlyStep(block("predict guess", yaml))
    let question = try #require(step.questions.first)
    let after = try question.revealed(step.scene)
    return (question, question.truth(before: step.scene, after: after))
  }
}
