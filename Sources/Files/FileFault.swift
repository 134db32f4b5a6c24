#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the system said when a file could not be read or written.
package struct FileFault: Error, Equatable, Sendable {
  package enum Action: Equatable, Sendable {
    case makeDirectory
    case lock
    case read
    case write
    case rename
  }

  package let action: Action
  package let path: String
  /// The system's `errno`.
  package let code: CInt

  package init(_ action: Action, _ path: String, code: CInt) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// One sentence for a person: what happened, and what to do.
  package var sentence: String { "\(problem) \(advice)" }

  /// What happened, without advice.
  package var problem: String { "\(path) could not be \(participle): \(reason)." }

  private var participle: String {
    switch action {
    case .makeDirectory: "made"
    case .lock: "locked"
    case .read: "read"
    case .write, .rename: "written"
    }
  }

  private var reason: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your disk quota is used up"
    case EFBIG: "it would be larger than this process may write"
    case EROFS: "the file system is read-only"
    case EACCES, EPERM: "permission is missing"
    case ENOTDIR, EEXIST: "a file stands where a folder should be"
    case EISDIR: "a folder stands where the file should be"
    case ENOENT: "it does not exist"
    case ENOLCK, EOPNOTSUPP: "this file system has no locks"
    default: String(cString: strerror(code))
    }
  }

  /// Whether there would be no fault if something else were deleted.
  package var isForWantOfSpace: Bool { [ENOSPC, EDQUOT].contains(code) }

  private var advice: String {
    isForWantOfSpace
      ? "Free some space, or choose another folder with --data-dir."
      : "Choose a folder that you may write to with --data-dir."
  }
}
