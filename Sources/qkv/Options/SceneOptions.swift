import ArgumentParser
import Scenes

/// Which scene, and what is changed in it first.
struct SceneOptions: ParsableArguments {
  @Argument(
    help: "A scene (.qkv), a lesson (.md) or a lesson's id; - is standard input.",
    completion: .file(extensions: ["qkv", "md"]))
  var file: String

  @OptionGroup var changes: ChangeOptions

  func scene(_ folders: Folders) throws -> Scene {
    let subject = try Subject.read(file, folders)
    return try subject.scene(changes.chosen)
  }
}

/// The options that name a step of a lesson, and assignments to its scene.
struct ChangeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The step of the lesson; the first if left out.", valueName: "id"))
  var step: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change the scene first: 'X[\"it\",\"noun\"] = 1.5'. May be repeated.",
      valueName: "assignment"))
  var assignments: [String] = []

  @OptionGroup var loading: LoadOptions

  var chosen: Changes {
    Changes(step: step, loads: loading.loads, assignments: assignments)
  }
}

/// The option that brings numbers in.
struct LoadOptions: ParsableArguments {
  @Option(
    name: .customLong("load"),
    help: ArgumentHelp(
      "Give an input the numbers of a .csv or .npy file first. May be repeated.",
      valueName: "X=file"),
    completion: .file(extensions: ["csv", "npy"]))
  var loads: [String] = []
}
