import Playground

/// The voice: at most one speech program at a time, which nobody waits for.
final class Narrator {
  private let program: SpeechProgram?
  /// The program that was started last and has not been seen to end.
  private var voice: Child?
  /// Programs that silence a service and have not been seen to end.
  private var silencers: [Child] = []

  /// The voice of the first speech program in the folders of a search path.
  init(on searchPath: String) {
    program = SpeechProgram(on: searchPath)
  }

  /// Says a text in place of what is being said.
  ///
  /// - Returns: what is wrong where it cannot.
  func speak(_ speech: Speech) -> Message.VoiceReport? {
    // A service drops by itself what it was told before.
    endVoice()
    guard let program else { return .missing }
    let call = program.call(speech)
    voice = Child(program.path, call.arguments, input: call.input)
    return voice == nil ? .failed : nil
  }

  /// What the voice did; nil while it speaks, or where there is none.
  var report: Message.VoiceReport? {
    switch voice?.state {
    case .running, nil: return nil
    case .ended(let isFine):
      voice = nil
      return isFine ? .ended : .failed
    }
  }

  /// Ends what is being said.
  func hush() {
    guard endVoice(), let program, let silencer = program.silencer,
      let child = Child(program.path, silencer, input: "")
    else { return }
    silencers.append(child)
  }

  /// Ends the program that speaks, and tells whether there was one.
  @discardableResult
  private func endVoice() -> Bool {
    silencers.removeAll { $0.state != .running }
    defer { voice = nil }
    guard let voice, voice.state == .running else { return false }
    voice.end()
    return true
  }
}
