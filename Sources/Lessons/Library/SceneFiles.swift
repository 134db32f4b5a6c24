import Files
import Text

/// The scenes that a lesson takes from its own folder, and from nowhere else.
struct SceneFiles: Sendable {
  private let folder: String

  /// The files beside a lesson's own.
  init(beside lesson: String) {
    folder = lesson.lastIndex(of: "/").map { String(lesson[...$0]) } ?? ""
  }

  /// Whether a path leads down from a folder to a scene: names between slashes, none of which begins with a dot.
  static func isPlain(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.hasSuffix(".qkv")
      && names.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\\") }
  }

  /// The text of the file at a plain path, which knows where it comes from.
  func text(_ path: String) throws(FileError) -> SourceText {
    let bytes = try FileReader(limit: .scene).read(folder + path)
    return SourceText(file: folder + path, text: String(decoding: bytes, as: UTF8.self))
  }
}
