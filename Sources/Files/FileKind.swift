#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What stands under a name in a folder.
package enum FileKind: Equatable, Sendable {
  case regular
  case folder
  case link
  case pipe
  case socket
  case device
  case other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    case _: self = .other
    }
  }

  /// What a path leads to once its links are followed; nil where it leads nowhere.
  package init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(mode: status.st_mode)
  }

  /// The kind with its article, for a sentence.
  package var noun: String {
    switch self {
    case .regular: "a regular file"
    case .folder: "a folder"
    case .link: "a link"
    case .pipe: "a named pipe"
    case .socket: "a socket"
    case .device: "a device"
    case .other: "no regular file"
    }
  }
}
