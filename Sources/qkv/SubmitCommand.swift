import ArgumentParser
import Classroom
import Files
import Progress
import Text

/// `qkv submit`: everything that was done, in one file to hand in.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Write what you have done to a file, to hand in.",
    discussion: """
      The file holds your name, your answers and the time you spent, as qkv progress export prints them, and a checksum \
      that tells whether it came through whole. Nothing is sent anywhere: give the file to your instructor.
      """)

  @Option(help: "Your name, as your instructor knows it.")
  var name: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file to write; named after you if left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var folders: FolderOptions

  func run() throws {
    guard let name = HandIn.name(name) else {
      throw ValidationError("Give a name of 1 to 100 letters: qkv submit --name \"Ada Lovelace\"")
    }
    let progress = try folders.chosen.progress()
    guard !progress.lessons.isEmpty else {
      throw CommandFailure("There is nothing to hand in yet. Begin with: qkv")
    }
    let handIn = HandIn(name: name, date: Environment.now, progress: progress)
    let file = output ?? HandIn.file(of: name)
    try Self.write(handIn, to: file)
    let tally = progress.tally
    try Output.say(
      "Wrote \(file): \(counted(progress.lessons.count, "lesson")) begun, "
        + "\(counted(tally.stepsFinished, "step")) finished. Give this file to your instructor.")
  }

  /// What the same student handed in before is replaced, and nothing else.
  private static func write(_ handIn: HandIn, to file: String) throws(CommandFailure) {
    let text = handIn.text
    guard let old = try? FileReader(limit: .handIn).read(file) else {
      return try TextFile.create(file, text)
    }
    guard let earlier = try? HandIn(parsing: old), earlier.name == handIn.name else {
      throw CommandFailure(
        "\(file) is there already and is not what \(handIn.name) handed in before. "
          + "Choose another name with --output.")
    }
    do {
      try FileWriter().replace(file, with: Array(text.utf8))
    } catch {
      throw CommandFailure(error.problem)
    }
  }
}
