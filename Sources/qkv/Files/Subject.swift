import Files
import Lessons
import Scenes
import Text

/// What a LESSON or FILE argument names.
enum Subject {
  case lesson(Lesson)
  case scene(Scene)

  /// Reads the lesson of this id, or the lesson or the scene in the file of this path.
  ///
  /// The library is read here unless the caller has done so.
  static func read(
    _ word: String, _ folders: Folders, library: Library? = nil
  ) throws -> Subject {
    let isPath =
      word == "-" || word.unicodeScalars.contains("/") || word.hasSuffix(".md")
      || word.hasSuffix(".qkv")
    if isPath { return try read(path: word, folders) }
    let library = try? library ?? folders.library()
    if let library, library.course.entry(word) != nil {
      return .lesson(try library.lesson(word))
    }
    if FileKind(at: word) != nil { return try read(path: word, folders) }
    throw unknown(word, try library ?? folders.library())
  }

  /// The scene, or that of a lesson's step, with the changes; of its first step if none is named.
  func scene(_ changes: Changes) throws -> Scene {
    switch self {
    case .lesson(let lesson):
      return try changes.scene(of: try lesson.namedStep(changes.step))
    case .scene(let scene):
      guard changes.step == nil else {
        throw CommandFailure("A scene has no steps. Leave out --step, or name a lesson.")
      }
      return try changes.applied(to: scene)
    }
  }

  private static func read(path: String, _ folders: Folders) throws -> Subject {
    let text = try TextFile.read(path, limit: path.hasSuffix(".md") ? .lesson : .scene)
    let models = folders.models(in: Folder.parent(of: path))
    if path.hasSuffix(".md") {
      return .lesson(try Lesson.load(text: text, file: path, weights: models))
    }
    let name = path == "-" ? "<stdin>" : path
    return .scene(try Scene([SourceText(file: name, text: text)], weights: models))
  }

  private static func unknown(_ word: String, _ library: Library) -> CommandFailure {
    let ids = library.course.entries.map(\.id)
    let advice =
      word.nearest(among: ids).map { "Did you mean \($0)?" }
      ?? "The lessons are \(ids.joined(separator: ", "))."
    return CommandFailure("There is no lesson or file \(word). \(advice)")
  }
}

extension Lesson {
  /// The step of this id, or the first.
  func namedStep(_ id: String?) throws(CommandFailure) -> Step {
    guard let step = id.map({ step($0) }) ?? steps.first else {
      let ids = steps.map(\.id)
      let advice =
        (id ?? "").nearest(among: ids).map { "Did you mean \($0)?" }
        ?? "Its steps are \(ids.joined(separator: ", "))."
      throw CommandFailure("\(file) has no step \(id ?? ""). \(advice)")
    }
    return step
  }
}
