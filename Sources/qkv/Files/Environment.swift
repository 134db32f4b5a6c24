import Lessons
import Progress

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the process was started with.
enum Environment {
  static let names = [
    "HOME", "QKV_DATA_DIR", "QKV_LESSONS", "XDG_CONFIG_HOME", "XDG_DATA_DIRS", "XDG_DATA_HOME",
    "XDG_STATE_HOME",
  ]

  /// The variables that matter here, as far as they are set.
  static var variables: [String: String] {
    let pairs = names.compactMap { name in
      getenv(name).map { (name, String(cString: $0)) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The folders in which programs are looked for.
  static var searchPath: String { getenv("PATH").map { String(cString: $0) } ?? "" }

  /// A folder for what finds no other place.
  static var temporaryFolder: String {
    guard let path = getenv("TMPDIR").map({ String(cString: $0) }), path.hasPrefix("/") else {
      return "/tmp"
    }
    return path
  }

  /// The locale whose signs to write, where a variable names one.
  static var locale: String? {
    let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    return names.compactMap { name in getenv(name).map { String(cString: $0) } }
      .first { !$0.isEmpty }
  }

  /// The moment at which it is asked.
  static var now: Timestamp { Timestamp(secondsSince1970: time(nil)) }

  /// The path of this program, links followed.
  static var executable: String? {
    #if canImport(Glibc)
    realPath("/proc/self/exe")
    #else
    var size: UInt32 = 4096
    var path = [CChar](repeating: 0, count: Int(size))
    return _NSGetExecutablePath(&path, &size) == 0 ? realPath(String(cString: path)) : nil
    #endif
  }

  /// The path without links and dots; nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
