import Files

/// What went wrong with the progress file; the banner says it and what to do.
package enum ProgressTrouble: Error, Equatable, Sendable {
  /// The file could not be understood and was moved away; perhaps its last good copy was.
  case setAside(as: String, copyRead: Bool)
  /// The file could not be understood, nor be moved away.
  case stuck(path: String, copyRead: Bool)
  /// The file was missing, so its last good copy was read.
  case missing(path: String)
  /// A later edition wrote the file.
  case newer(path: String, version: Int)
  /// Another window held the lock for too long.
  case busy
  /// No environment variable says where files of this user are.
  case homeless
  case unreadable(FileError)
  case unwritable(FileError)

  /// Whether nothing that is done now will be kept.
  package var losesProgress: Bool {
    switch self {
    case .setAside, .missing, .busy: false
    case .stuck, .newer, .homeless, .unreadable, .unwritable: true
    }
  }

  /// One or two sentences for the banner.
  package var sentence: String {
    switch self {
    case .setAside(let name, let copyRead):
      "The progress file was damaged; it is set aside as \(name). \(Self.rescue(copyRead))"
    case .stuck(let path, let copyRead):
      "\(path) is damaged and cannot be moved away. \(Self.rescue(copyRead)) "
        + "Nothing new will be kept until you move it."
    case .missing(let path):
      "\(path) was missing, so its last good copy was read."
    case .newer(let path, let version):
      "\(path) was written by a later qkv (version \(version)). "
        + "It is only read, nothing new will be kept; update qkv or use --data-dir."
    case .busy:
      "Another qkv is saving just now; progress will be saved with the next step."
    case .homeless:
      "There is no home folder, so progress will not be kept. Set HOME or use --data-dir."
    case .unreadable(let fault), .unwritable(let fault):
      "Progress is not being kept: \(fault.sentence)"
    }
  }

  private static func rescue(_ copyRead: Bool) -> String {
    copyRead ? "Its last good copy was read." : "There was no good copy, so this is a fresh start."
  }
}
