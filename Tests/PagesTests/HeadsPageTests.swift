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
