import ArgumentParser
import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How the program begins, and what its exit status means.
enum Process {
  /// What a script can tell from the exit status.
  enum Status: CInt {
    case fine = 0
    /// The input is wrong; nothing has been changed.
    case wrongInput = 1
    /// The command line is wrong.
    case wrongCall = 2
  }

  /// Runs one command line; every message has been written when it returns.
  static func status(ofRunning arguments: some Sequence<String>) -> Status {
    // A closed pipe and a file that may not grow are results of write, not reasons to die.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try run(Array(arguments))
      return .fine
    } catch let failure as CommandFailure {
      Output.complain(sentence: failure.rendered)
      return .wrongInput
    } catch let problems as Diagnostics {
      Output.complain(problems.rendered())
      return .wrongInput
    } catch is ClosedPipe {
      return .fine
    } catch {
      return status(ofParserError: error)
    }
  }

  private static func run(_ arguments: [String]) throws {
    var command = try QKV.parseAsRoot(arguments)
    try command.run()
  }

  static func exit(with status: Status) -> Never {
    #if canImport(Glibc)
    Glibc.exit(status.rawValue)
    #else
    Darwin.exit(status.rawValue)
    #endif
  }

  /// Ends as a process does that catches nothing, so that whoever waits for it sees why: a shell
  /// makes 128 + `number` of it.
  static func end(by number: CInt) -> Never {
    signal(number, SIG_DFL)
    raise(number)
    // Still here only if the signal is blocked.
    #if canImport(Glibc)
    Glibc.exit(128 + number)
    #else
    Darwin.exit(128 + number)
    #endif
  }

  /// Help and version count as errors for the parser, but not for anyone else.
  private static func status(ofParserError error: any Error) -> Status {
    let message = QKV.fullMessage(for: error)
    let code = QKV.exitCode(for: error)
    if code.isSuccess { return said(message) }
    if !message.isEmpty { Output.complain(message) }
    return code == .validationFailure ? .wrongCall : .wrongInput
  }

  private static func said(_ message: String) -> Status {
    do {
      try Output.say(message)
    } catch let failure as CommandFailure {
      Output.complain(sentence: failure.text)
      return .wrongInput
    } catch {
      // Nobody reads on.
    }
    return .fine
  }
}
