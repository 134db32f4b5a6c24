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

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var folders: FolderOptions

  func run() throws {
    try Self.learn(lesson, changes.chosen, folders.chosen, ascii: screen.ascii)
  }

  static func learn(
    _ word: String, _ changes: Changes, _ folders: Folders, ascii: Bool = false
  ) throws {
    try InteractiveApp(folders: folders, ascii: ascii).run(opening: word) { model in
      let subject = try Subject.read(word, folders, library: model.library)
      guard case .lesson(let lesson) = subject else {
        throw CommandFailure("\(word) is a scene. Open it with qkv play \(word).")
      }
      try open(lesson, changes, in: &model)
    }
  }

  /// Opens the lesson as the options say.
  static func open(_ lesson: Lesson, _ changes: Changes, in model: inout Model) throws {
    let index: Int
    if let step = changes.step {
      index = lesson.index(ofStep: try lesson.namedStep(step).id) ?? 0
    } else {
      index = model.startingStep(of: lesson)
    }
    model.open(lesson, step: index)
    try model.changeScene { try changes.applied(to: $0) }
  }
}
