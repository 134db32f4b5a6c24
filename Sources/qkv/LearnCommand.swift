import ArgumentParser
import Lessons
import Playground

/// `qkv learn`: one lesson, where the student left off or from a given state.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Open one lesson.")

  @Argument(help: "A lesson's id or file (.md).", completion: .file(extensions: ["md"]))
  var lesson: String

  @OptionGroup var changes: ChangeOptions

  @OptionGroup var folders: FolderOptions

  func run() throws {
    try Stage(folders: folders).run { try open(in: &$0) }
  }

  /// Opens the lesson as the options say.
  func open(in model: inout Model) throws {
    guard case .lesson(let lesson) = try Subject.read(lesson, folders) else {
      throw CommandFailure("\(lesson) is a scene. Open it with qkv play \(lesson).")
    }
    let index: Int
    if let step = changes.step {
      index = lesson.index(ofStep: try lesson.namedStep(step).id) ?? 0
    } else {
      index = model.progress.place(of: lesson.id).flatMap(lesson.index(ofStep:)) ?? 0
    }
    model.open(lesson, step: index)
    try model.changeScene { try changes.applied(to: $0) }
  }
}
