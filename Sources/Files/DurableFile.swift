#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that is always either the old one or the new one, whatever happens in between.
package struct DurableFile: Sendable {
  /// More than any progress file can need; what is larger is none.
  package static let limit = 64 << 20

  package let path: String
  package let operations: FileOperations

  package init(_ path: String, operations: FileOperations = FileOperations()) {
    self.path = Self.resolved(path)
    self.operations = operations
  }

  /// The whole file, or nil if there is none.
  package func read() throws(FileFault) -> [UInt8]? {
    // Without O_NONBLOCK a named pipe in the file's place would keep us waiting for ever.
    let file = retrying { operations.open(path, O_RDONLY | O_NONBLOCK) }
    if file < 0 && errno == ENOENT { return nil }
    guard file >= 0 else { throw FileFault(.read, path, code: errno) }
    defer { _ = operations.close(file) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.limit {
      let count = retrying { room.withUnsafeMutableBytes { operations.read(file, $0) } }
      guard count >= 0 else { throw FileFault(.read, path, code: errno) }
      if count == 0 { break }
      bytes += room[..<count]
    }
    return bytes
  }

  /// Puts `bytes` in the file's place; the copy, if asked for, is what stood there before.
  package func replace(with bytes: [UInt8], keeping copy: String? = nil) throws(FileFault) {
    let draft = path + ".new"
    do {
      try write(bytes, to: draft)
      if let copy { try keep(as: copy) }
      try rename(draft, to: path)
    } catch {
      _ = operations.remove(draft)
      throw error
    }
    synchronizeFolder()
  }

  /// Moves the file to another name in its folder.
  package func move(to name: String) throws(FileFault) {
    try rename(path, to: name)
    synchronizeFolder()
  }

  private func write(_ bytes: [UInt8], to draft: String) throws(FileFault) {
    let file = retrying { operations.open(draft, O_WRONLY | O_CREAT | O_TRUNC) }
    guard file >= 0 else { throw FileFault(.write, draft, code: errno) }
    var code: CInt = 0
    if !writeAll(bytes, to: file) || retrying({ operations.synchronize(file) }) < 0 { code = errno }
    // A network file system may tell only now that the disk is full.
    if operations.close(file) < 0 && code == 0 && errno != EINTR { code = errno }
    guard code == 0 else { throw FileFault(.write, draft, code: code) }
  }

  private func writeAll(_ bytes: [UInt8], to file: CInt) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = retrying {
        bytes.withUnsafeBytes {
          operations.write(file, UnsafeRawBufferPointer(rebasing: $0[start...]))
        }
      }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  /// Gives the present file a second name, or a true copy where the file system has no links.
  private func keep(as copy: String) throws(FileFault) {
    let draft = copy + ".new"
    _ = operations.remove(draft)
    if operations.link(path, draft) < 0 {
      guard errno != ENOENT, let bytes = try read() else { return }
      try write(bytes, to: draft)
    }
    try rename(draft, to: copy)
  }

  private func rename(_ old: String, to new: String) throws(FileFault) {
    guard operations.rename(old, new) == 0 else { throw FileFault(.rename, new, code: errno) }
  }

  // Makes the renaming last. Some file systems cannot, and then there is nothing left to do.
  private func synchronizeFolder() {
    let folder = operations.open(Folder.parent(of: path), O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { return }
    _ = operations.synchronize(folder)
    _ = operations.close(folder)
  }

  private func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  /// The file that a chain of symbolic links leads to: replacing a link would cut it.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
