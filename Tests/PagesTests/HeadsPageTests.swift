import Foundation
import Lessons
import Models
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Someone in front of the heads of a shipped model.
private func student(_ name: String, size: Size = .comfortable) throws -> Student {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "assets/models").path
  let model = try ModelLibrary(directories: [folder]).model(name)
  var student = Student(at: Library(directory: "/nowhere"), size: size)
  student.model.open(HeadsView(model, try model.sentence(model.example)))
  return student
}

extension Student {
  fileprivate var heads: HeadsView { get throws { try #require(model.heads) } }
  fileprivate var text: String { window.frame.buffer.text().joined(separator: "\n") }
}

@Suite struct HeadsPageTests {
  @Test func arrowsChooseAHead() throws {
    var student = try student("echo")
    #expect(try student.heads.head == HeadPlace(layer: 2, head: 1))
    try student.press("right up")
    #expect(try student.heads.head == HeadPlace(layer: 1, head: 2))
    try student.press("left left up")
    #expect(try student.heads.head == HeadPlace(layer: 1, head: 1))
    #expect(student.text.contains("1.1  previous token"))
  }

  @Test func bracketsChooseTheTokenThatAsks() throws {
    var student = try student("echo")
    let last = try student.heads.asking
    try student.press("[")
    #expect(try student.heads.asking == last - 1)
    try student.press("] ]")
    #expect(try student.heads.asking == 0)
  }

  @Test func theSentenceIsEditedInPlace() throws {
    var student = try student("refer")
    try student.press("e ctrl-u")
    student.type("the cat left the road because it was muddy")
    try student.press("enter")
    let view = try student.heads
    #expect(view.word(view.answers(1)[0].word) == "road")
    #expect(student.text.contains("muddy"))
  }

  @Test func anUnknownWordIsNamedAndTheSentenceStays() throws {
    var student = try student("refer")
    let before = try student.heads.sentence
    try student.press("e ctrl-u")
    student.type("the cat left the road because it was hungy")
    try student.press("enter")
    #expect(try student.heads.sentence == before)
    #expect(student.model.notice?.text.contains("hungry") == true)
  }

  @Test func aSilencedHeadSaysWhatItCosts() throws {
    var student = try student("echo")
    try student.press("up X")
    let view = try student.heads
    #expect(view.state.silenced == [HeadPlace(layer: 1, head: 1)])
    let lookup = try #require(view.costs.first { $0.kind == .lookup })
    #expect(lookup.now.share < lookup.whole.share - 0.3)
    #expect(student.text.contains("without 1.1"))
    try student.press("X")
    #expect(try student.heads.costs.isEmpty)
  }

  /// The head that reads the adjective decides, although it never looks at a noun.
  @Test func whatAHeadWritesTurnsTheAnswerOfAnotherSentence() throws {
    var student = try student("refer")
    try student.press("up right T ctrl-u")
    student.type("the cat left the road at night because it was muddy")
    try student.press("enter")
    let reads = try #require(try student.heads.transplant)
    #expect(try student.heads.head == HeadPlace(layer: 1, head: 2))
    #expect(try student.heads.word(reads.before.word) == "road")
    #expect(try student.heads.word(reads.after.word) == "cat")
    #expect(student.text.contains("what 1.2 writes here"))
    try student.press("left")
    let idle = try #require(try student.heads.transplant)
    #expect(try student.heads.word(idle.after.word) == "road")
  }

  @Test func enterOpensTheHeadAsASceneAndBackReturns() throws {
    var student = try student("refer")
    try student.press("enter")
    let scene = try #require(student.model.session?.stepState.scene)
    #expect(scene.definition("contribution") != nil)
    try student.press("q")
    #expect(student.model.session == nil)
    #expect(student.text.contains("2.1"))
    try student.press("m")
    #expect(student.model.heads == nil)
  }

  @Test(arguments: [
    Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 40, height: 12),
  ])
  func thePageShowsTheAnswerAndTheHeads(size: Size) throws {
    let student = try student("refer", size: size)
    #expect(student.text.contains("cat"))
    #expect(student.text.contains("2.1"))
  }

  @Test func whatIsSeenOfAModelIsSmallAndCanBeWrittenDown() throws {
    var student = try student("echo")
    try student.press("up X [")
    let state = try student.heads.state
    let data = try JSONEncoder().encode(state)
    #expect(data.count < 300)
    #expect(try JSONDecoder().decode(HeadsState.self, from: data) == state)
  }
}

@Suite struct TrainingHistoryTests {
  /// The models of the repository.
  private var library: ModelLibrary {
    ModelLibrary(directories: [
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "assets/models").path
    ])
  }

  private func student(_ name: String, size: Size = .comfortable) throws -> Student {
    let model = try library.model(name)
    var student = Student(at: Library(directory: "/nowhere"), size: size)
    student.model.open(
      HeadsView(model, try model.sentence(model.example), history: library.history(of: model)))
    return student
  }

  @Test func stepsComeInOrderAndTheTrainedModelLast() throws {
    let history = try #require(library.history(of: try library.model("echo-400")))
    let steps = history.moments.dropLast().map { $0.step ?? -1 }
    #expect(steps == steps.sorted() && steps.first == 0 && steps.contains(700))
    #expect(history.moments.last?.model.name == "echo")
    #expect(library.history(of: try library.model("refer")) == nil)
  }

  /// The head that copies is born between steps 300 and 900, as the recipe's figures say.
  @Test func aHeadIsBornAsItsTrainingIsScrubbed() throws {
    var student = try student("echo")
    try student.press(",")
    var view = try #require(student.model.heads)
    let birth = try #require(view.birth)
    let copying = try #require(birth.scores.last?.best(at: .induction))
    let series = birth.scores.map { $0.score(of: .induction, at: copying) ?? 0 }
    #expect(birth.roles(of: copying).contains { $0.shares == series })
    let steps = birth.history.moments.map(\.step)
    let early = try #require(steps.firstIndex(of: 200))
    let late = try #require(steps.firstIndex(of: 900))
    #expect(series[early] < 0.5 && series[late] > 0.8)
    // What is drawn is what a model opened at that step computes.
    for _ in steps { try student.press(",") }
    view = try #require(student.model.heads)
    let begun = try library.model("echo-0")
    #expect(view.model == begun && view.scores == RoleScores(of: begun))
    #expect(view.pass == begun.pass(over: view.sentence.tokens))
    #expect(student.page.contains("after 0 steps"))
    for _ in steps { try student.press(".") }
    #expect(try #require(student.model.heads).model.name == "echo")
    #expect(student.page.contains("trained"))
  }

  @Test func silenceIsMeasuredAtTheStepThatIsShown() throws {
    var student = try student("echo")
    try student.press("X , ,")
    let view = try #require(student.model.heads)
    let whole = Accuracy(of: view.model)
    let damaged = Accuracy(of: view.model, view.change)
    #expect(!view.costs.isEmpty)
    for cost in view.costs {
      #expect(cost.whole == whole[cost.kind] && cost.now == damaged[cost.kind])
    }
  }

  @Test(arguments: [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ])
  func theBirthIsToldAtEverySize(size: Size) throws {
    var student = try student("echo", size: size)
    try student.press(", ,")
    let birth = try #require(student.model.heads?.birth)
    #expect(birth.moment == birth.history.moments.count - 3)
    for appearance in Appearance.all {
      student.appearance = appearance
      let name = birth.roles(of: HeadPlace(layer: 2, head: 1))[0].name
      #expect(student.page.contains(size.width == 60 ? "2.1 p" : name))
      #expect(student.page.contains(birth.title))
    }
  }

  @Test func aModelWithoutStoredStepsHasNoKeyForThem() throws {
    var student = try student("refer")
    #expect(!student.page.contains("training"))
    try student.press(",")
    #expect(try #require(student.model.heads).birth == nil)
  }
}
