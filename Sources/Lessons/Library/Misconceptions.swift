import Files
import Scenes
import Text

/// Something that people believe and that a lesson sets right.
package struct Misconception: Equatable, Sendable {
  package let id: String
  /// What they believe, in a sentence.
  package let sentence: String
  /// The id of the lesson that breaks it.
  package let lesson: String
  /// The step of the lesson in which the experiment stands that breaks it, where it is named.
  package var step: String? { experiment?.step }
  let experiment: ExperimentReference?
}

extension Misconception {
  /// What an answer that shows it is told.
  package var diagnosis: String { "Such an answer fits a common belief: \(sentence)" }
}

/// A step by its id, and where a file names it.
struct ExperimentReference: Equatable, Sendable {
  let step: String
  let location: SourceLocation
  let line: String
}

/// The misconceptions that `misconceptions.yml` lists.
struct MisconceptionList {
  private(set) var misconceptions: [Misconception] = []
  private(set) var problems: [Diagnostic] = []
  private var lines: [String: Int] = [:]

  /// Those of a folder or, where it lists none, of the folder that comes with the program.
  init(_ directory: String, shipped: String?, lessons: Set<String>) {
    let path = "\(directory)/misconceptions.yml"
    let bytes: [UInt8]
    do {
      bytes = try FileReader(limit: .lesson).read(path)
    } catch {
      if !error.isMissing { problems = LessonFile.unreadable(error).list }
      if error.isMissing, let shipped, shipped != directory {
        misconceptions =
          MisconceptionList(shipped, shipped: nil, lessons: lessons).misconceptions
      }
      return
    }
    let source = SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self))
    var report = Report(source)
    read(source, lessons, &report)
    problems = report.sorted
  }

  private mutating func read(
    _ source: SourceFile, _ lessons: Set<String>, _ report: inout Report
  ) {
    let start = Fragment(bytes: [], start: 0)
    guard let value = YAMLReader.read(source.all, &report),
      let fields = CheckedMapping(value, MisconceptionFileKey.table, at: start, &report)
    else { return }
    checkVersion(fields, &report)
    for entry in fields.list(MisconceptionFileKey.misconceptions.rawValue, &report) ?? [] {
      if let misconception = misconception(entry, lessons, &report) {
        misconceptions.append(misconception)
      }
    }
  }

  private mutating func misconception(
    _ value: YAMLValue, _ lessons: Set<String>, _ report: inout Report
  ) -> Misconception? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, MisconceptionKey.table, at: here, &report),
      let id = fields.text(MisconceptionKey.id.rawValue, &report),
      let sentence = fields.text(MisconceptionKey.says.rawValue, &report),
      let lesson = fields.text(MisconceptionKey.lesson.rawValue, &report)
    else { return nil }
    if !id.isName { report.add(.frame(.badName(id.text, what: "id of a misconception")), at: id) }
    if let line = lines[id.text] {
      report.add(.claim(.misconceptionTwice(id.text, line: line)), at: id)
    }
    lines[id.text] = report.source.lineIndex(at: id.start) + 1
    if !lessons.contains(lesson.text) {
      let closest = lesson.text.nearest(among: lessons.sorted())
      report.add(.claim(.unknownLesson(lesson.text, closest: closest)), at: lesson)
    }
    let experiment = fields.optionalText(MisconceptionKey.step.rawValue, &report).map {
      ExperimentReference(
        step: $0.text, location: report.source.location(at: $0.start),
        line: report.source.line(at: $0.start))
    }
    return Misconception(
      id: id.text, sentence: sentence.text.onOneLine, lesson: lesson.text, experiment: experiment)
  }
}

extension Library {
  /// The misconception of this id.
  package func misconception(_ id: String) -> Misconception? {
    misconceptions.first { $0.id == id }
  }

  /// The steps that the list of misconceptions names and their lessons lack; lessons are read for it.
  package var misplacedExperiments: [Diagnostic] {
    var steps = KnownSteps(self)
    return misconceptions.compactMap { misconception in
      guard let experiment = misconception.experiment,
        let mistake = steps.mistake(naming: experiment.step, of: misconception.lesson)
      else { return nil }
      return Diagnostic(
        location: experiment.location, length: experiment.step.count, message: mistake.message,
        sourceLine: experiment.line, suggestion: mistake.suggestion)
    }
  }
}

/// The keys of `misconceptions.yml`.
enum MisconceptionFileKey: String, CaseIterable {
  case qkv
  case misconceptions

  static let table = MappingKeys(
    owner: "list of misconceptions", keys: allCases.map(\.rawValue),
    required: allCases.map(\.rawValue))
}

/// The keys of an entry of `misconceptions.yml`.
enum MisconceptionKey: String, CaseIterable {
  case id
  case says
  case lesson
  case step

  static let table = MappingKeys(
    owner: "misconception", keys: allCases.map(\.rawValue),
    required: [id, says, lesson].map(\.rawValue))
}
