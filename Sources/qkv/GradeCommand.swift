import ArgumentParser
import Classroom
import Files
import Lessons

/// `qkv grade`: what a class has done, from the files that were handed in.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Read what a class has handed in.",
    discussion: """
      Each file in the folder and the folders below it is read. The newest of each student counts; what is damaged, or \
      no hand-in at all, is named and left out. The table also says which questions went wrong most often, how common \
      each misconception is, and gives three wrong answers without names, to talk about.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case csv
    case json
  }

  @Argument(help: "The folder with the files of the class.", completion: .directory)
  var folder: String

  @Option(help: "How to print it; csv has a row a student.")
  var format = Format.table

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let tree = FileTree(below: folder) { _ in true }
    var entries: [ClassReport.Entry] = []
    var problems = tree.skipped.map(\.sentence)
    let reader = FileReader(limit: .handIn)
    for file in tree.files {
      do {
        entries.append(ClassReport.Entry(file: shortened(file), bytes: try reader.read(file)))
      } catch {
        problems.append(error.sentence)
      }
    }
    let library = try folders.chosen.library()
    let steps = library.outlines(withWords: false).mapValues { $0.map(\.id) }
    var report = ClassReport(entries, steps: steps)
    for problem in problems { report.add(note: problem) }
    guard !report.students.isEmpty else {
      for note in report.notes { Output.complain(sentence: note) }
      throw CommandFailure("There is no hand-in in \(folder). One is made with qkv submit.")
    }
    let words = ClassWords(report, library)
    switch format {
    case .table: try Output.say(words.table)
    case .csv:
      for note in report.notes { Output.complain(sentence: note) }
      try Output.say(csv: report.csv)
    case .json: try Output.say(words.json.text)
    }
  }

  /// A file as it is called within the folder.
  private func shortened(_ file: String) -> String {
    let stem = folder.hasSuffix("/") ? folder : folder + "/"
    return file.hasPrefix(stem) ? String(file.dropFirst(stem.count)) : file
  }
}
