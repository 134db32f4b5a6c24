import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Progress as it stands in the file, and what the learner should know about that file.
package struct StoredProgress: Equatable, Sendable {
  package var progress: Progress
  package var problem: ProgressError?

  package init(progress: Progress, problem: ProgressError? = nil) {
    self.progress = progress
    self.problem = problem
  }

  /// The sentence to show, or nil when all is well.
  package var banner: String? { problem?.sentence }
}

/// The progress file: read, merged and replaced so that nothing finished is ever lost.
///
/// `progress.json` is only ever replaced as a whole, by renaming; `progress.json.bak` is the one
/// before it. Every window reads and merges before it writes, and they do so in turn. A file that
/// cannot be used whole is kept under another name before it is replaced, and a link is never
/// written through: link the folder instead.
package struct ProgressStore: Sendable {
  /// How long a window waits for another one that is saving.
  package var patience = Duration.seconds(2)
  /// Draws the name of a student who has none yet.
  package var newStudent: @Sendable () -> String = Self.randomName

  private let directory: String?
  private let operations: FileOperations

  /// A store in a folder, which is made when first needed; nil where there is no home.
  package init(directory: String?, operations: FileOperations = FileOperations()) {
    self.directory = directory
    self.operations = operations
  }

  /// Where the progress file is or would be.
  package var path: String? { directory.map { $0 + "/progress.json" } }

  /// Reads the file; one of which nothing can be read is set aside under a name with the date in it.
  package func load(at date: Timestamp) -> StoredProgress {
    guard let directory, let path else {
      return StoredProgress(progress: Progress(), problem: .homeless)
    }
    let reading = ProgressReading(path, operations)
    guard reading.isHopeless else { return reading.stored }
    // Only who holds the lock may move a file: another window may just have mended it.
    do {
      let lock = try FileLock(lockPath(directory), patience: patience, operations: operations)
      defer { withExtendedLifetime(lock) {} }
      return ProgressReading(path, operations).settingAside(at: date)
    } catch {
      return reading.stored
    }
  }

  /// Merges `progress` into the file, and returns what is then known.
  package func save(_ progress: Progress, at date: Timestamp) -> StoredProgress {
    var result = update(at: date, for: progress) { $0.merged(with: progress) }
    // What could not be written is still known here; another student's is left alone.
    if result.problem != nil, result.progress.mayBelong(with: progress) {
      result.progress = result.progress.merged(with: progress)
    } else if result.problem != nil {
      result.progress = progress
    }
    return result
  }

  /// Merges what was exported into the file, even if it has been forgotten since.
  ///
  /// Another student's is refused unless `evenOfAnother`, as for someone who began on two machines.
  package func restore(
    _ old: Progress, at date: Timestamp, evenOfAnother: Bool = false
  ) -> StoredProgress {
    update(at: date, for: evenOfAnother ? Progress() : old) { $0.restoring(old) }
  }

  /// Forgets one lesson, or everything.
  package func forget(_ lesson: String? = nil, at date: Timestamp) -> StoredProgress {
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
    at date: Timestamp, for owner: Progress = Progress(), _ change: (Progress) -> Progress
  ) -> StoredProgress {
    guard let directory, let path else {
      return StoredProgress(progress: change(Progress()), problem: .homeless)
    }
    do {
      try Folder.make(directory, operations: operations)
      let lock = try FileLock(lockPath(directory), patience: patience, operations: operations)
      defer { withExtendedLifetime(lock) {} }
      let reading = ProgressReading(path, operations).settingAside(at: date)
      guard reading.problem?.losesProgress != true else { return reading }
      guard reading.progress.mayBelong(with: owner) else {
        return StoredProgress(progress: reading.progress, problem: .anotherStudent(path: path))
      }
      let progress = named(change(reading.progress))
      let problem = try write(progress, over: reading, at: path, date)
      return StoredProgress(progress: progress, problem: problem)
    } catch {
      let known = ProgressReading(path, operations).stored.progress
      let own = known.mayBelong(with: owner) ? known : Progress()
      return StoredProgress(progress: change(own), problem: Self.problem(for: error))
    }
  }

  /// Writes what is new, and returns what the learner should know of the file that was there.
  private func write(
    _ progress: Progress, over old: StoredProgress, at path: String, _ date: Timestamp
  ) throws(FileError) -> ProgressError? {
    guard old.problem != nil || progress != old.progress else { return nil }
    let bytes = Array(progress.text.utf8)
    guard bytes.count <= SizeLimit.progress.bytes else {
      throw FileError(.write, path, .tooLarge(.progress))
    }
    let writer = FileWriter(isPrivate: true, operations: operations)
    switch old.problem {
    case nil: try writer.replace(path, with: bytes, keeping: path + ".bak")
    case .damaged:
      let name = ProgressReading.nameForDamage(of: path, at: date)
      try writer.replace(path, with: bytes, keeping: name)
      return .damaged(path: path, keptAs: name)
    // A copy is worth keeping only of a file that could be read.
    case _: try writer.replace(path, with: bytes)
    }
    return old.problem
  }

  /// Progress with a student's name, if there is anything to put it on.
  private func named(_ progress: Progress) -> Progress {
    let isUnnamed = [nil, .array([])].contains(progress.others["students"])
    guard progress.students.isEmpty, isUnnamed, progress != Progress() else { return progress }
    var result = progress
    result.students = [newStudent()]
    return result
  }

  /// 128 random bits in hexadecimal.
  package static func randomName() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private func lockPath(_ directory: String) -> String { directory + "/progress.lock" }

  private static func problem(for error: FileError) -> ProgressError {
    error.action == .lock && error.cause == .code(EWOULDBLOCK) ? .busy : .unwritable(error)
  }
}

extension ProgressStore {
  /// Writes progress that could not be saved to a file of its own, which can be imported later.
  ///
  /// - Returns: its path; nil where no folder takes it.
  package func rescue(_ progress: Progress, at date: Timestamp, elsewhere: String) -> String? {
    let stems =
      [directory.map { $0 + "/progress.unsaved-" }, elsewhere + "/qkv-progress.unsaved-"]
      .compactMap { $0.map { $0 + date.fileNamePart } }
    let writer = FileWriter(isPrivate: true, operations: operations)
    for stem in stems {
      guard let name = ProgressReading.freeName(stem) else { continue }
      if (try? writer.create(name, with: Array(progress.text.utf8))) != nil { return name }
    }
    return nil
  }
}
