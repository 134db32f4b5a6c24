extension ProgressError {
  /// The sentence and shorter ones, the longest first; the last fits into 36 columns.
  ///
  /// What to do stands in each of them: a path may be longer than a terminal is wide.
  package var forms: [String] { [sentence, short, shortest] }

  private var short: String {
    switch self {
    case .damaged: "The progress file was damaged; what could be read is used."
    case .setAside(_, copyRead: true): "The progress file was damaged; its last good copy was read."
    case .setAside(_, copyRead: false): "The progress file was damaged; this is a fresh start."
    case .stuck: "Nothing is kept: the progress file is damaged. Move it away."
    case .missing: "The progress file was missing; its last good copy was read."
    case .newer: "Nothing is kept: a later qkv wrote the file. Update qkv, or use --data-dir."
    case .anotherStudent: "Nothing is kept: the file is another student's. Start qkv again."
    case .busy: "Another qkv holds the progress file; saved as soon as it lets go."
    case .homeless: "Progress will not be kept. Set HOME or use --data-dir."
    case .unreadable(let mistake), .unwritable(let mistake):
      mistake.isForWantOfSpace
        ? "Progress is not being kept. Free some space, or use --data-dir."
        : "Progress is not being kept. Choose another folder with --data-dir."
    }
  }

  private var shortest: String {
    switch self {
    case .damaged: "File damaged: a part was read."
    case .setAside(_, copyRead: true): "File damaged: its copy was read."
    case .setAside(_, copyRead: false): "File damaged: this is a fresh start."
    case .stuck: "Not kept: move the damaged file."
    case .missing: "File missing: its copy was read."
    case .newer: "Not kept: update qkv."
    case .anotherStudent: "Not kept: start qkv again."
    case .busy: "Not saved yet: go on."
    case .homeless: "Not kept: set HOME or --data-dir."
    case .unreadable(let mistake), .unwritable(let mistake):
      mistake.isForWantOfSpace
        ? "Not kept: disk full; or --data-dir." : "Not kept: use --data-dir."
    }
  }
}
