import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct KeyTableTests {
  @Test(arguments: Context.allCases)
  func aKeyMeansOneThingInAContext(context: Context) {
    var seen: Set<Key> = []
    for key in KeyTable.bindings(in: context).flatMap(\.keys) {
      #expect(seen.insert(key).inserted, "\(key.spelling) is bound twice in \(context)")
    }
    #expect(!seen.isEmpty)
  }

  @Test(arguments: Context.allCases)
  func escapeNeverQuits(context: Context) {
    #expect(KeyTable.command(for: .escape, in: context) == .send(.leave(.close)))
  }

  @Test func lettersAreTextWhileTyping() {
    #expect(KeyTable.command(for: "q", in: .prompt) == .send(.edit(.type("q"))))
    #expect(KeyTable.command(for: "n", in: .list) == .send(.edit(.type("n"))))
    #expect(KeyTable.command(for: "q", in: .sliders) == .send(.leave(.back)))
  }

  @Test func digitsAreDigitsInALesson() {
    #expect(KeyTable.command(for: "3", in: .sliders) == .digit(3))
    #expect(KeyTable.command(for: "3", in: .map) == nil)
  }

  @Test(arguments: Context.allCases)
  func helpNamesEveryKeyOfTheContext(context: Context) {
    let help = KeyTable.help(in: context).flatMap(\.bindings)
    let rows = KeyTable.bindings(in: context)
    #expect(help.count == rows.count)
    for binding in rows {
      #expect(help.contains(binding))
    }
  }
}
