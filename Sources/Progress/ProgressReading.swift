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
  private(set) var stored: StoredProgress
  private(set) var isDamaged = false

  init(_ path: String, _ operations: FileOperations) {
    self.path = path
    self.operations = operations
    stored = StoredProgress(progress: Progress(), trouble: nil)
    look()
  }

  private mutating func look() {
    do {
      stored.progress = try Progress(parsing: try reader.read(path))
    } catch let error as FileError {
      if !error.isMissing {
        stored.trouble = .unreadable(error)
      } else if let copy = lastGoodCopy() {
        stored = StoredProgress(progress: copy, trouble: .missing(path: path))
      }
    } catch ProgressFileFault.newer(let version, let progress) {
      stored.progress = progress
      stored.trouble = .newer(path: path, version: version)
    } catch {
      isDamaged = true
      let copy = lastGoodCopy()
      stored.progress = copy ?? Progress()
      stored.trouble = .stuck(path: path, copyRead: copy != nil)
    }
  }

  private var reader: FileReader { FileReader(limit: .progress, operations: operations) }
  private var writer: FileWriter { FileWriter(isPrivate: true, operations: operations) }

  private func lastGoodCopy() -> Progress? {
    guard let bytes = try? reader.read(path + ".bak") else { return nil }
    return try? Progress(parsing: bytes)
  }

  /// Moves a damaged file to a name that is free, and says so; must hold the lock.
  func settingDamageAside(at date: Moment) -> StoredProgress {
    guard isDamaged, case .stuck(_, let copyRead) = stored.trouble else { return stored }
    guard let name = freeName(at: date), (try? writer.move(path, to: name)) != nil else {
      return stored
    }
    return StoredProgress(
      progress: stored.progress, trouble: .setAside(as: name, copyRead: copyRead))
  }

  private func freeName(at date: Moment) -> String? {
    let stem = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
    let dated = "\(stem).corrupt-\(date.fileNamePart)"
    let names = ["\(dated).json"] + (2...99).map { "\(dated)-\($0).json" }
    return names.first { access($0, F_OK) != 0 }
  }
}
