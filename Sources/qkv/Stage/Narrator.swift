#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The voice: at most one speech program at a time, which nobody waits for.
final class Narrator {
  private lazy var program = SpeechProgram(
    on: ProcessInfo.processInfo.environment["PATH"] ?? "")
  /// The programs that were started and have not been seen to end; the last one may still speak.
  private var voices: [Child] = []
  private var hasComplained = false

  /// Says a text in place of what is being said.
  ///
  /// - Returns: the first time that it cannot, a sentence that says what is missing.
  func speak(_ text: String, in language: String) -> String? {
    // A service drops by itself what it was told before.
    endVoices()
    guard let program else { return complaint }
    let call = program.call(text, in: language)
    guard let voice = Child(program.path, call.arguments, input: call.input) else {
      return complaint
    }
    voices.append(voice)
    return nil
  }

  /// Ends what is being said.
  func hush() {
    hasComplained = false
    guard endVoices(), let program, let silencer = program.silencer,
      let child = Child(program.path, silencer, input: "")
    else { return }
    voices.append(child)
  }

  /// Asks every program that still runs to end, and tells whether there was one.
  @discardableResult
  private func endVoices() -> Bool {
    voices.removeAll { $0.hasEnded }
    for voice in voices { voice.end() }
    return !voices.isEmpty
  }

  private var complaint: String? {
    if hasComplained { return nil }
    hasComplained = true
    return "no speech program here; install espeak-ng to hear the script"
  }
}
