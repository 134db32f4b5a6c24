#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The control sequence that puts a text on the clipboard of the terminal's own machine (OSC 52).
struct ClipboardSequence {
  let bytes: [UInt8]

  /// Nil for a text that is longer than terminals take.
  init?(_ text: String) {
    let encoded = Data(text.utf8).base64EncodedString()
    guard encoded.utf8.count <= 74_994 else { return nil }
    bytes = Array("\u{1b}]52;c;\(encoded)\u{7}".utf8)
  }

  func send(to descriptor: Int32) {
    TerminalBytes.send(bytes, to: descriptor)
  }
}

/// Bytes on their way to the terminal, beside what ncurses sends.
enum TerminalBytes {
  static func send(_ text: String, to descriptor: Int32) { send(Array(text.utf8), to: descriptor) }

  /// Sends all of them, unless the terminal is gone.
  static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
