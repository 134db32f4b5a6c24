import Files
import Lessons
import Models
import Pages
import Playground
import Scenes
import Text

/// What checking one file found.
struct Finding: Equatable {
  enum Kind: String {
    case lesson
    case scene
    case course
  }

  let file: String
  let kind: Kind
  private(set) var problems: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []
  /// The words of each step, where they are counted.
  private(set) var words: [StepWords] = []

  /// Reads and checks a file; everything that is wrong with it ends up in `problems`.
  init(of file: String, known: KnownLessons, folders: Folders, countsWords: Bool = false) {
    self.init(file)
    do {
      try check(
        TextFile.read(file, limit: kind == .scene ? .scene : .lesson), known,
        folders.models(in: Folder.parent(of: file)), countsWords: countsWords)
    } catch let found as Diagnostics {
      problems = found.list.filter { $0.severity == .error }
      warnings = found.list.filter { $0.severity == .warning }
    } catch let failure as CommandFailure {
      problems = [Diagnostic(unreadable: file, failure.text, at: failure.location)]
    } catch {
      problems = [Diagnostic(unreadable: file, "\(error)")]
    }
  }

  /// What could not be looked at.
  init(_ error: FileError) {
    self.init(error.path)
    problems = [Diagnostic(unreadable: file, error.problem)]
  }

  /// A path that means nothing that could be checked.
  init(_ path: String, _ failure: CommandFailure) {
    self.init(path)
    problems = [Diagnostic(unreadable: path, failure.text, at: failure.location)]
  }

  private init(_ file: String) {
    self.file = file
    kind = file.hasSuffix(".qkv") ? .scene : file.hasSuffix(".yml") ? .course : .lesson
  }

  private mutating func check(
    _ text: String, _ known: KnownLessons, _ models: ModelLibrary, countsWords: Bool
  ) throws {
    switch kind {
    case .lesson:
      let lesson = try Lesson.load(text: text, file: file, weights: models)
      let check = LessonCheck(
        lesson, knownLessons: known.ids(for: file), misconceptions: known.misconceptions(for: file))
      problems = check.problems + PanelFit.mistakes(of: lesson).map { Diagnostic($0, in: text) }
      warnings =
        check.warnings
        + PanelFit.cutCaptions(of: lesson).map { Diagnostic($0, in: text, .warning) }
        + (countsWords ? lesson.wordWarnings : [])
      words = countsWords ? lesson.words : []
    case .scene:
      var budget = Limits.cost
      let source = SourceText(file: file, text: text)
      let scene = try Scene([source], reusing: nil, within: &budget, weights: models)
      warnings = scene.warnings + scene.undefinedNumbers
    case .course:
      let library = Library(directory: Folder.parent(of: file), shipped: known.shipped)
      problems =
        library.problems + library.glossaryProblems + library.misplacedExperiments
        + library.misplacedQuestions
    }
  }
}

extension Finding {
  /// A line for each step: `softmax.md hide: 41 words first, 78 in all`.
  var wordLines: [String] {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return words.map { "\(name) \($0.step): \($0.first) words first, \($0.all) in all" }
  }
}

extension [Finding] {
  /// One line: how much was checked, and whether it is fine.
  var summary: String {
    let lessons = count { $0.kind == .lesson }
    let scenes = count { $0.kind == .scene }
    let problems = reduce(0) { $0 + $1.problems.count }
    let warnings = reduce(0) { $0 + $1.warnings.count }
    let verdict =
      problems + warnings == 0
      ? "all fine" : "\(counted(problems, "error")), \(counted(warnings, "warning"))"
    return "\(counted(lessons, "lesson")), \(counted(scenes, "scene")): \(verdict)"
  }

  var json: JSON {
    [
      "ok": .bool(allSatisfy(\.problems.isEmpty)),
      "files": .array(map(\.json)),
    ]
  }

}

extension Finding {
  fileprivate var json: JSON {
    [
      "file": .string(file),
      "kind": .string(kind.rawValue),
      "problems": .array(problems.map(\.json)),
      "warnings": .array(warnings.map(\.json)),
    ]
  }
}

extension Diagnostic {
  fileprivate init(
    _ mistake: PanelFitDiagnostic, in text: String, _ severity: Severity = .error
  ) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = mistake.location.line - 1
    self.init(
      location: mistake.location, message: mistake.sentence,
      sourceLine: lines.indices.contains(line) ? String(lines[line]) : "")
    self.severity = severity
  }

  fileprivate init(unreadable file: String, _ sentence: String, at place: SourceLocation? = nil) {
    let start = SourceLocation(file: file, line: 1, column: 1)
    self.init(location: place ?? start, message: sentence.printableOnOneLine, sourceLine: "")
  }

  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "file", value: .string(location.file)),
      .init(key: "line", value: .integer(location.line)),
      .init(key: "column", value: .integer(location.column)),
      .init(key: "length", value: .integer(length)),
      .init(key: "message", value: .string(message)),
      .init(key: "sourceLine", value: .string(sourceLine)),
    ]
    if let suggestion { members.append(.init(key: "suggestion", value: .string(suggestion))) }
    return .object(members)
  }
}
