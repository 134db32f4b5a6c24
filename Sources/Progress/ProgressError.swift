import Files

/// What went wrong with the progress file; the banner says it and what to do.
package enum ProgressError: Error, Equatable, Sendable {
  /// A part of the file could be read; the whole was kept under another name once something was saved.
  case damaged(path: String, keptAs: String?)
  /// Nothing of the file could be read and it was moved away; perhaps its last good copy was read.
  case setAside(as: String, copyRead: Bool)
  /// Nothing of the file could be read, nor could it be moved away.
  case stuck(path: String, copyRead: Bool)
  /// The file was missing, so its last good copy was read.
  case missing(path: String)
  /// A later edition wrote the file.
  case newer(path: String, version: Int)
  /// The file is now another student's.
  case anotherStudent(path: String)
  /// Another window held the lock for too long.
  case busy
  /// No environment variable says where files of this user are.
  case homeless
  case unreadable(FileError)
  case unwritable(FileError)

  /// Whether nothing that is done now will be kept.
  package var losesProgress: Bool {
    switch self {
    case .damaged, .setAside, .missing, .busy: false
    case .stuck, .newer, .anotherStudent, .homeless, .unreadable, .unwritable: true
    }
  }

  /// Whether what was done last is not in the file.
  package var leavesUnsaved: Bool { losesProgress || self == .busy }

  /// One or two sentences for the banner.
  package var sentence: String {
    switch self {
    case .damaged(let path, nil):
      "\(path) is damaged; what could be read of it is used, with its last good copy."
    case .damaged(let path, let name?):
      "\(path) was damaged; what could be read of it is used, with its last good copy. "
        + "The damaged file is kept as \(name)."
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
    case .anotherStudent(let path):
      "\(path) is now another student's, so nothing more is kept there. "
        + "Start qkv again, or use --data-dir."
    case .busy:
      "Another qkv holds the progress file, perhaps one that is stopped. "
        + "Nothing is lost: progress is saved as soon as it lets go."
    case .homeless:
      "There is no home folder, so progress will not be kept. Set HOME or use --data-dir."
    case .unreadable(let mistake), .unwritable(let mistake):
      "Progress is not being kept: \(mistake.sentence)"
    }
  }

  private static func rescue(_ copyRead: Bool) -> String {
    copyRead ? "Its last good copy was read." : "There was no good copy, so this is a fresh start."
  }
}
