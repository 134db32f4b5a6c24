import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One look at the progress file and, where that does not help, at its last good copy.
struct ProgressReading {
  private let path: String
  private let operations: FileOperations
  private(set) var stored = StoredProgress(progress: Progress())
  /// Whether nothing at all could be read of the file.
  private(set) var isHopeless = false

  init(_ path: String, _ operations: FileOperations) {
    self.path = path
    self.operations = operations
    do {
      appearance(at: try reader.read(path))
    } catch  where error.isMissing {
      guard let copy = lastGoodCopy() else { return }
      stored = StoredProgress(progress: copy, problem: .missing(path: path))
    } catch {
      stored.problem = .unreadable(error)
    }
  }

  private mutating func appearance(at bytes: [UInt8]) {
    do throws(ProgressFileError) {
      stored.progress = try Progress(parsing: bytes)
    } catch {
      let copy = lastGoodCopy()
      switch error {
      case .newer(let version, let progress):
        stored.progress = progress
        stored.problem = .newer(path: path, version: version)
      case .damaged(let part):
        stored.progress = copy.map(part.merged) ?? part
        stored.problem = .damaged(path: path, keptAs: nil)
      case .notProgress:
        isHopeless = true
        stored.progress = copy ?? Progress()
        stored.problem = .stuck(path: path, copyRead: copy != nil)
      }
    }
  }

  private var reader: FileReader { FileReader(limit: .progress, operations: operations) }

  private func lastGoodCopy() -> Progress? {
    guard let bytes = try? reader.read(path + ".bak") else { return nil }
    return try? Progress(parsing: bytes)
  }

  /// Moves a file of which nothing can be read to a name that is free, and says so; must hold the lock.
  func settingAside(at date: Timestamp) -> StoredProgress {
    guard isHopeless, case .stuck(_, let copyRead) = stored.problem else { return stored }
    let writer = FileWriter(isPrivate: true, operations: operations)
    guard let name = Self.nameForDamage(of: path, at: date),
      (try? writer.move(path, to: name)) != nil
    else { return stored }
    return StoredProgress(
      progress: stored.progress, problem: .setAside(as: name, copyRead: copyRead))
  }

  /// A name that is free, for what a file held before it was mended.
  static func nameForDamage(of path: String, at date: Timestamp) -> String? {
    let stem = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
    return freeName("\(stem).corrupt-\(date.fileNamePart)")
  }

  /// The first name of the form `stem.json`, `stem-2.json` under which nothing stands.
  static func freeName(_ stem: String) -> String? {
    let names = ["\(stem).json"] + (2...99).map { "\(stem)-\($0).json" }
    return names.first { access($0, F_OK) != 0 }
  }
}
