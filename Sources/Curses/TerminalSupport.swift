#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why there can be no screen here; the commands have the sentences for it.
package enum TerminalProblem: Error, Equatable, Sendable {
  /// Standard input or output is a pipe or a file.
  case notATerminal(Stream)
  /// `TERM` is not set, or says that the terminal can only type.
  case tooSimple(name: String)
  /// No description of this terminal is installed.
  case unknown(name: String)
  /// The system has run out of something.
  case noResources

  package enum Stream: String, Sendable {
    case input
    case output
  }
}

/// What the environment says about the terminal.
package struct TerminalSupport: Equatable, Sendable {
  /// The name to look up in terminfo; a name of its own where every colour can be shown.
  package let names: [String]
  package let wantsColor: Bool
  package let isUTF8: Bool
  package let hasClipboard: Bool
  /// The console of Linux has few glyphs beside ASCII, whatever the locale.
  package let hasFullFont: Bool

  package init(environment: [String: String], isUTF8: Bool) throws(TerminalProblem) {
    let name = environment["TERM"] ?? ""
    guard !["", "dumb", "unknown"].contains(name) else { throw .tooSimple(name: name) }
    // An empty NO_COLOR counts as unset: https://no-color.org
    wantsColor = (environment["NO_COLOR"] ?? "").isEmpty
    let isDirect = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
    names = (wantsColor && isDirect ? [TerminalSupport.directName(name)] : []) + [name]
    self.isUTF8 = isUTF8
    hasFullFont = isUTF8 && !name.hasPrefix("linux")
    hasClipboard = environment["TMUX"] != nil || TerminalSupport.hasClipboard(name)
  }

  /// The variables that matter here, as far as they are set.
  package static var environment: [String: String] {
    let names = ["TERM", "COLORTERM", "NO_COLOR", "TMUX"]
    let pairs = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Whether a person sits at both ends.
  package static func checkStreams() throws(TerminalProblem) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
  }

  /// Takes over the locale that the environment names and tells whether it writes UTF-8.
  package static func adoptLocale() -> Bool {
    setlocale(LC_ALL, "")
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
    return ["UTF-8", "utf8"].contains(String(cString: codeset))
  }

  /// `xterm-direct` for `xterm-256color`: the terminfo entry whose colours are red, green, blue.
  private static func directName(_ name: String) -> String {
    let base = name.hasSuffix("-256color") ? name.dropLast("-256color".count) : name[...]
    return base.hasSuffix("-direct") ? name : base + "-direct"
  }

  private static func hasClipboard(_ name: String) -> Bool {
    let families = ["xterm", "tmux", "alacritty", "foot", "contour", "ghostty", "wezterm", "st-"]
    return families.contains { name.hasPrefix($0) }
  }
}
