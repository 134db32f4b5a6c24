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

  /// The arguments with which it says `text`, and what it is given through standard input.
  func call(_ text: String, in language: String) -> (arguments: [String], input: String) {
    let language = Self.primary(language)
    return switch kind {
    case .espeakNG, .espeak: (["-v", language, "--stdin"], text)
    #if os(macOS)
    case .say: (["-f", "-"], text)
    #endif
    // A line of its standard input could be a command to the service.
    case .speechDispatcher: (["--wait", "--language", language, "--", text], "")
    }
  }

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
