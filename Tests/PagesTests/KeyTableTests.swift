import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct KeyTableTests {
  @Test(arguments: Context.allCases)
  func aKeyMeansOneThingInAContext(context: Context) {
    var seen: Set<Key> = []
    for key in KeyTable.standard.bindings(in: context).flatMap(\.keys) {
      #expect(seen.insert(key).inserted, "\(key.spelling) is bound twice in \(context)")
    }
    #expect(!seen.isEmpty)
  }

  @Test func commandsOfOneNameHaveTheSameKeys() {
    for (name, rows) in Dictionary(grouping: KeyTable.standard.bindings, by: \.name) {
      #expect(Set(rows.map(\.keys)).count == 1, "\(name)")
    }
  }

  /// A command that holds in all of a lesson has one key there, whatever part has the focus.
  @Test func aLetterMeansTheSameInEveryPartOfALesson() {
    let moves: Set<Key> = ["h", "j", "k", "l"]
    let letters = "abcdefgimnopqrstuvwxyzMRU?/:".map(Key.character).filter { !moves.contains($0) }
    for key in letters where key != "f" {
      let meanings = Set.lesson.map { KeyTable.standard.command(for: key, in: $0) }
      #expect(meanings.allSatisfy { $0 == meanings[0] }, "\(key.spelling)")
    }
  }

  @Test(arguments: Set.lesson.union([.why, .page]))
  func mGoesToTheMapAndCapitalMTurnsTheMouseOn(context: Context) {
    #expect(KeyTable.standard.command(for: "m", in: context) == .send(.go(.map)))
    #expect(KeyTable.standard.command(for: "M", in: context) == .send(.set(.toggleMouse)))
  }

  @Test func theMapIsReachedThroughWhatFloatsAboveALesson() throws {
    var student = try Student()
    try student.press("2 enter m")
    #expect(student.model.session == nil)
    #expect(student.model.overlays.isEmpty)
  }

  @Test func bracketsTurnFromVectorToVectorAndBack() throws {
    var student = try Student(on: "long")
    try student.press("1 ]")
    #expect(try student.stepState.cursor(of: 0).row == 1)
    try student.press("[ [")
    #expect(try student.stepState.cursor(of: 0).row == 5)
  }

  @Test func jDragsATipDownAsTheArrowDoes() throws {
    var student = try Student(on: "long")
    try student.press("1 j")
    #expect(try student.value("X[\"the\",\"animal\"]") == 0.15)
  }

  /// What is chosen in the palette above a derivation acts on the page, and nothing stays open above it.
  @Test func aCommandChosenAboveADerivationClosesIt() throws {
    var student = try Student()
    try student.press("2 enter :")
    student.type("previous step")
    try student.press("enter")
    #expect(student.model.overlays.isEmpty)
  }

  @Test(arguments: Context.allCases)
  func escapeNeverQuits(context: Context) {
    #expect(KeyTable.standard.command(for: .escape, in: context) == .send(.leave(.close)))
  }

  @Test func lettersAreTextWhileTyping() {
    #expect(KeyTable.standard.command(for: "q", in: .prompt) == .send(.edit(.type("q"))))
    #expect(KeyTable.standard.command(for: "n", in: .list) == .send(.edit(.type("n"))))
    #expect(KeyTable.standard.command(for: "q", in: .sliders) == .send(.leave(.back)))
  }

  @Test func digitsAreDigitsInALesson() {
    #expect(KeyTable.standard.command(for: "3", in: .sliders) == .digit(3))
    #expect(KeyTable.standard.command(for: "3", in: .map) == nil)
  }

  @Test(arguments: Context.allCases)
  func helpNamesEveryKeyOfTheContext(context: Context) {
    let help = KeyTable.standard.help(in: context).flatMap(\.bindings)
    let rows = KeyTable.standard.bindings(in: context)
    #expect(help.count == rows.count)
    for binding in rows {
      #expect(help.contains(binding))
    }
  }
}
