#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files below a folder that are wanted, and what stood in the way of finding all of them.
///
/// Links are followed, but no folder is entered twice; names that begin with a dot are passed over.
package struct FileTree: Equatable, Sendable {
  private static let mostFolders = 16

  package private(set) var files: [String] = []
  /// What has a wanted name but is no regular file, and folders that could not be looked through.
  package private(set) var skipped: [FileError] = []
  private var visited: Set<Identity> = []
  private var entries = 0

  /// Looks for the files whose paths `isWanted` accepts.
  package init(below folder: String, where isWanted: (String) -> Bool) {
    var status = stat()
    if stat(folder, &status) == 0 { visited.insert(Identity(status)) }
    enter(folder, depth: 0, isWanted)
  }

  private mutating func enter(_ folder: String, depth: Int, _ isWanted: (String) -> Bool) {
    guard depth <= Self.mostFolders else {
      return skipped.append(FileError(.list, folder, .tooDeep(Self.mostFolders)))
    }
    do throws(FileError) {
      let stem = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      for name in try Folder.names(in: folder) where !name.hasPrefix(".") {
        guard count(in: folder) else { return }
        take("\(stem)/\(name)", depth: depth, isWanted)
      }
    } catch {
      skipped.append(error)
    }
  }

  /// Counts one more name; false where there are too many, which is said once.
  private mutating func count(in folder: String) -> Bool {
    entries += 1
    if entries == Folder.mostNames + 1 {
      skipped.append(FileError(.list, folder, .tooManyFiles(Folder.mostNames)))
    }
    return entries <= Folder.mostNames
  }

  private mutating func take(_ path: String, depth: Int, _ isWanted: (String) -> Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let cause = path.unicodeScalars.contains("\u{FFFD}") ? .name : FileError.Cause.code(errno)
      if isWanted(path) { skipped.append(FileError(.read, path, cause)) }
      return
    }
    switch FileKind(mode: status.st_mode) {
    case .folder:
      guard visited.insert(Identity(status)).inserted else { return }
      enter(path, depth: depth + 1, isWanted)
    case .regular:
      if isWanted(path) { files.append(path) }
    case .link, .pipe, .socket, .device, .other:
      let kind = FileKind(mode: status.st_mode)
      if isWanted(path) { skipped.append(FileError(.read, path, .kind(kind))) }
    }
  }

  /// What tells one folder from another, however it is reached.
  private struct Identity: Hashable {
    let device: UInt64
    let number: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }
}
