import Testing

@testable import Curses

@Suite struct TerminalSupportTests {
  private func support(
    _ name: String, _ more: [String: String] = [:], isUTF8: Bool = true
  ) throws(TerminalError) -> TerminalSupport {
    let environment = more.merging(["TERM": name]) { $1 }
    return try TerminalSupport(environment: environment, isUTF8: isUTF8)
  }

  @Test func withoutANameThereIsNoTerminal() {
    #expect(throws: TerminalError.tooSimple(name: "")) {
      try TerminalSupport(environment: [:], isUTF8: true)
    }
  }

  @Test(arguments: ["", "dumb", "unknown"])
  func aTerminalWithoutACursorIsTooSimple(name: String) {
    #expect(throws: TerminalError.tooSimple(name: name)) { try support(name) }
  }

  @Test func aTerminalIsLookedUpUnderItsName() throws {
    #expect(try support("xterm-256color").names == ["xterm-256color", "xterm"])
    #expect(try support("vt100").names == ["vt100", "xterm-256color", "xterm"])
  }

  @Test(arguments: [
    ("xterm-256color", ["xterm-direct", "xterm-256color", "xterm"]),
    ("foot", ["foot-direct", "xterm-direct", "foot", "xterm-256color", "xterm"]),
    (
      "xterm-kitty",
      ["xterm-kitty-direct", "xterm-direct", "xterm-kitty", "xterm-256color", "xterm"]
    ),
    ("tmux-256color", ["tmux-direct", "tmux-256color", "xterm-256color", "xterm"]),
    ("xterm-direct", ["xterm-direct", "xterm-256color", "xterm"]),
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
    #expect(without.names == ["xterm", "xterm-256color"])
  }

  @Test(arguments: [
    ("", "", "", true), ("1", "", "", false), ("1", "1", "1", false), ("", "0", "", false),
    ("", "0", "1", true), ("", "0", "0", false), ("", "1", "", true),
  ])
  func theUsualVariablesSayWhetherThereAreColors(
    noColor: String, clicolor: String, force: String, isWanted: Bool
  ) {
    let environment = ["NO_COLOR": noColor, "CLICOLOR": clicolor, "CLICOLOR_FORCE": force]
    #expect(TerminalSupport.wantsColor(environment) == isWanted)
  }

  @Test(
    arguments: [
      ("0;15", true), ("15;0", false), ("0;default;15", true), ("15;default;0", false),
      ("0;7", true),
      ("7;8", false), ("15;default", nil), ("", nil), ("0;255", nil), ("15", nil), ("0;11", true),
    ] as [(String, Bool?)])
  func theGroundIsReadFromItsVariable(colors: String, isLight: Bool?) throws {
    #expect(try support("xterm", ["COLORFGBG": colors]).hasLightGround == isLight)
  }

  @Test func onlyATerminalThatUnderstandsIsAsked() throws {
    for name in ["xterm-256color", "screen", "tmux", "xterm-kitty", "vte-256color", "st-256color"] {
      #expect(try support(name).answersQuestions, "\(name)")
    }
    for name in ["linux", "vt100", "vt220", "ansi", "eterm-color"] {
      #expect(try !support(name).answersQuestions, "\(name)")
    }
  }

  @Test func aLocalesNameSaysWhetherItIsUTF8() {
    for name in ["de_DE.UTF-8", "xx.utf8", "UTF-8", "C.UTF-8"] {
      #expect(TerminalSupport.saysUTF8(name), "\(name)")
    }
    for name in ["C", "POSIX", "de_DE", "de_DE.ISO-8859-1", ""] {
      #expect(!TerminalSupport.saysUTF8(name), "\(name)")
    }
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
