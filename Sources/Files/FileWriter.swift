#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Writes whole files: a name always leads to the old contents or to the new ones.
///
/// The new contents are written under a name that nobody can guess and then given the file's own.
/// Nothing is written through a link or to a device.
package struct FileWriter: Sendable {
  private let operations: FileOperations
  /// The permissions of a new file, before the process's mask.
  private let mode: mode_t

  /// Where `isPrivate`, only this user may read what is written.
  package init(isPrivate: Bool = false, operations: FileOperations = FileOperations()) {
    self.operations = operations
    mode = isPrivate ? 0o600 : 0o666
  }

  /// Puts `bytes` in a file's place, or makes the file.
  ///
  /// What stood there before is kept as `copy`, a path in the same folder.
  package func replace(
    _ path: String, with bytes: [UInt8], keeping copy: String? = nil
  ) throws(FileError) {
    let isThere = try isReplaceable(path)
    let draft = try written(bytes, beside: path)
    do throws(FileError) {
      if isThere, let copy { try keep(path, as: copy) }
      try rename(draft, to: path)
    } catch {
      _ = operations.remove(draft)
      throw error
    }
    settle(path)
  }

  /// Writes a file that does not exist yet; anything that has its name is left alone.
  package func create(_ path: String, with bytes: [UInt8]) throws(FileError) {
    var status = FileOperations.Status()
    guard operations.inspect(path, &status) != 0 else {
      throw FileError(.write, path, code: EEXIST)
    }
    let draft = try written(bytes, beside: path)
    defer { _ = operations.remove(draft) }
    if operations.link(draft, path) < 0 {
      guard errno != EEXIST else { throw FileError(.write, path, code: EEXIST) }
      // A file system without links: the name is taken first, and only then filled.
      try reserve(path)
      do throws(FileError) {
        try rename(draft, to: path)
      } catch {
        _ = operations.remove(path)
        throw error
      }
    }
    settle(path)
  }

  /// Moves a regular file to another name in its folder.
  package func move(_ path: String, to name: String) throws(FileError) {
    _ = try isReplaceable(path)
    try rename(path, to: name)
    settle(path)
  }

  /// Whether a regular file stands under a name rather than nothing; throws where it is anything else.
  private func isReplaceable(_ path: String) throws(FileError) -> Bool {
    var status = FileOperations.Status()
    guard operations.inspect(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw FileError(.write, path, code: errno)
    }
    let kind = FileKind(mode: status.st_mode)
    guard kind == .regular else { throw FileError(.write, path, .kind(kind)) }
    return true
  }

  /// Writes a draft and returns its path; where that fails nothing is left behind.
  private func written(_ bytes: [UInt8], beside path: String) throws(FileError) -> String {
    let draft = Draft.path(beside: path)
    let file = try make(draft, for: path)
    var code: CInt = 0
    if !writeAll(bytes, to: file) || operations.retrying({ operations.synchronize(file) }) < 0 {
      code = errno
    }
    // A network file system may tell only now that the disk is full.
    if operations.close(file) < 0 && code == 0 && errno != EINTR { code = errno }
    guard code == 0 else {
      _ = operations.remove(draft)
      throw FileError(.write, path, code: code)
    }
    return draft
  }

  /// Makes an empty file and opens it; an error tells of the file that it is for.
  private func make(_ new: String, for path: String) throws(FileError) -> CInt {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let file = operations.retrying { operations.open(new, flags, mode) }
    guard file >= 0 else { throw FileError(.write, path, code: errno) }
    return file
  }

  private func reserve(_ path: String) throws(FileError) {
    _ = operations.close(try make(path, for: path))
  }

  private func writeAll(_ bytes: [UInt8], to file: CInt) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = operations.retrying {
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
  private func keep(_ path: String, as copy: String) throws(FileError) {
    _ = try isReplaceable(copy)
    var draft = Draft.path(beside: copy)
    if operations.link(path, draft) < 0 {
      let whole = SizeLimit(megabytes: 1 << 20, of: "a copy")
      let bytes = try FileReader(limit: whole, operations: operations).read(path)
      draft = try written(bytes, beside: copy)
    }
    // If both names are links to one file already, renaming leaves the draft where it is.
    defer { _ = operations.remove(draft) }
    try rename(draft, to: copy)
  }

  private func rename(_ old: String, to new: String) throws(FileError) {
    guard operations.rename(old, new) == 0 else { throw FileError(.rename, new, code: errno) }
  }

  /// Makes the renaming last, and clears away what runs that were killed have left.
  private func settle(_ path: String) {
    let parent = Folder.parent(of: path)
    let folder = operations.open(parent, O_RDONLY | O_DIRECTORY, 0)
    // Some file systems cannot, and then there is nothing left to do.
    guard folder >= 0 else { return }
    _ = operations.synchronize(folder)
    _ = operations.close(folder)
    Draft.removeOld(in: parent, operations)
  }
}
