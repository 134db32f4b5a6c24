import Scenes
import Text

// Ways into the course and through it: the short path, and the questions that tell where to start.
extension CoursePlan {
  /// The short path: lessons of the course, each behind those that it needs, within their minutes.
  func shortPath(
    _ fields: CheckedMapping, _ course: Course, _ report: inout Report
  ) -> ShortPath? {
    guard let value = fields.value(CourseKey.short.rawValue) else { return nil }
    let here = Fragment(bytes: [], start: value.start)
    guard let path = CheckedMapping(value, ShortPathKey.table, at: here, &report),
      let minutes = path.count(ShortPathKey.minutes.rawValue, &report)
    else { return nil }
    let ids = path.texts(ShortPathKey.lessons.rawValue, &report)
    var taken: [String] = []
    for id in ids {
      guard let entry = known(id, in: course, &report) else { continue }
      if let need = entry.header?.needs.first(where: { !taken.contains($0) }) {
        report.add(.claim(.pathLacks(need, for: entry.id)), at: id)
      }
      taken.append(entry.id)
    }
    let sum = taken.compactMap { course.entry($0)?.minutes }.reduce(0, +)
    if sum > minutes { report.add(.claim(.pathTooLong(sum, most: minutes)), at: here) }
    return ShortPath(minutes: minutes, lessons: taken)
  }

  /// The questions of the diagnostic, in the order of the course.
  func diagnostic(
    _ fields: CheckedMapping, _ course: Course, _ report: inout Report
  ) -> [QuestionReference] {
    let list = fields.list(CourseKey.diagnostic.rawValue, &report) ?? []
    let questions = list.compactMap { question($0, course, &report) }
    let order = course.entries.map(\.id)
    return questions.enumerated().sorted { one, other in
      let places = [one, other].map { order.firstIndex(of: $0.element.lesson) ?? order.count }
      return (places[0], one.offset) < (places[1], other.offset)
    }.map(\.element)
  }

  private func question(
    _ value: YAMLValue, _ course: Course, _ report: inout Report
  ) -> QuestionReference? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, DiagnosticKey.table, at: here, &report),
      let lesson = fields.text(DiagnosticKey.lesson.rawValue, &report),
      let step = fields.text(DiagnosticKey.step.rawValue, &report),
      let question = fields.text(DiagnosticKey.question.rawValue, &report),
      known(lesson, in: course, &report) != nil
    else { return nil }
    return QuestionReference(
      lesson: lesson.text, step: step.text, question: question.text,
      location: report.source.location(at: lesson.start), line: report.source.line(at: lesson.start)
    )
  }

  private func known(
    _ id: Fragment, in course: Course, _ report: inout Report
  ) -> CourseEntry? {
    if let entry = course.entry(id.text) { return entry }
    let closest = id.text.nearest(among: course.entries.map(\.id))
    report.add(.claim(.unknownLesson(id.text, closest: closest)), at: id)
    return nil
  }
}

extension Library {
  /// The questions of the diagnostic that their lessons lack; lessons are read for it.
  package var misplacedQuestions: [Diagnostic] {
    course.diagnostic.compactMap { reference in
      guard let lesson = try? lesson(reference.lesson) else { return nil }
      let questions = lesson.step(reference.step)?.questions ?? []
      guard !questions.contains(where: { $0.id == reference.question }) else { return nil }
      let name = "\(reference.step)/\(reference.question)"
      let all = lesson.steps.flatMap { step in step.questions.map { "\(step.id)/\($0.id)" } }
      let mistake = ClaimError.unknownQuestion(
        name, of: reference.lesson, closest: name.nearest(among: all))
      return Diagnostic(
        location: reference.location, message: mistake.message, sourceLine: reference.line,
        suggestion: mistake.suggestion)
    }
  }
}
