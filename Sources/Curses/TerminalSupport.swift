#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why there can be no screen here; the commands have the sentences for it.
package enum TerminalError: Error, Equatable, Sendable {
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
  /// What `TERM` says.
  package let name: String
  /// The entries to look up in terminfo, the best first.
  ///
  /// Where every colour can be shown there is an entry of its own; a terminal whose entry is not
  /// installed here is most likely to understand what xterm does.
  package let names: [String]
  package let wantsColor: Bool
  package let isUTF8: Bool
  package let hasClipboard: Bool
  /// The console of Linux has few glyphs beside ASCII, whatever the locale.
  package let hasFullFont: Bool
  /// Whether the terminal's ground is light, where a variable says what it is.
  package let hasLightGround: Bool?
  /// Whether it knows xterm's questions, so that they are not taken for text.
  package let answersQuestions: Bool

  package init(environment: [String: String], isUTF8: Bool) throws(TerminalError) {
    let name = environment["TERM"] ?? ""
    guard !Self.canOnlyType(environment) else { throw .tooSimple(name: name) }
    self.name = name
    wantsColor = Self.wantsColor(environment)
    names = Self.entries(
      for: name,
      isDirect: wantsColor && ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? ""))
    self.isUTF8 = isUTF8
    hasFullFont = isUTF8 && !name.hasPrefix("linux")
    hasClipboard = environment["TMUX"] != nil || Self.clipboards.contains { name.hasPrefix($0) }
    hasLightGround = Self.hasLightGround(environment["COLORFGBG"] ?? "")
    answersQuestions = !Self.simple.contains { name.hasPrefix($0) }
  }

  /// Whether `TERM` is not set, or names a terminal without a cursor.
  package static func canOnlyType(_ environment: [String: String]) -> Bool {
    ["", "dumb", "unknown"].contains(environment["TERM"] ?? "")
  }

  /// The variables that matter here, as far as they are set.
  package static var environment: [String: String] {
    let names = [
      "TERM", "COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORFGBG", "TMUX",
    ]
    let pairs = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Whether a person sits at both ends.
  package static func checkStreams() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
  }

  /// Whether the variables ask for colours: https://no-color.org, where an empty one counts as
  /// unset, then https://bixense.com/clicolors.
  package static func wantsColor(_ environment: [String: String]) -> Bool {
    if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
    if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
    return environment["CLICOLOR"] != "0"
  }

  private static func entries(for name: String, isDirect: Bool) -> [String] {
    let isXterm = name.hasPrefix("xterm") || modern.contains { name.hasPrefix($0) }
    let direct = [directName(name)] + (isXterm ? ["xterm-direct"] : [])
    let usual = [name, "xterm-256color", "xterm"]
    var seen: Set<String> = []
    return ((isDirect ? direct : []) + usual).filter { seen.insert($0).inserted }
  }

  /// `xterm-direct` for `xterm-256color`: the terminfo entry whose colours are red, green, blue.
  static func directName(_ name: String) -> String {
    let base = name.hasSuffix("-256color") ? name.dropLast("-256color".count) : name[...]
    return base.hasSuffix("-direct") ? name : base + "-direct"
  }

  /// `15;0` is light on dark, in the order of the 16 colours; some put a word between.
  private static func hasLightGround(_ colors: String) -> Bool? {
    let parts = colors.split(separator: ";")
    guard parts.count > 1, let ground = parts.last.flatMap({ Int($0) }), (0...15).contains(ground)
    else { return nil }
    return !((0...6).contains(ground) || ground == 8)
  }

  /// Terminals that understand what xterm does.
  private static let modern = ["alacritty", "foot", "contour", "ghostty", "wezterm", "kitty"]
  private static let clipboards = modern + ["xterm", "tmux", "st-"]
  /// Terminals that would show a question, or might.
  private static let simple = [
    "linux", "vt1", "vt2", "vt3", "vt4", "vt5", "ansi", "cons25", "cygwin", "sun", "wy", "hp",
    "tvi", "adm", "eterm", "dtterm",
  ]
}

// The locale.
extension TerminalSupport {
  /// Takes over the locale that the environment names and tells whether it writes UTF-8.
  ///
  /// One that is not installed here, such as `UTF-8` from a Mac or a language that a small
  /// container lacks, still says what the terminal writes. Only characters are taken over: numbers
  /// keep their point.
  package static func adoptLocale() -> Bool {
    guard setlocale(LC_CTYPE, "") == nil else { return writesUTF8 }
    guard saysUTF8(localeName) else { return false }
    let substitutes: [String] = ["C.UTF-8", "C.utf8", "en_US.UTF-8"]
    return substitutes.contains { setlocale(LC_CTYPE, $0) != nil }
  }

  /// Whether a name such as `de_DE.UTF-8` says that text is UTF-8.
  package static func saysUTF8(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  private static var writesUTF8: Bool {
    nl_langinfo(nl_item(CODESET)).map { saysUTF8(String(cString: $0)) } ?? false
  }

  /// The locale of characters that the environment names; the first that is not empty counts.
  private static var localeName: String {
    let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    return names.compactMap { name in getenv(name).map { String(cString: $0) } }
      .first { !$0.isEmpty } ?? ""
  }
}
