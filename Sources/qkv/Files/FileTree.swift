#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files below a folder.
enum FileTree {
  /// The lessons and scenes that a path means: a file itself, or all below a folder.
  static func checkable(under path: String) throws(CommandFailure) -> [String] {
    guard TextFile.isFolder(path) else {
      guard TextFile.exists(path) else {
        throw CommandFailure("\(path) does not exist. Check the name, or the folder you are in.")
      }
      guard isCheckable(path) else {
        throw CommandFailure("\(path) is no lesson (.md), no scene (.qkv) and no course.yml.")
      }
      return [path]
    }
    let files = below(path, depth: 0)
    guard !files.isEmpty else {
      throw CommandFailure("\(path) holds no lessons (.md) and no scenes (.qkv).")
    }
    return files
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func below(_ folder: String, depth: Int) -> [String] {
    guard depth < 16 else { return [] }
    let stem = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return names(in: folder).flatMap { name in
      let path = "\(stem)/\(name)"
      if TextFile.isFolder(path) { return below(path, depth: depth + 1) }
      return isCheckable(path) && name.lowercased() != "readme.md" ? [path] : []
    }
  }

  private static func isCheckable(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.hasSuffix(".qkv") || path.hasSuffix("course.yml")
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
