import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the program says on standard output and standard error.
enum Output {
  /// Whether a person sees what is printed, and can answer.
  static var isTerminal: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }

  /// Writes a text to standard output, with a line feed at its end.
  ///
  /// Whatever names, labels and messages hold, nothing in them drives the terminal.
  static func say(_ text: String) throws {
    try send(text.printable)
  }

  /// Writes a table for other programs, whose lines end as RFC 4180 has them.
  static func say(csv text: String) throws {
    try send(text)
  }

  /// Writes a picture of a page, whose escape sequences are our own.
  static func say(escaped text: String) throws {
    try send(text)
  }

  /// Writes what stands before a line that is typed, and lets it be typed there.
  static func prompt(_ text: String) {
    _ = write(text, to: STDOUT_FILENO)
  }

  /// Whether lines are typed by a person.
  static var isTyped: Bool { isatty(STDIN_FILENO) != 0 }

  private static func send(_ text: String) throws {
    let code = write(text.utf8.last == 10 ? text : text + "\n", to: STDOUT_FILENO)
    if code == EPIPE { throw ClosedPipe() }
    if code != 0 {
      throw CommandFailure("The output could not be written: \(String(cString: strerror(code))).")
    }
  }

  /// Writes a message to standard error; if even that fails there is no one to tell.
  static func complain(_ text: String) {
    let text = text.printable
    _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Writes sentences to standard error, on one line whatever the names in them hold.
  static func complain(sentence: String) {
    complain(sentence.printableOnOneLine)
  }

  /// Writes everything, and returns the `errno` of what stopped it, or 0.
  private static func write(_ text: String, to file: CInt) -> CInt {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = systemWrite(file, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  private static func systemWrite(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
    Glibc.write(file, bytes.baseAddress, bytes.count)
    #else
    Darwin.write(file, bytes.baseAddress, bytes.count)
    #endif
  }
}
