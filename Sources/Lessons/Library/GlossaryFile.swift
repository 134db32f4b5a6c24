import Files
import Scenes
import Text

/// What `glossary.yml` says, and what is wrong with it.
struct GlossaryFile {
  private(set) var glossary = Glossary()
  private(set) var problems: [Diagnostic] = []
  /// The places to see, as they are written.
  private var places: [Fragment] = []
  private var report: Report
  /// The line in which each name was first given.
  private var lines: [String: Int] = [:]

  /// The file of a folder or, where it has none, of the folder that comes with the program.
  init(_ directory: String, shipped: String?) {
    let path = "\(directory)/glossary.yml"
    report = Report(SourceFile(name: path, text: ""))
    do {
      let bytes = try FileReader(limit: .lesson).read(path)
      read(SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self)))
    } catch {
      if !error.isMissing { problems = LessonFile.unreadable(error).list }
      if error.isMissing, let shipped, shipped != directory {
        // Its places may lie in lessons that this course leaves out.
        glossary = GlossaryFile(shipped, shipped: nil).glossary
      }
    }
  }

  /// The problems of the file, and of the places to see that a course does not have.
  func problems(in course: Library) -> [Diagnostic] {
    var report = report
    var steps = KnownSteps(course)
    for text in places {
      guard let place = Glossary.StepAddress(text.text) else { continue }
      guard course.lessonIDs.contains(place.lesson) else {
        let closest = place.lesson.nearest(among: course.lessonIDs.sorted())
        report.add(.claim(.unknownLesson(place.lesson, closest: closest)), at: text)
        continue
      }
      if let mistake = steps.mistake(naming: place.step, of: place.lesson) {
        report.add(.claim(mistake), at: text)
      }
    }
    return problems + report.sorted
  }

  private mutating func read(_ source: SourceFile) {
    report = Report(source)
    let start = Fragment(bytes: [], start: 0)
    guard let value = YAMLReader.read(source.all, &report),
      let fields = CheckedMapping(value, GlossaryKey.table, at: start, &report)
    else { return }
    checkVersion(fields, &report)
    let terms = fields.list(GlossaryKey.terms.rawValue, &report) ?? []
    let questions = fields.list(GlossaryKey.questions.rawValue, &report) ?? []
    glossary = Glossary(terms.compactMap { term($0) } + questions.compactMap { question($0) })
  }

  private mutating func term(_ value: YAMLValue) -> Glossary.Entry? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, TermKey.table, at: here, &report) else { return nil }
    let name = fields.text(TermKey.term.rawValue, &report)
    let meaning = fields.text(TermKey.means.rawValue, &report)
    let symbol = fields.optionalText(TermKey.symbol.rawValue, &report)?.text
    return entry(.term, name, symbol, meaning, fields)
  }

  private mutating func question(_ value: YAMLValue) -> Glossary.Entry? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, FrequentKey.table, at: here, &report) else {
      return nil
    }
    let name = fields.text(FrequentKey.ask.rawValue, &report)
    let answer = fields.text(FrequentKey.answer.rawValue, &report)
    return entry(.question, name, nil, answer, fields)
  }

  private mutating func entry(
    _ kind: Glossary.Entry.Kind, _ name: Fragment?, _ symbol: String?, _ meaning: Fragment?,
    _ fields: CheckedMapping
  ) -> Glossary.Entry? {
    let aliases = fields.texts(TermKey.also.rawValue, &report)
    let addresses = fields.texts(TermKey.see.rawValue, &report)
    guard let name, let meaning else { return nil }
    for text in [name] + aliases { note(text) }
    places += addresses
    return Glossary.Entry(
      kind: kind, name: name.text.onOneLine, symbol: symbol,
      aliases: aliases.map(\.text.onOneLine), meaning: blocks(meaning), markdown: meaning.text,
      places: addresses.compactMap { address($0) })
  }

  /// One name, one meaning.
  private mutating func note(_ name: Fragment) {
    if let line = lines[name.text] {
      report.add(.claim(.termTwice(name.text, line: line)), at: name)
    } else {
      lines[name.text] = report.source.lineIndex(at: name.start) + 1
    }
  }

  private mutating func address(_ text: Fragment) -> Glossary.StepAddress? {
    let address = Glossary.StepAddress(text.text)
    if address == nil { report.add(.claim(.notAStep(text.text)), at: text) }
    return address
  }

  /// Prose without a scene: there are no numbers to compute.
  private mutating func blocks(_ prose: Fragment) -> [MarkdownBlock] {
    let protected = ProseScanner.protect(prose)
    let inserts = protected.spans.map { span in
      switch span.kind {
      case .standing, .live:
        report.add(.claim(.numberWithoutScene(span.content.text)), at: span.content)
      case .mathematics, .display: break
      }
      return ProseInsert(inline: span.readable, isDisplay: span.kind == .display, raw: span.raw)
    }
    return MarkdownReader.blocks(protected.bytes, inserts: inserts)
  }
}

extension Glossary.StepAddress {
  /// nil for what is not written `lesson/step`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(lesson: parts[0], step: parts[1])
  }
}

extension Library {
  /// The words of the course; those of the program where the course has none of its own.
  package var glossary: Glossary { GlossaryFile(directory, shipped: shipped).glossary }

  /// What is wrong with the glossary, its places among it; this reads the headings of all lessons.
  package var glossaryProblems: [Diagnostic] {
    GlossaryFile(directory, shipped: shipped).problems(in: self)
  }
}

/// The keys of `glossary.yml`.
enum GlossaryKey: String, CaseIterable {
  case qkv
  case terms
  case questions

  static let table = MappingKeys(
    owner: "glossary", keys: allCases.map(\.rawValue), required: [qkv.rawValue, terms.rawValue])
}

/// The keys of a term.
enum TermKey: String, CaseIterable {
  case term
  case symbol
  case also
  case means
  case see

  static let table = MappingKeys(
    owner: "term", keys: allCases.map(\.rawValue),
    required: [term, means, see].map(\.rawValue))
}

/// The keys of a question that people ask.
enum FrequentKey: String, CaseIterable {
  case ask
  case also
  case answer
  case see

  static let table = MappingKeys(
    owner: "question", keys: allCases.map(\.rawValue), required: [ask, answer, see].map(\.rawValue))
}
