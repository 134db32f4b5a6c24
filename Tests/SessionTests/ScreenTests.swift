import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// `CursesScreen` in front of a terminal, by way of a program that shows every event as a line.
@Suite(.serialized) struct ScreenTests {
  private func drill(_ environment: [String: String] = [:]) throws -> Pseudoterminal {
    let terminal = try Pseudoterminal(
      Pseudoterminal.program("ScreenDrill"), environment: environment, columns: 60, rows: 30)
    terminal.sees("ready")
    return terminal
  }

  @Test func itStartsAndGivesEverythingBack() throws {
    let terminal = try drill()
    #expect(terminal.screen.modes.isSuperset(of: [1049, 2004]))
    terminal.type("m")
    terminal.sees("1 key m.")
    #expect(terminal.wait { $0.screen.modes.isSuperset(of: [1000, 1002, 1006]) })
    terminal.type("q")
    #expect(terminal.status() == 0)
    terminal.isRestored()
  }

  @Test func aKeySplitByPausesIsOneKey() throws {
    let terminal = try drill()
    for piece in ["\u{1b}", "[", "1", ";", "2", "C"] {
      terminal.type(piece)
      terminal.listen(milliseconds: 30)
    }
    terminal.type("x")
    terminal.sees("key x.")
    #expect(terminal.screen.text.contains("key shift-right."))
    // On a machine that is busy the escape character may have waited for too long.
    let events = terminal.screen.text.matches(of: /\d key (\S+)\./).map { String($0.1) }
    #expect(events.filter { $0 != "esc" } == ["shift-right", "x"])
  }

  @Test func anEscapeAloneIsAKey() throws {
    let terminal = try drill()
    terminal.type("\u{1b}")
    terminal.sees("1 key esc.")
  }

  @Test func anInterruptOvertakesTheKeysBeforeIt() throws {
    let terminal = try drill()
    terminal.type("abcdefgh\u{3}")
    #expect(terminal.status() == 0)
    #expect(!terminal.screen.received.contains("key h."))
    terminal.isRestored()
  }

  @Test func whatIsPastedComesAsOneText() throws {
    let terminal = try drill()
    // Without ^C: while the drill still draws, that is a signal, and ends it.
    terminal.type("\u{1b}[200~q\r\u{1}\u{1b}[A猫")
    terminal.listen(milliseconds: 20)
    terminal.type("\u{1b}[201~x")
    terminal.sees("2 key x.")
    #expect(terminal.screen.text.contains(#"1 paste "q\r\u{01}\u{1B}[A猫"."#))
  }

  @Test func theTerminalIsAskedForItsGroundAndAnswersLate() throws {
    let terminal = try drill()
    #expect(terminal.screen.received.contains("\u{1b}]11;?\u{7}\u{1b}[c"))
    terminal.type("\u{1b}]11;rgb:ff")
    terminal.listen(milliseconds: 120)
    terminal.type("ff/ffff/ffff\u{7}\u{1b}[?62;4cx")
    terminal.sees("2 key x.")
    #expect(terminal.screen.text.contains("1 ground light."))
  }

  @Test func anAnswerThatIsStillUnderWayIsNotLeftToTheShell() throws {
    let terminal = try drill()
    terminal.type("q")
    terminal.type("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}[?62;4c")
    #expect(terminal.status() == 0)
    #expect(terminal.unreadCount == 0)
  }

  @Test func bytesOfLatin1AreIgnored() throws {
    let terminal = try drill()
    for _ in 0..<4 {
      terminal.type(bytes: [0xE9])
      terminal.listen(milliseconds: 10)
    }
    terminal.type("x")
    terminal.sees("1 key x.")
  }

  @Test func theMouseIsReportedInCells() throws {
    let terminal = try drill()
    terminal.type("m\u{1b}[<0;7;3M\u{1b}[<0;7;3m")
    terminal.sees("2 mouse press 6 2.")
    terminal.sees("3 mouse release 6 2.")
  }

  @Test func aResizeIsToldOnce() throws {
    let terminal = try drill()
    terminal.resize(columns: 70, rows: 20)
    terminal.sees("70x20")
    terminal.sees("1 resize 70x20.")
  }

  @Test(arguments: [
    ["COLORTERM": "truecolor"], ["COLORTERM": "truecolor", "TERM": "tmux-256color"],
    ["COLORTERM": "24bit", "TERM": "xterm-kitty"],
  ])
  func everyColorIsWrittenWithSemicolons(environment: [String: String]) throws {
    let terminal = try drill(environment)
    #expect(terminal.screen.text.contains("60x30 full"))
    #expect(terminal.screen.received.contains("38;2;230;159;0"))
    #expect(!terminal.screen.received.contains("38:"))
  }

  @Test(arguments: [
    ["NO_COLOR": "1", "COLORTERM": "truecolor"], ["CLICOLOR": "0"], ["TERM": "vt100"],
  ])
  func whereNoColorIsWantedThereIsNone(environment: [String: String]) throws {
    let terminal = try drill(environment)
    #expect(terminal.screen.text.contains("60x30 mono"))
    #expect(terminal.screen.received.firstMatch(of: /\u{1b}\[[0-9;]*[34]8?[;:][25]/) == nil)
  }

  @Test(arguments: ["xterm-ghostty", "no-such-terminal"])
  func aTerminalThatIsNotKnownIsTakenForAnXterm(name: String) throws {
    let terminal = try drill(["TERM": name])
    #expect(terminal.screen.text.contains("60x30 indexed"))
    terminal.type("\u{1b}OC\u{1b}[Cq")
    #expect(terminal.status() == 0)
    terminal.isRestored()
  }

  @Test(arguments: [
    ["LC_ALL": "", "LANG": "xx_YY.UTF-8"], ["LC_ALL": "", "LC_CTYPE": "UTF-8"],
  ])
  func aLocaleThatIsNotInstalledStillWritesUTF8(environment: [String: String]) throws {
    let terminal = try drill(environment)
    terminal.type("猫")
    terminal.sees("1 key 猫.")
  }
}

// How it ends.
extension ScreenTests {
  private static let orderly: [Int32] = [
    SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXFSZ, SIGIO,
    SIGPWR, SIGSTKFLT, 34, 40, 64,
  ]
  private static let crashes: [Int32] = [
    SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGXCPU,
  ]

  @Test(arguments: orderly + crashes)
  func everySignalThatEndsAProcessRestoresTheTerminal(signal: Int32) throws {
    let terminal = try drill()
    terminal.type("m")
    terminal.sees("1 key m.")
    terminal.send(signal)
    #expect(terminal.status() == 128 + signal)
    terminal.isRestored()
  }

  @Test(arguments: orderly + crashes)
  func aLongComputationHoldsNoSignalUp(signal: Int32) throws {
    let terminal = try drill()
    terminal.type("b")
    terminal.sees("1 key b.")
    let start = ContinuousClock.now
    terminal.send(signal)
    #expect(terminal.status() == 128 + signal)
    #expect(ContinuousClock.now - start < .seconds(3))
    terminal.isRestored()
  }

  @Test func controlCEndsALongComputation() throws {
    let terminal = try drill()
    terminal.type("b")
    terminal.sees("1 key b.")
    let start = ContinuousClock.now
    terminal.type("\u{3}")
    #expect(terminal.status() == 128 + SIGINT)
    #expect(ContinuousClock.now - start < .seconds(3))
    terminal.isRestored()
  }

  @Test func controlCIsAKeyWhileItWaits() throws {
    let terminal = try drill()
    terminal.type("\u{3}")
    #expect(terminal.status() == 0)
    terminal.isRestored()
  }

  @Test func theTerminalIsGone() throws {
    let terminal = try drill()
    terminal.hangUp()
    #expect(terminal.status() == 128 + SIGHUP)
  }
}

// Stopping and going on; a shell has to be there to bring it back.
extension ScreenTests {
  private func shell() throws -> Pseudoterminal {
    let terminal = try Pseudoterminal(
      "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "ready> "], columns: 60,
      rows: 30)
    terminal.sees("ready>")
    terminal.type("\(Pseudoterminal.program("ScreenDrill")); echo status-$?\n")
    terminal.sees("60x30")
    return terminal
  }

  @Test func itStopsAndComesBackAtTheSizeOfThen() throws {
    let terminal = try shell()
    terminal.type("\u{1a}")
    terminal.sees("Stopped")
    #expect(!terminal.screen.modes.contains(1049))
    terminal.resize(columns: 50, rows: 12)
    terminal.type("fg\n")
    terminal.sees("50x12")
    terminal.sees("resize 50x12.")
    #expect(terminal.screen.modes.isSuperset(of: [1049, 2004]))
    terminal.type("q")
    terminal.sees("ready>")
  }

  @Test func aStoppedOneCanBeEndedAndLeavesTheShellsTerminalAlone() throws {
    let terminal = try shell()
    terminal.type("\u{1a}")
    terminal.sees("Stopped")
    let pages = terminal.screen.received.split(separator: "?1049", omittingEmptySubsequences: false)
    terminal.type("kill %1; while kill -0 %1 2>&-; do :; done; echo ended-$((40 + 2))\n")
    terminal.sees("ended-42")
    // It has neither come back to the page nor left it a second time.
    let later = terminal.screen.received.split(separator: "?1049", omittingEmptySubsequences: false)
    #expect(later.count == pages.count)
  }

  @Test func oneInTheBackgroundWaitsForTheTerminal() throws {
    let terminal = try Pseudoterminal(
      "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "ready> "], columns: 60,
      rows: 30)
    terminal.sees("ready>")
    terminal.type("\(Pseudoterminal.program("ScreenDrill")) &\n")
    terminal.sees("ready>")
    terminal.type("wait %1; jobs; echo asked-$((40 + 2))\n")
    terminal.sees("asked-42")
    terminal.sees("Stopped")
    terminal.type("fg\n")
    terminal.sees("60x30")
    terminal.type("q")
    #expect(terminal.wait { !$0.screen.modes.contains(1049) })
  }
}
