import Terminal
import Testing

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
    #expect(KeyTable.message(for: .escape, in: context) == .leave(.close))
  }

  @Test func lettersAreTextWhileTyping() {
    #expect(KeyTable.message(for: "q", in: .prompt) == .edit(.type("q")))
    #expect(KeyTable.message(for: "n", in: .list) == .edit(.type("n")))
    #expect(KeyTable.message(for: "q", in: .sliders) == .leave(.back))
  }

  @Test func digitsAreDigitsOnADesk() {
    #expect(KeyTable.message(for: "3", in: .sliders) == .digit(3))
    #expect(KeyTable.message(for: "3", in: .map) == nil)
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
