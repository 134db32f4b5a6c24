#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The names under which files are written before they get their own.
enum Draft {
  private static let prefix = ".qkv-"
  private static let suffix = ".new"
  /// Seconds after which nobody can still be writing a draft.
  private static let age = 3600

  /// A name in the same folder that nobody can guess.
  static func path(beside path: String) -> String {
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let digits = String(repeating: "0", count: 16 - number.count) + number
    return "\(Folder.parent(of: path))/\(prefix)\(digits)\(suffix)"
  }

  /// Removes the drafts that runs of this user left in a folder when they were killed.
  static func removeOld(in folder: String, _ operations: FileOperations) {
    guard let names = try? Folder.names(in: folder) else { return }
    for name in names where isDraft(name) {
      let path = "\(folder)/\(name)"
      var status = FileOperations.Status()
      guard operations.inspect(path, &status) == 0, isOld(status) else { continue }
      _ = operations.remove(path)
    }
  }

  private static func isDraft(_ name: String) -> Bool {
    let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
    return name.hasPrefix(prefix) && name.hasSuffix(suffix) && digits.utf8.count == 16
      && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  private static func isOld(_ status: FileOperations.Status) -> Bool {
    #if canImport(Glibc)
    let changed = status.st_mtim.tv_sec
    #else
    let changed = status.st_mtimespec.tv_sec
    #endif
    return FileKind(mode: status.st_mode) == .regular && status.st_uid == getuid()
      && changed < time(nil) - age
  }
}
