#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Folders by path.
package enum Folder {
  /// No folder is looked through further than this.
  package static let mostNames = 10_000

  /// Makes a folder and those above it, where they do not exist.
  package static func make(_ path: String, operations: FileOperations) throws(FileError) {
    if exists(path) || operations.makeFolder(path) == 0 { return }
    if errno == ENOENT, path != "/", path.contains("/") {
      try make(parent(of: path), operations: operations)
      if operations.makeFolder(path) == 0 { return }
    }
    let code = errno
    // Another window may have been faster.
    guard exists(path) else { throw FileError(.makeFolder, path, code: code) }
  }

  package static func exists(_ path: String) -> Bool { FileKind(at: path) == .folder }

  /// The folder that a file is in.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The names in a folder, in order.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(.list, folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      names.append(name)
      guard names.count <= mostNames else {
        throw FileError(.list, folder, .tooManyFiles(mostNames))
      }
    }
    return names.sorted()
  }
}
