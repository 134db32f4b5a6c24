#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why a file could not be read or written.
package struct FileError: Error, Equatable, Sendable {
  package enum Action: Equatable, Sendable {
    case makeFolder
    case list
    case lock
    case read
    case write
    case rename
  }

  package enum Cause: Equatable, Sendable {
    /// The system's `errno`.
    case code(CInt)
    /// Only regular files are read and written.
    case kind(FileKind)
    case tooLarge(SizeLimit)
    /// A folder holds, or lies below, more than anyone means to have looked through.
    case tooManyFiles(Int)
    case tooDeep(Int)
    /// The name is not UTF-8, so the file cannot be named.
    case name
  }

  package let action: Action
  package let path: String
  package let cause: Cause

  package init(_ action: Action, _ path: String, _ cause: Cause) {
    self.action = action
    self.path = path
    self.cause = cause
  }

  package init(_ action: Action, _ path: String, code: CInt) {
    self.init(action, path, .code(code))
  }

  /// One or two sentences for a person: what happened, and which folder to choose instead.
  package var sentence: String { "\(problem) \(advice)" }

  /// What happened, without advice.
  package var problem: String { "\(path) could not be \(participle): \(reason)." }

  package var isMissing: Bool { cause == .code(ENOENT) }

  /// Whether there would be no error if something else were deleted.
  package var isForWantOfSpace: Bool { [.code(ENOSPC), .code(EDQUOT)].contains(cause) }

  private var participle: String {
    switch action {
    case .makeFolder: "made"
    case .list: "looked through"
    case .lock: "locked"
    case .read: "read"
    case .write, .rename: "written"
    }
  }

  /// The second half of a sentence: `the disk is full`.
  package var reason: String {
    switch cause {
    case .code(let code): reason(of: code)
    case .kind(.folder): "it is a folder"
    case .kind(.link): "it is a link, and nothing is written through links"
    case .kind(let kind): "it is \(kind.noun), not a regular file"
    case .tooLarge(let limit): "it is larger than \(limit.text), too large for \(limit.content)"
    case .tooManyFiles(let limit): "it holds more than \(limit) files"
    case .tooDeep(let limit): "it lies more than \(limit) folders deep"
    case .name: "its name is not UTF-8"
    }
  }

  private func reason(of code: CInt) -> String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your disk quota is used up"
    case EFBIG: "it would be larger than this process may write"
    case EROFS: "the file system is read-only"
    case EACCES, EPERM: "permission is missing"
    case EEXIST where action != .makeFolder: "it exists already"
    case ENOTDIR, EEXIST: "a file stands where a folder should be"
    case EISDIR: "a folder stands where the file should be"
    case ENOENT: "it does not exist"
    case ELOOP: "its links lead in a circle"
    case ENOLCK, EOPNOTSUPP: "this file system has no locks"
    default: String(cString: strerror(code))
    }
  }

  private var advice: String {
    isForWantOfSpace
      ? "Free some space, or choose another folder with --data-dir."
      : "Choose a folder that you may write to with --data-dir."
  }
}
