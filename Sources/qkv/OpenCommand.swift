import ArgumentParser
import Models
import Playground
import Scenes
import Text

/// `qkv open`: a trained model over a sentence, or one of its heads as a scene.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a trained model: its answer, its heads, one head as a scene.",
    discussion: """
      On a terminal all heads are shown, unless --format says how to print them. refer says what a pronoun stands for; \
      echo says the next word. echo-400 and its like are echo after so many steps of its training; on the page of \
      heads , and . go through them. Layers and heads count from 1.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    /// A head as the text of a scene.
    case scene
  }

  @Argument(help: "A model, such as refer or echo.")
  var model: String?

  @Option(help: ArgumentHelp("The sentence to read, in words of the model.", valueName: "text"))
  var sentence: String?

  @Option(help: ArgumentHelp("The layer of a head to print.", valueName: "number"))
  var layer: Int?

  @Option(help: ArgumentHelp("The head to print.", valueName: "number"))
  var head: Int?

  @Option(
    help: ArgumentHelp(
      "Silence a head, such as 2.1: it writes nothing. May be repeated.", valueName: "head"))
  var silence: [String] = []

  @Flag(help: "List all models; or the words of one and what each of its heads does.")
  var list = false

  @Option(help: "How to print it.")
  var format: Format?

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    if model == nil, !list { throw ValidationError("Name a model, or write --list.") }
    if (layer == nil) != (head == nil) {
      throw ValidationError("Give --layer and --head together, such as --layer 2 --head 1.")
    }
    if format == .scene, layer == nil {
      throw ValidationError("--format scene needs a head: --layer and --head.")
    }
    if list, sentence != nil || layer != nil || !silence.isEmpty {
      throw ValidationError("--list reads no sentence. Leave out the other options.")
    }
  }

  func run() throws {
    let library = folders.chosen.models
    guard let name = model else { return try Output.say(listing(of: library)) }
    let model = try library.named(name)
    if list {
      let listing = ModelListing(model)
      return try Output.say(format == .json ? listing.json.text : listing.text)
    }
    let sentence = try sentence(of: model)
    let change = HeadChange(silenced: Set(try silence.map { try HeadPlace(named: $0, in: model) }))
    if let layer, let head {
      let place = try HeadPlace(layer: layer, head: head).confirmed(in: model)
      try say(HeadScene(model, sentence, place), change)
    } else if format == nil, !lines.isLinear(folders.chosen) {
      let view = HeadsView(
        model, sentence, silenced: change.silenced, history: library.history(of: model))
      try InteractiveApp(folders: folders.chosen, ascii: screen.ascii).run { $0.open(view) }
    } else {
      let report = ModelReport(model, sentence, change)
      try Output.say(format == .json ? report.json.text : report.text)
    }
  }

  private func sentence(of model: TinyModel) throws(CommandFailure) -> ModelSentence {
    do {
      return try model.sentence(sentence ?? model.example)
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  private func say(_ head: HeadScene, _ change: HeadChange) throws {
    if format == .scene { return try Output.say(head.text(change)) }
    let scene = try head.scene(change)
    let report = Evaluation(
      tensors: scene.definitions.map { Evaluation.Table($0, scene.values(of: $0.node)) },
      gradients: nil)
    try Output.say(format == .json ? report.json.text : report.text)
  }

  private func listing(of library: ModelLibrary) throws(CommandFailure) -> String {
    let names = library.names
    guard !names.isEmpty else { throw CommandFailure("No models were found beside the program.") }
    if format == .json { return JSON.strings(names).text }
    var rows: [[String]] = []
    for name in names {
      let model = try library.named(name)
      rows.append([
        name, "\(model.layerCount) layers × \(model.headCount) heads",
        "\(model.words.count) words", "\(NumberFormat.whole(model.numberCount)) numbers",
      ])
    }
    return Columns(rows).lines.joined(separator: "\n")
  }
}
