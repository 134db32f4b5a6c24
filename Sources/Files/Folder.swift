#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Folders by path.
package enum Folder {
  /// Makes a folder and those above it, where they do not exist.
  package static func make(_ path: String, operations: FileOperations) throws(FileFault) {
    if exists(path) || operations.makeDirectory(path) == 0 { return }
    if errno == ENOENT, path != "/", path.contains("/") {
      try make(parent(of: path), operations: operations)
      if operations.makeDirectory(path) == 0 { return }
    }
    let code = errno
    // Another window may have been faster.
    guard exists(path) else { throw FileFault(.makeDirectory, path, code: code) }
  }

  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder that a file is in.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
