import Foundation
import Testing

/// The whole program in front of a terminal, as a student meets it.
@Suite(.serialized) struct ProgramTests {
  /// A folder of its own for progress, gone with the test.
  private final class Home {
    let path = NSTemporaryDirectory() + "qkv-session-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let home = Home()
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The lesson of two steps, whose first asks a question that a digit answers.
  private func lesson(
    _ environment: [String: String] = [:], options: [String] = []
  ) throws -> Pseudoterminal {
    let file = "\(Self.root)/Tests/EndToEnd/two-steps.md"
    let terminal = try Pseudoterminal(
      Pseudoterminal.program("qkv"),
      ["learn", file, "--data-dir", home.path, "--lessons", "\(Self.root)/lessons"] + options,
      environment: environment, columns: 120, rows: 40)
    terminal.sees("The first step")
    return terminal
  }

  @Test func aLateReplyPlacesNoBet() throws {
    let terminal = try lesson()
    terminal.type("\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{7}")
    terminal.type("\u{1b}]4;1;rgb:1111/2222/3333\u{1b}\\\u{1b}P1+r5443=31\u{1b}\\")
    terminal.type("?")
    terminal.sees("never quits")
    terminal.type("\u{1b}")
    #expect(terminal.wait { !$0.screen.text.contains("never quits") })
    #expect(!terminal.screen.text.contains("So people count"))
  }

  /// Ended by `q` or killed, the lesson comes back with its drags, its guess and its place.
  @Test(arguments: [false, true]) func aLessonComesBackAsItWasLeft(isKilled: Bool) throws {
    func lesson() throws -> Pseudoterminal {
      try Pseudoterminal(
        Pseudoterminal.program("qkv"),
        ["learn", "softmax", "--data-dir", home.path, "--lessons", "\(Self.root)/lessons"],
        environment: [:], columns: 120, rows: 40)
    }
    /// Without the foot, where the first window tells that it has saved.
    func page(_ terminal: Pseudoterminal) -> [Substring] {
      terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    let first = try lesson()
    first.sees("step 1 of")
    first.type("1")
    first.sees("your guess")
    first.type("lljl?")
    first.sees("never quits")
    first.type("\u{1b}")
    #expect(first.wait { !$0.screen.text.contains("never quits") })
    // The page may still be on its way when its first line is here.
    first.listen(milliseconds: 300)
    let left = page(first)
    if isKilled { first.send(SIGKILL) } else { first.type("qq") }
    _ = first.status()
    let second = try lesson()
    second.sees("as you left it")
    second.type("?\u{1b}")
    #expect(second.wait { page($0) == left })
  }

  /// `qkv` alone, with the weights and lessons of the source tree.
  private func plain() throws -> Pseudoterminal {
    try Pseudoterminal(
      Pseudoterminal.program("qkv"),
      ["--data-dir", home.path, "--lessons", "\(Self.root)/lessons"], columns: 120, rows: 40)
  }

  @Test func theFirstStartOpensASentenceAndTheNextTheCourse() throws {
    let first = try plain()
    first.sees("You know at once")
    first.type("\u{1b}[C\u{1b}[C\u{1b}[C\u{1b}[C\u{1b}[C")
    first.sees("looks elsewhere")
    first.type("n")
    first.sees("step 1 of")
    first.type("qq")
    #expect(first.status() == 0)
    let second = try plain()
    second.sees("finished")
    #expect(!second.screen.text.contains("You know at once"))
  }

  @Test func whoLeavesTheFirstPageAtOnceSeesItOnceMore() throws {
    for isShown in [true, true, false] {
      let terminal = try plain()
      terminal.sees(isShown ? "You know at once" : "finished")
      terminal.type("q")
      #expect(terminal.status() == 0)
    }
  }

  @Test func aPastedTextPlacesNoBet() throws {
    let terminal = try lesson()
    terminal.type("\u{1b}[200~1\n2\nq\nq\u{1b}[201~")
    terminal.sees("pasted text is ignored here")
    #expect(!terminal.screen.text.contains("So people count"))
    terminal.type("1")
    terminal.sees("So people count")
  }

  @Test func aKeyOnASlowLinePlacesNoBet() throws {
    let terminal = try lesson()
    for piece in ["\u{1b}", "[", "1", ";", "2", "C"] {
      terminal.type(piece)
      terminal.listen(milliseconds: 30)
    }
    terminal.type("?")
    terminal.sees("never quits")
    #expect(!terminal.screen.text.contains("So people count"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGALRM, SIGSEGV])
  func aSignalLeavesNoTraceOnTheTerminal(signal: Int32) throws {
    let terminal = try lesson()
    terminal.send(signal)
    #expect(terminal.status() == 128 + signal)
    terminal.isRestored()
  }

  @Test(arguments: ["\u{3}", "qq"]) func leavingIsFine(keys: String) throws {
    let terminal = try lesson()
    // While the program computes, ^C is a signal; while it waits, a key.
    #expect(terminal.wait { !$0.takesInterrupts })
    terminal.type(keys)
    #expect(terminal.status() == 0)
    terminal.isRestored()
  }

  @Test func aClosedTerminalEndsIt() throws {
    let terminal = try lesson()
    terminal.hangUp()
    #expect(terminal.status() == 128 + SIGHUP)
  }

  @Test func aLightTerminalGetsTheLightTheme() throws {
    // Its text, dark on a ground of its own, in the numbers of the 256 colours.
    let light = #/\e\[[0-9;]*48;5;231/#
    let told = try lesson(["COLORFGBG": "0;15"])
    #expect(told.screen.received.contains(light))
    let asked = try lesson()
    #expect(!asked.screen.received.contains(light))
    asked.type("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\")
    #expect(asked.wait { $0.screen.received.contains(light) })
  }

  @Test func aPersonsThemeWinsOverTheTerminals() throws {
    let first = try lesson(["COLORFGBG": "0;15"])
    first.type("t")
    first.sees("theme: contrast")
    first.type("qq")
    #expect(first.status() == 0)
    let second = try lesson(["COLORFGBG": "0;15"])
    second.type("t")
    second.sees("theme: mono")
  }

  @Test func withoutColorsTheThemeIsNotSaidToChange() throws {
    let terminal = try lesson(["NO_COLOR": "1"])
    terminal.type("t")
    terminal.sees("this terminal shows no colours")
  }

  @Test func asciiIsForTheScreenToo() throws {
    let terminal = try lesson(options: ["--ascii"])
    let isASCII = terminal.screen.text.utf8.allSatisfy { $0 < 0x80 }
    #expect(isASCII, "\(terminal.screen.text)")
  }

  @Test func aTerminalThatIsNotKnownIsNamedOnce() throws {
    let terminal = try lesson(["TERM": "xterm-ghostty"])
    terminal.sees("no terminal called xterm-ghostty")
  }

  @Test func aTerminalWithoutACursorHearsLines() throws {
    let terminal = try Pseudoterminal(
      Pseudoterminal.program("qkv"),
      ["learn", "softmax", "--data-dir", home.path, "--lessons", "\(Self.root)/lessons"],
      environment: ["TERM": "dumb"], columns: 120, rows: 80)
    terminal.sees("Type a number from 1 to 3, or hint.")
    terminal.type("2\n")
    terminal.sees("Say next for step 2.")
    terminal.type("quit\n")
    #expect(terminal.status() == 0)
    #expect(!terminal.screen.received.contains("\u{1b}"))
  }

  /// Each answer is kept before the next line is read: nothing is lost when the program is killed.
  @Test func linesAreKeptWhenItIsKilled() throws {
    func lines() throws -> Pseudoterminal {
      let terminal = try Pseudoterminal(
        Pseudoterminal.program("qkv"),
        [
          "learn", "softmax", "--linear", "--data-dir", home.path, "--lessons",
          "\(Self.root)/lessons",
        ], columns: 120, rows: 80)
      terminal.sees("You can type a command")
      return terminal
    }
    let first = try lines()
    first.type("2\n")
    first.sees("Say next for step 2.")
    first.type("set score drank -4\n")
    first.sees("It was minus 2, so minus 2.00.")
    first.send(SIGKILL)
    _ = first.status()
    let second = try lines()
    second.sees("Right: more than 1 cake.")
    second.type("sliders\n")
    second.sees("score of drank, now minus 4,")
  }
}
