import ArgumentParser
import Playground
import Scenes
import Text

/// `qkv play`: the free playground, on any scene.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Open the free playground: everything unlocked.",
    discussion: """
      A sentence whose words refer knows, with one pronoun, opens over its trained weights; any other over \
      random numbers. Without a terminal the weights of a sentence are printed. w saves what you made as a \
      scene file (.qkv).
      """)

  @Argument(
    help: "A scene (.qkv), or a lesson whose scene to play with.",
    completion: .file(extensions: ["qkv", "md"]))
  var file: String?

  @Option(help: ArgumentHelp("The sentence to attend over.", valueName: "text"))
  var sentence: String?

  @OptionGroup var loading: LoadOptions

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    if file != nil, sentence != nil {
      throw ValidationError("Give a file or a --sentence, not both.")
    }
  }

  func run() throws {
    let app = InteractiveApp(
      folders: folders.chosen, opening: file, ascii: screen.ascii, linear: lines.linear)
    guard file == nil, loading.loads.isEmpty else {
      let session = try session()
      return try app.run { $0.open(session) }
    }
    let played = try PlayedSentence(sentence, folders.chosen.models)
    guard Output.isTerminal || lines.linear else { return try Output.say(played.text) }
    try app.run { model in
      switch played {
      case .trained(let view): model.open(view)
      case .random(let session): model.open(session)
      }
    }
  }

  private func session() throws -> Session {
    guard let file else {
      let text = FreePlay.scene(over: sentence ?? FreePlay.sentence)
      let source = SourceText(file: "playground", text: text)
      return try Self.session(
        on: try loaded(try Scene([source], weights: folders.chosen.models)), named: "playground")
    }
    let subject = try Subject.read(file, folders.chosen)
    return try Self.session(on: try subject.scene(Changes(loads: loading.loads)), named: file)
  }

  private func loaded(_ scene: Scene) throws -> Scene {
    try Changes(loads: loading.loads).applied(to: scene)
  }

  /// The playground on a scene that has been read already.
  static func session(on scene: Scene, named name: String) throws(Diagnostics) -> Session {
    try FreePlay.session(
      SourceText(file: name, text: scene.serialized()), name: name, weights: scene.weights)
  }
}
