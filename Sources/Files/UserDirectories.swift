#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folders in which this user's files are, after the XDG base directories.
package struct UserDirectories: Equatable, Sendable {
  /// Where progress is kept.
  package let data: String?
  /// Where the last place is kept.
  package let state: String?
  /// Where settings are kept.
  package let config: String?
  /// Where lessons may be installed, the user's own first.
  package let lessons: [String]

  /// - Parameters:
  ///   - environment: the variables of the process.
  ///   - dataDirectory: what `--data-dir` said; it goes before every variable.
  ///   - home: the user's home where `HOME` does not say; by default the password file's entry.
  package init(
    environment: [String: String], dataDirectory: String? = nil,
    home: () -> String? = Self.registeredHome
  ) {
    let home = Self.absolute(environment["HOME"]) ?? Self.absolute(home())
    let chosen = [dataDirectory, environment["QKV_DATA_DIR"]].compactMap(\.self)
      .first { !$0.isEmpty }
    func folder(_ variable: String, _ fallback: String) -> String? {
      Self.absolute(environment[variable]) ?? home.map { Self.joined($0, fallback) }
    }
    let data = folder("XDG_DATA_HOME", ".local/share")
    self.data = chosen ?? data.map { Self.joined($0, "qkv") }
    state = chosen ?? folder("XDG_STATE_HOME", ".local/state").map { Self.joined($0, "qkv") }
    config = chosen ?? folder("XDG_CONFIG_HOME", ".config").map { Self.joined($0, "qkv") }
    lessons = ([data].compactMap(\.self) + Self.shared(environment["XDG_DATA_DIRS"]))
      .map { Self.joined($0, "qkv/lessons") }
  }

  /// The home folder in the system's list of users.
  package static func registeredHome() -> String? {
    guard let entry = getpwuid(getuid()), let path = entry.pointee.pw_dir else { return nil }
    return String(cString: path)
  }

  private static func shared(_ list: String?) -> [String] {
    let folders = (list ?? "").split(separator: ":").compactMap { absolute(String($0)) }
    return list.map(\.isEmpty) ?? true ? ["/usr/local/share", "/usr/share"] : folders
  }

  // The specification calls every relative path invalid and has it ignored.
  private static func absolute(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/") else { return nil }
    return path
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
