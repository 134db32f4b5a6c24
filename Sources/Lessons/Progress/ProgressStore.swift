#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Progress as it stands in the file, and what the learner should know about that file.
package struct StoredProgress: Equatable, Sendable {
  package var progress: Progress
  package var trouble: ProgressTrouble?

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
    let reading = Reading(path, operations)
    guard reading.isDamaged else { return reading.stored }
    // Only who holds the lock may move a file: another window may just have mended it.
    do {
      let lock = try FileLock(lockPath(directory), patience: patience, operations: operations)
      defer { withExtendedLifetime(lock) {} }
      return Reading(path, operations).settingDamageAside(at: date)
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
      try makeDirectory(directory)
      let lock = try FileLock(lockPath(directory), patience: patience, operations: operations)
      defer { withExtendedLifetime(lock) {} }
      let reading = Reading(path, operations).settingDamageAside(at: date)
      guard reading.trouble?.losesProgress != true else { return reading }
      let progress = change(reading.progress)
      try write(progress, over: reading, at: path)
      return StoredProgress(progress: progress, trouble: reading.trouble)
    } catch {
      let known = Reading(path, operations).stored.progress
      return StoredProgress(progress: change(known), trouble: Self.trouble(for: error))
    }
  }

  private func write(
    _ progress: Progress, over old: StoredProgress, at path: String
  ) throws(FileFault) {
    let file = DurableFile(path, operations: operations)
    guard old.trouble != nil || progress != old.progress else { return }
    // A copy is worth keeping only of a file that could be read.
    let copy = old.trouble == nil ? file.path + ".bak" : nil
    try file.replace(with: Array(progress.text.utf8), keeping: copy)
  }

  private func makeDirectory(_ path: String) throws(FileFault) {
    if operations.makeDirectory(path) == 0 { return }
    switch errno {
    case EEXIST where isDirectory(path):
      return
    case ENOENT where path.contains("/") && path != "/":
      try makeDirectory(DurableFile.folder(of: path))
      if operations.makeDirectory(path) == 0 || isDirectory(path) { return }
      throw FileFault(.makeDirectory, path, code: errno)
    case let code where isDirectory(path):
      // A read-only file system says so even of a folder that exists; writing will tell.
      _ = code
    case let code:
      throw FileFault(.makeDirectory, path, code: code)
    }
  }

  private func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func lockPath(_ directory: String) -> String { directory + "/progress.lock" }

  private static func trouble(for fault: FileFault) -> ProgressTrouble {
    fault.action == .lock && fault.code == EWOULDBLOCK ? .busy : .unwritable(fault)
  }
}

/// One look at the progress file and, where that does not help, at its last good copy.
private struct Reading {
  private let file: DurableFile
  private let operations: FileOperations
  private(set) var stored: StoredProgress
  private(set) var isDamaged = false

  init(_ path: String, _ operations: FileOperations) {
    file = DurableFile(path, operations: operations)
    self.operations = operations
    stored = StoredProgress(progress: Progress(), trouble: nil)
    look()
  }

  private mutating func look() {
    do {
      guard let bytes = try file.read() else {
        guard let copy = lastGoodCopy() else { return }
        stored = StoredProgress(progress: copy, trouble: .missing(path: file.path))
        return
      }
      stored.progress = try Progress(parsing: bytes)
    } catch let fault as FileFault {
      stored.trouble = .unreadable(fault)
    } catch ProgressFileFault.newer(let version, let progress) {
      stored.progress = progress
      stored.trouble = .newer(path: file.path, version: version)
    } catch {
      isDamaged = true
      let copy = lastGoodCopy()
      stored.progress = copy ?? Progress()
      stored.trouble = .stuck(path: file.path, copyRead: copy != nil)
    }
  }

  private func lastGoodCopy() -> Progress? {
    let copy = DurableFile(file.path + ".bak", operations: operations)
    guard let bytes = (try? copy.read()) ?? nil else { return nil }
    return try? Progress(parsing: bytes)
  }

  /// Moves a damaged file to a name that is free, and says so; must hold the lock.
  func settingDamageAside(at date: Moment) -> StoredProgress {
    guard isDamaged, case .stuck(_, let copyRead) = stored.trouble else { return stored }
    guard let name = freeName(at: date), (try? file.move(to: name)) != nil else { return stored }
    return StoredProgress(
      progress: stored.progress, trouble: .setAside(as: name, copyRead: copyRead))
  }

  private func freeName(at date: Moment) -> String? {
    let stem = file.path.hasSuffix(".json") ? String(file.path.dropLast(5)) : file.path
    let dated = "\(stem).corrupt-\(date.fileNamePart)"
    let names = ["\(dated).json"] + (2...99).map { "\(dated)-\($0).json" }
    return names.first { access($0, F_OK) != 0 }
  }
}
