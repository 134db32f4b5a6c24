import Files
import Scenes
import Text

/// The course as `course.yml` orders it, with the lessons that it does not mention at the end.
struct CoursePlan {
  private(set) var course = Course(title: "", parts: [])
  private(set) var problems: [Diagnostic] = []
  private let shelf: LessonIndex
  private let shipped: String?
  /// Lessons of the course that come with the program.
  private(set) var borrowedPaths: [String: String] = [:]
  /// The line in which each lesson is listed.
  private var listed: [String: Int] = [:]

  init(_ directory: String, _ shelf: LessonIndex, shipped: String?) {
    self.shelf = shelf
    self.shipped = shipped == directory ? nil : shipped
    let path = "\(directory)/course.yml"
    let bytes: [UInt8]
    do {
      bytes = try FileReader(limit: .lesson).read(path)
    } catch {
      course = Course(title: "", parts: unlisted(title: ""))
      // A folder needs no plan, but one that is there is meant to be read.
      if !error.isMissing { problems = LessonFile.unreadable(error).list }
      return
    }
    let source = SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self))
    var report = Report(source)
    course = planned(source, &report)
    problems = report.sorted
  }

  private mutating func planned(_ source: SourceFile, _ report: inout Report) -> Course {
    let start = Fragment(bytes: [], start: 0)
    guard let value = YAMLReader.read(source.all, &report),
      let fields = CheckedMapping(value, CourseKey.table, at: start, &report)
    else { return Course(title: "", parts: unlisted(title: "more lessons")) }
    checkVersion(fields, &report)
    let list = fields.list(CourseKey.parts.rawValue, &report) ?? []
    let parts = list.compactMap { part($0, &report) }
    let title = fields.text(CourseKey.title.rawValue, &report)?.text.onOneLine ?? ""
    var course = Course(title: title, parts: parts + unlisted(title: "more lessons"))
    course.short = shortPath(fields, course, &report)
    course.diagnostic = diagnostic(fields, course, &report)
    return course
  }

  private mutating func part(_ value: YAMLValue, _ report: inout Report) -> Part? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, PartKey.table, at: here, &report) else { return nil }
    let list = fields.list(PartKey.lessons.rawValue, &report) ?? []
    let entries = list.compactMap { entry($0, &report) }
    let title = fields.text(PartKey.title.rawValue, &report)
    return Part(title: title?.text.onOneLine ?? "", entries: entries)
  }

  private mutating func entry(_ value: YAMLValue, _ report: inout Report) -> CourseEntry? {
    if case .scalar(let id) = value { return entry(id.trimmed, title: nil, minutes: nil, &report) }
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, PlannedKey.table, at: here, &report) else {
      return nil
    }
    let title = fields.optionalText(PlannedKey.title.rawValue, &report)?.text.onOneLine
    let minutes = fields.count(PlannedKey.minutes.rawValue, &report)
    guard let id = fields.text(PlannedKey.id.rawValue, &report) else { return nil }
    return entry(id, title: title, minutes: minutes, &report)
  }

  /// What the lesson says about itself goes before what the course says about it.
  private mutating func entry(
    _ id: Fragment, title: String?, minutes: Int?, _ report: inout Report
  ) -> CourseEntry? {
    let text = id.text
    guard id.isName else {
      report.add(.frame(.badName(text, what: "id of a lesson")), at: id)
      return nil
    }
    if let line = listed[text] {
      report.add(.claim(.listedTwice(text, line: line)), at: id)
      return nil
    }
    listed[text] = report.source.lineIndex(at: id.start) + 1
    let state = shelf.states[text] ?? borrowed(text) ?? .planned
    if state == .planned, title == nil || minutes == nil {
      report.add(.claim(.notPlanned(text, closest: text.nearest(among: shelf.ids))), at: id)
    }
    return CourseEntry(id: text, title: title, minutes: minutes, state: state)
  }

  /// A lesson that comes with the program; nil where there is no such one.
  private mutating func borrowed(_ id: String) -> CourseEntry.State? {
    guard let shipped else { return nil }
    let path = "\(shipped)/\(id).md"
    guard let header = try? Header.load(path: path), header.id == id else { return nil }
    borrowedPaths[id] = path
    return .ready(header)
  }

  /// The lessons that `course.yml` does not mention.
  private var unlistedIDs: [String] { shelf.ids.filter { listed[$0] == nil } }

  private func unlisted(title: String) -> [Part] {
    let entries = unlistedIDs.map { id in
      CourseEntry(id: id, title: nil, minutes: nil, state: shelf.states[id] ?? .planned)
    }
    return entries.isEmpty ? [] : [Part(title: title, entries: entries)]
  }
}

extension CourseEntry {
  fileprivate init(id: String, title: String?, minutes: Int?, state: State) {
    self.id = id
    self.state = state
    switch state {
    case .ready(let header):
      self.title = header.title
      self.minutes = header.minutes
    case .broken, .planned:
      self.title = title ?? id
      self.minutes = minutes
    }
  }
}
