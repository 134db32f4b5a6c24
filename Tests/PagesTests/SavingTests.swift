import Testing

@testable import Playground

@Suite struct SavingTests {
  /// An answer, the next step, the map, the way out, and the way to the shell.
  @Test(arguments: ["2", "n", "q", "ctrl-c", "ctrl-z"])
  func eachOfTheseKeysSavesAtOnce(key: String) throws {
    var student = try Student()
    #expect(student.effects.isEmpty)
    try student.press(key)
    #expect(student.effects.contains(.save(student.model.progress)))
  }

  @Test func thePlaceIsSavedWithEachStep() throws {
    var student = try Student()
    try student.press("n")
    let step = try student.session.step.id
    #expect(step != "ask")
    #expect(student.effects.contains(.savePlace(lesson: "walk", step: step)))
  }
}
