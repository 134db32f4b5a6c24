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

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func run() throws {
    try Self.learn(
      lesson, changes.chosen, folders.chosen, ascii: screen.ascii, linear: lines.linear)
  }

  static func learn(
    _ word: String, _ changes: Changes, _ folders: Folders, ascii: Bool = false,
    linear: Bool = false
  ) throws {
    let app = InteractiveApp(folders: folders, opening: word, ascii: ascii, linear: linear)
    try app.run { model in
      let subject = try Subject.read(word, folders, library: model.library)
      guard case .lesson(let lesson) = subject else {
        throw CommandFailure("\(word) is a scene. Open it with qkv play \(word).")
      }
      try open(lesson, changes, keptAs: app.kept(of: lesson, model.library), in: &model)
    }
  }

  /// Opens the lesson as the options say; `kept` is how it was left, as its file says.
  static func open(
    _ lesson: Lesson, _ changes: Changes, keptAs kept: String? = nil, in model: inout Model
  ) throws {
    let step = try changes.step.map { name throws(CommandFailure) in
      try lesson.namedStep(name).id
    }
    // Numbers that are asked for are the start of everything that follows, of a done lesson too.
    let start = changes.isEmpty ? nil : model.startingStep(of: lesson)
    let number = (step.flatMap(lesson.index(ofStep:)) ?? start).map { $0 + 1 }
    model.open(OpenedLesson(lesson, keptAs: changes.isEmpty ? kept : nil, step: number))
    if !changes.isEmpty {
      let inFront = try model.session?.step ?? lesson.namedStep(changes.step)
      let (versions, rest) = try changes.divided(for: inFront)
      try model.choose(versions)
      try model.changeScene { try rest.applied(to: $0) }
    }
  }
}
