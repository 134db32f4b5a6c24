import Foundation
import Lessons
import Models
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Someone on the hunt for a head.
@Suite struct HuntPageTests {
  private func student(size: Size = .usual) throws -> Student {
    let library = try #require(shippedLibrary.weights as? ModelLibrary)
    let model = try library.model(TinyModel.referring)
    let hunt = try #require(
      (UInt64(0)..<100).lazy.compactMap { Hunt(in: model, seed: $0) }.first {
        $0.sentence.text.contains("it was narrow")
      })
    var student = Student(at: shippedLibrary, size: size)
    student.model.open(HuntView(hunt))
    return student
  }

  private func view(_ student: Student) throws -> HuntView { try #require(student.model.hunt) }

  private func outcomes(_ student: Student) throws -> [HuntVerdict.Outcome?] {
    let view = try view(student)
    return HuntProof.allCases.map { view.verdict(of: $0)?.outcome }
  }

  private func swap(_ student: inout Student) throws {
    let text = try view(student).hunt.sentence.text
    try student.press("2 ctrl-u")
    student.type(text.replacingOccurrences(of: "narrow", with: "hungry"))
    try student.press("enter")
  }

  @Test func threeProofsAreGivenForTheRightHead() throws {
    var student = try student()
    try student.press("down right 1")
    #expect(try outcomes(student) == [.passed, nil, nil])
    try swap(&student)
    try student.press("3")
    #expect(try outcomes(student) == [.passed, .passed, .passed])
    #expect(student.notice.contains("2.2 it is"))
    try student.press("n")
    #expect(try outcomes(student) == [nil, nil, nil])
  }

  @Test func anotherHeadBeginsAnew() throws {
    var student = try student()
    try student.press("down right 1 left")
    #expect(try outcomes(student) == [nil, nil, nil])
    try student.press("3")
    #expect(try outcomes(student) == [nil, nil, .failed])
  }

  @Test func aHeadThatLooksAtItselfFindsNothing() throws {
    var student = try student()
    try student.press("1")
    #expect(try outcomes(student)[0] == .failed)
    #expect(student.page.contains("does not hold it"))
  }

  @Test func aSwapOfTheSameSentenceShowsNothing() throws {
    var student = try student()
    try student.press("down right 2 enter")
    #expect(try outcomes(student)[1] == .noProof)
    #expect(student.page.contains("still"))
  }

  @Test func allHeadsAreAKeyAway() throws {
    var student = try student()
    try student.press("o")
    #expect(student.window.context == .heads)
    try student.press("q")
    #expect(student.window.context == .hunt)
    try student.press("m")
    #expect(student.window.context == .map)
  }

  @Test func whatIsClaimedIsSmallAndCanBeWrittenDown() throws {
    var student = try student()
    try student.press("down right 1 3")
    try swap(&student)
    let state = try view(student).state
    let data = try JSONEncoder().encode(state)
    #expect(data.count < 1_500)
    #expect(try JSONDecoder().decode(HuntState.self, from: data) == state)
  }

  @Test(arguments: [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ])
  func thePageIsDrawnInEveryLook(size: Size) throws {
    for appearance in Appearance.all {
      var student = try student(size: size)
      student.appearance = appearance
      for keys in ["", "down right", "1", "3"] {
        try student.press(keys)
        #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
        #expect(
          !appearance.symbols.isASCII || student.rows.allSatisfy { $0.allSatisfy(\.isASCII) })
        #expect(student.page.contains("it follows when the words swap"))
        #expect(student.page.contains("2.2"))
      }
    }
  }
}
