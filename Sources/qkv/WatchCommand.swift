import ArgumentParser
import Files
import Lessons
import Playground

/// `qkv watch`: a lesson while it is written.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Show a lesson while you write it.",
    discussion: """
      Each time the file is saved, the page turns to the first step that changed. Numbers that you dragged stay where the scene of \
      a step is the same. A mistake is shown with its line, and the page comes back once it is mended.
      """)

  @Argument(help: "The lesson's file (.md).", completion: .file(extensions: ["md"]))
  var file: String

  @Option(help: ArgumentHelp("The step to begin with.", valueName: "step"))
  var step: String?

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    guard file.hasSuffix(".md") else {
      throw ValidationError("Name the file of a lesson: qkv watch taste.md")
    }
  }

  func run() throws {
    let text = try TextFile.read(file, limit: .lesson)
    let models = folders.chosen.models(in: Folder.parent(of: file))
    let lesson = try Lesson.load(text: text, file: file, weights: models)
    let place = try step.map { name throws(CommandFailure) in
      try lesson.namedStep(name).id
    }
    let watch = LessonWatch(file, lesson, text: text, models: models)
    let app = InteractiveApp(
      folders: folders.chosen, opening: file, ascii: screen.ascii, watch: watch)
    try app.run { model in
      let number = (place.flatMap(lesson.index(ofStep:)) ?? 0) + 1
      model.open(OpenedLesson(lesson, step: number))
    }
  }
}
