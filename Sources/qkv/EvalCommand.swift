import ArgumentParser
import Lessons
import Scenes
import Text

/// `qkv eval`: all numbers of a scene, for scripts and spreadsheets.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate a scene and print every tensor.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case csv
    case text
    case python
  }

  @OptionGroup var subject: SceneOptions

  @Option(
    help: ArgumentHelp(
      "Print only these names, separated by commas, and only their gradients.", valueName: "names"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Add the gradient of one number, such as 'weight[\"it\",\"cat\"]', for every input.",
      valueName: "scalar"))
  var grad: String?

  @Option(help: "How to print it.")
  var format = Format.json

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let scene = try subject.scene(folders.chosen)
    for warning in scene.warnings + scene.undefinedNumbers { Output.complain(warning.rendered()) }
    if format == .python { return try Output.say(scene.python(title: title)) }
    let report = Evaluation(
      tensors: try tensors(of: scene), gradients: try grad.map { try gradients($0, scene) })
    switch format {
    case .json: try Output.say(report.json.text)
    case .csv: try Output.say(report.csv)
    case .text, .python: try Output.say(report.text)
    }
  }

  func validate() throws {
    if format == .python, grad != nil || !only.isEmpty {
      throw ValidationError("--format python prints the whole scene. Leave out --only and --grad.")
    }
  }

  private var title: String {
    let step = subject.changes.step.map { ", step \($0)" } ?? ""
    return "The scene of \(subject.file == "-" ? "standard input" : subject.file)\(step)"
  }

  private func tensors(of scene: Scene) throws(CommandFailure) -> [Evaluation.Table] {
    for name in chosen where scene.definition(name) == nil { throw unknown(name, scene) }
    return scene.definitions.filter(isChosen)
      .map { Evaluation.Table($0, scene.values(of: $0.node)) }
  }

  /// The names of `--only`.
  private var chosen: [String] {
    only.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map(\.trimmed)
  }

  private func isChosen(_ definition: Definition) -> Bool {
    only.isEmpty || chosen.contains(definition.name)
  }

  private func gradients(_ text: String, _ scene: Scene) throws -> [Evaluation.Table] {
    var scene = scene
    let node = try scene.watch(SourceText(file: "--grad", text: text))
    guard scene.values(of: node).elements.count == 1 else {
      throw CommandFailure(
        "--grad needs one number, and \(text) is a table. Choose a cell of it, or sum it up.")
    }
    let gradient = scene.gradient(of: Entry(node: node, index: 0))
    let inputs = scene.definitions.filter { $0.isInput && isChosen($0) }
    guard !inputs.isEmpty || !scene.definitions.contains(where: \.isInput) else {
      throw CommandFailure(
        "--grad has nothing to print, since --only names no input. Add one to --only.")
    }
    return inputs.map { input in
      // An input that the number does not depend on has the derivative 0 everywhere.
      Evaluation.Table(input, gradient[input.node] ?? scene.values(of: input.node).zeros)
    }
  }

  private func unknown(_ name: String, _ scene: Scene) -> CommandFailure {
    if name.isEmpty { return CommandFailure("--only needs names, such as --only weight,output.") }
    let names = scene.definitions.map(\.name)
    let advice =
      name.nearest(among: names).map { "Did you mean \($0)?" }
      ?? "Its names are \(names.joined(separator: ", "))."
    return CommandFailure("The scene defines no \(name). \(advice)")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
