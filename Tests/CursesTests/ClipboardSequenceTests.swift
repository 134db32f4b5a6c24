import Foundation
import Testing

@testable import Curses

@Suite struct ClipboardSequenceTests {
  @Test func aTextIsWrappedInBase64() throws {
    let sequence = try #require(ClipboardSequence("W_q → 1"))
    #expect(String(decoding: sequence.bytes, as: UTF8.self) == "\u{1b}]52;c;V19xIOKGkiAx\u{7}")
  }

  @Test func controlCharactersOfATextReachNoTerminal() throws {
    let sequence = try #require(ClipboardSequence("\u{1b}]0;mine\u{7}\n"))
    let inner = sequence.bytes.dropFirst().dropLast()
    #expect(inner.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
  }

  @Test func aTextLongerThanTerminalsTakeIsNone() {
    #expect(ClipboardSequence(String(repeating: "a", count: 56_244)) != nil)
    #expect(ClipboardSequence(String(repeating: "a", count: 56_246)) == nil)
  }

  @Test func allOfItIsSent() throws {
    let pipe = Pipe()
    let sequence = try #require(ClipboardSequence(String(repeating: "a", count: 30_000)))
    sequence.send(to: pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data(sequence.bytes))
  }
}
