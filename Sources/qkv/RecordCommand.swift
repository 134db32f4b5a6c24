import ArgumentParser
import Classroom
import Lessons
import Playground

/// `qkv record`: a lesson whose every key is written down.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Take a lesson and record it.",
    discussion: """
      What you do is written to the file as it happens: a demonstration to show in class, or what a student did. The file holds \
      your progress in the course as well. qkv replay plays it, at any size of the window.
      """)

  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String

  @Argument(help: "A lesson's id or file (.md).", completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(help: ArgumentHelp("The step to begin with.", valueName: "step"))
  var step: String?

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var folders: FolderOptions

  func run() throws {
    // No file is begun where nothing can be recorded.
    guard Output.isTerminal else {
      throw CommandFailure("qkv needs a terminal to run in. A recording is made by hand.")
    }
    let recorder = Recorder(file)
    let app = InteractiveApp(
      folders: folders.chosen, opening: lesson, ascii: screen.ascii, recorder: recorder)
    try app.run { model in
      let subject = try Subject.read(lesson, folders.chosen, library: model.library)
      guard case .lesson(let lesson) = subject else {
        throw CommandFailure("\(self.lesson) is a scene. Only lessons are recorded.")
      }
      let place = try step.map { name throws(CommandFailure) in
        try lesson.namedStep(name).id
      }
      let number = place.flatMap(lesson.index(ofStep:)).map { $0 + 1 }
      let kept = app.kept(of: lesson, model.library)
      try recorder.begin(
        RecordingStart(
          lesson: self.lesson, digest: lesson.digest, step: number, kept: kept,
          progress: model.progress, hasMotion: model.settings.motion, at: model.now))
      model.open(OpenedLesson(lesson, keptAs: kept, step: number))
    }
    try Output.say(recorder.summary)
  }
}
