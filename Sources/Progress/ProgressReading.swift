import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One look at the progress file and, where that does not help, at its last good copy.
struct ProgressReading {
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
