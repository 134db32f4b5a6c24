import Testing

@testable import Curses

@Suite struct TerminalSupportTests {
  private func support(
    _ name: String, _ more: [String: String] = [:], isUTF8: Bool = true
  ) throws(TerminalProblem) -> TerminalSupport {
    let environment = more.merging(["TERM": name]) { $1 }
    return try TerminalSupport(environment: environment, isUTF8: isUTF8)
  }

  @Test func withoutANameThereIsNoTerminal() {
    #expect(throws: TerminalProblem.tooSimple(name: "")) {
      try TerminalSupport(environment: [:], isUTF8: true)
    }
  }

  @Test(arguments: ["", "dumb", "unknown"])
  func aTerminalWithoutACursorIsTooSimple(name: String) {
    #expect(throws: TerminalProblem.tooSimple(name: name)) { try support(name) }
  }

  @Test func aTerminalIsLookedUpUnderItsName() throws {
    #expect(try support("xterm-256color").names == ["xterm-256color"])
  }

  @Test(arguments: [
    ("xterm-256color", ["xterm-direct", "xterm-256color"]), ("foot", ["foot-direct", "foot"]),
    ("xterm-direct", ["xterm-direct", "xterm-direct"]),
  ])
  func whereEveryColorCanBeShownItsOwnEntryComesFirst(name: String, names: [String]) throws {
    #expect(try support(name, ["COLORTERM": "truecolor"]).names == names)
    #expect(try support(name, ["COLORTERM": "24bit"]).names == names)
  }

  @Test func noColorCountsUnlessItIsEmpty() throws {
    #expect(try support("xterm").wantsColor)
    #expect(try support("xterm", ["NO_COLOR": ""]).wantsColor)
    let without = try support("xterm", ["NO_COLOR": "1", "COLORTERM": "truecolor"])
    #expect(!without.wantsColor)
    #expect(without.names == ["xterm"])
  }

  @Test func theConsoleOfLinuxHasFewGlyphs() throws {
    #expect(try support("xterm").hasFullFont)
    #expect(try !support("linux").hasFullFont)
    #expect(try !support("linux-16color").hasFullFont)
    #expect(try !support("xterm", isUTF8: false).hasFullFont)
  }

  @Test func aClipboardIsWhereTheTerminalIsKnownToHaveOne() throws {
    #expect(try support("xterm-256color").hasClipboard)
    #expect(try support("foot").hasClipboard)
    #expect(try support("screen", ["TMUX": "/tmp/tmux-0/default,1,0"]).hasClipboard)
    #expect(try !support("screen").hasClipboard)
    #expect(try !support("vt100").hasClipboard)
  }
}
