import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Progress as it stands in the file, and what the learner should know about that file.
package struct StoredProgress: Equatable, Sendable {
  package var progress: Progress
  package var trouble: ProgressTrouble?

  package init(progress: Progress, trouble: ProgressTrouble? = nil) {
    self.progress = progress
    self.trouble = trouble
  }

  /// The sentence to show, or nil when all is well.
  package var banner: String? { trouble?.sentence }
}

/// The progress file: read, merged and replaced so that nothing finished is ever lost.
///
/// `progress.json` is only ever replaced as a whole, by renaming; `progress.json.bak` is the one
/// before it. Every window reads and merges before it writes, and they do so in turn.
package struct ProgressStore: Sendable {
  /// How long a window waits for another one that is saving.
  package var patience = Duration.seconds(2)

  private let directory: String?
  private let operations: FileOperations

  /// A store in a folder, which is made when first needed; nil where there is no home.
  package init(directory: String?, operations: FileOperations = FileOperations()) {
    self.directory = directory
    self.operations = operations
  }

  /// Where the progress file is or would be.
  package var path: String? { directory.map { $0 + "/progress.json" } }

  /// Reads the file; a damaged one is set aside under a name with the date in it.
  package func load(at date: Moment) -> StoredProgress {
    guard let directory, let path else {
      return StoredProgress(progress: Progress(), trouble: .homeless)
    }
    let reading = ProgressReading(path, operations)
    guard reading.isDamaged else { return reading.stored }
    // Only who holds the lock may move a file: another window may just have mended it.
    do {
      let lock = try FileLock(lockPath(directory), patience: patience, operations: operations)
      defer { withExtendedLifetime(lock) {} }
      return ProgressReading(path, operations).settingDamageAside(at: date)
    } catch {
      return reading.stored
    }
  }

  /// Merges `progress` into the file, and returns what is then known.
  package func save(_ progress: Progress, at date: Moment) -> StoredProgress {
    var result = update(at: date) { $0.merged(with: progress) }
    if result.trouble != nil { result.progress = result.progress.merged(with: progress) }
    return result
  }

  /// Merges what was exported into the file, even if it has been forgotten since.
  package func restore(_ old: Progress, at date: Moment) -> StoredProgress {
    update(at: date) { $0.restoring(old) }
  }

  /// Forgets one lesson, or everything.
  package func forget(_ lesson: String? = nil, at date: Moment) -> StoredProgress {
    update(at: date) { progress in
      var result = progress
      if let lesson {
        result.forget(lesson, at: date)
      } else {
        result.forgetAll(at: date)
      }
      return result
    }
  }

  private func update(
    at date: Moment, _ change: (Progress) -> Progress
  ) -> StoredProgress {
    guard let directory, let path else {
      return StoredProgress(progress: change(Progress()), trouble: .homeless)
    }
    do {
      try Folder.make(directory, operations: operations)
      let lock = try FileLock(lockPath(directory), patience: patience, operations: operations)
      defer { withExtendedLifetime(lock) {} }
      let reading = ProgressReading(path, operations).settingDamageAside(at: date)
      guard reading.trouble?.losesProgress != true else { return reading }
      let progress = change(reading.progress)
      try write(progress, over: reading, at: path)
      return StoredProgress(progress: progress, trouble: reading.trouble)
    } catch {
      let known = ProgressReading(path, operations).stored.progress
      return StoredProgress(progress: change(known), trouble: Self.trouble(for: error))
    }
  }

  private func write(
    _ progress: Progress, over old: StoredProgress, at path: String
  ) throws(FileError) {
    guard old.trouble != nil || progress != old.progress else { return }
    // A copy is worth keeping only of a file that could be read.
    let copy = old.trouble == nil ? path + ".bak" : nil
    try FileWriter(isPrivate: true, operations: operations)
      .replace(path, with: Array(progress.text.utf8), keeping: copy)
  }

  private func lockPath(_ directory: String) -> String { directory + "/progress.lock" }

  private static func trouble(for fault: FileError) -> ProgressTrouble {
    fault.action == .lock && fault.cause == .code(EWOULDBLOCK) ? .busy : .unwritable(fault)
  }
}
