import ArgumentParser
import Handouts
import Lessons

/// `qkv worksheet`: tables of a scene to be filled in by hand.
struct WorksheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worksheet",
    abstract: "Print a page of tables to fill in by hand, or its solutions.",
    discussion: """
      Inputs are given, and what is computed from them is left blank, but for a first number that is worked out. Tables \
      that are too large are asked for in part, or left out; the page says which, and why. A seed gives other round \
      numbers, the same for everybody.
      """)

  @Argument(
    help: "A lesson's id or file (.md), or a scene (.qkv).",
    completion: .file(extensions: ["md", "qkv"]))
  var file: String

  @OptionGroup var changes: ChangeOptions

  @Option(help: "Which other numbers the inputs get; 0 keeps those of the scene.")
  var seed = 0

  @Flag(help: "Fill in all numbers, and say how to have qkv compute them.")
  var solutions = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    guard seed >= 0 else { throw ValidationError("--seed takes a whole number from 0 on.") }
  }

  func run() throws {
    let sheet = try sheet(on: try Subject.read(file, folders.chosen))
    guard !sheet.isEmpty else {
      throw CommandFailure(
        (["Nothing here can be worked out by hand."] + sheet.omissions).joined(separator: " "))
    }
    try output.write(sheet.html)
  }

  private func sheet(on subject: Subject) throws -> Worksheet {
    let scene = try subject.scene(changes.chosen)
    switch subject {
    case .scene:
      return try Worksheet(
        title: file, scene: scene, command: command(), seed: seed, isSolved: solutions)
    case .lesson(let lesson):
      let step = try lesson.namedStep(changes.step)
      return try Worksheet(
        lesson, step: step, scene: scene, command: command(step: step.id), seed: seed,
        isSolved: solutions)
    }
  }

  /// What computes the same scene, as one would type it.
  private func command(step: String? = nil) -> String {
    let loads = changes.loading.loads.map { "--load '\($0)'" }
    let settings = changes.assignments.map { "--set '\($0)'" }
    return (["qkv eval", file] + (step.map { ["--step", $0] } ?? []) + loads + settings)
      .joined(separator: " ")
  }
}
