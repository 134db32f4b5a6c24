import Playground

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program on this machine that can read a text aloud.
struct SpeechProgram {
  let path: String
  private let kind: Kind

  /// Those that end with their process come first; `spd-say` only hands the text to a service.
  private enum Kind: String, CaseIterable {
    case espeakNG = "espeak-ng"
    case espeak
    #if os(macOS)
    case say
    #endif
    case speechDispatcher = "spd-say"
  }

  /// The first such program in the folders of a search path.
  init?(on searchPath: String) {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    for kind in Kind.allCases {
      for folder in folders where access("\(folder)/\(kind.rawValue)", X_OK) == 0 {
        path = "\(folder)/\(kind.rawValue)"
        self.kind = kind
        return
      }
    }
    return nil
  }

  /// The arguments with which it says something, and what it is given through standard input.
  func call(_ speech: Speech) -> (arguments: [String], input: String) {
    let language = Self.primary(speech.language)
    return switch kind {
    case .espeakNG, .espeak:
      (
        ["-v", speech.speaker ?? language, "-s", String(Self.words(at: speech.speed)), "--stdin"],
        speech.text
      )
    #if os(macOS)
    case .say:
      (
        (speech.speaker.map { ["-v", $0] } ?? [])
          + ["-r", String(Self.words(at: speech.speed)), "-f", "-"], speech.text
      )
    #endif
    // A line of its standard input could be a command to the service.
    case .speechDispatcher:
      (
        ["--wait", "--language", language, "--rate", String(Self.rate(at: speech.speed))]
          + (speech.speaker.map { ["--synthesis-voice", $0] } ?? []) + ["--", speech.text], ""
      )
    }
  }

  /// Words a minute.
  private static func words(at speed: Double) -> Int { Int(175 * speed) }

  /// A rate from −100 to 100, where 0 is usual and 100 about three times as fast.
  private static func rate(at speed: Double) -> Int { min(max(Int((speed - 1) * 50), -100), 100) }

  /// The arguments with which a service is silenced, where ending the process is not enough.
  var silencer: [String]? {
    switch kind {
    case .speechDispatcher: ["--stop"]
    case .espeakNG, .espeak: nil
    #if os(macOS)
    case .say: nil
    #endif
    }
  }

  /// `pt` for `pt-BR`; English for what is no language tag.
  private static func primary(_ tag: String) -> String {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    let isTag = (2...3).contains(primary.count) && primary.allSatisfy { ("a"..."z").contains($0) }
    return isTag ? primary : "en"
  }
}
