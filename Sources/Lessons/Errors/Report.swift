import Scenes
import Text

/// The problems of a file, as they are found.
package struct Report {
  package let source: SourceFile
  package private(set) var problems: [Diagnostic] = []

  package init(_ source: SourceFile) {
    self.source = source
  }

  /// Notes a problem with a piece of the file.
  mutating func add(_ mistake: LessonError, at fragment: Fragment) {
    add(mistake, at: fragment.start, length: lengthOnLine(of: fragment))
  }

  /// Notes a problem of a kind that lessons do not have.
  package mutating func add(_ message: String, suggestion: String?, at fragment: Fragment) {
    guard !isFull else { return }
    problems.append(
      Diagnostic(
        location: source.location(at: fragment.start), length: max(lengthOnLine(of: fragment), 1),
        message: message, sourceLine: source.line(at: fragment.start), suggestion: suggestion))
  }

  /// Notes a problem with a place in the file.
  mutating func add(
    _ mistake: LessonError, at offset: Int, length: Int = 1, _ severity: Severity = .error
  ) {
    guard !isFull else { return }
    problems.append(
      Diagnostic(
        severity, location: source.location(at: offset), length: max(length, 1),
        message: mistake.message,
        sourceLine: source.line(at: offset), suggestion: mistake.suggestion))
  }

  /// Takes over what the scene found wrong in `fragment`, moved to where that stands in the file.
  mutating func add(_ found: Diagnostics, in fragment: Fragment) {
    let start = source.location(at: fragment.start)
    for problem in found.list {
      add(problem, at: fragment.place(fragment.index(of: problem.location, from: start)))
    }
  }

  /// Takes over a problem, moved to a place in the file.
  mutating func add(_ problem: Diagnostic, at offset: Int) {
    guard !isFull else { return }
    problems.append(
      Diagnostic(
        problem.severity, location: source.location(at: offset), length: problem.length,
        message: problem.message,
        sourceLine: source.line(at: offset), suggestion: problem.suggestion))
  }

  /// Notes what is odd about a piece of the file, though it can be read.
  mutating func warn(_ mistake: LessonError, at fragment: Fragment) {
    add(mistake, at: fragment.start, length: lengthOnLine(of: fragment), .warning)
  }

  /// Takes over problems that already stand where they belong, each with the line of its file.
  mutating func add(_ found: Diagnostics) {
    for problem in found.list where !isFull {
      guard problem.location.file == source.name else {
        problems.append(problem)
        continue
      }
      let place = source.offset(line: problem.location.line, column: problem.location.column)
      add(problem, at: place)
    }
  }

  /// Whether there are more problems than anyone reads.
  var isFull: Bool { problems.count >= Limits.problems }

  /// In the order of the file, each once.
  package var sorted: [Diagnostic] {
    var seen: Set<Place> = []
    return problems.filter { seen.insert(Place($0)).inserted }.sorted { Place($0) < Place($1) }
  }

  private func lengthOnLine(of fragment: Fragment) -> Int {
    let end = fragment.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? fragment.count
    return String(decoding: fragment.bytes[..<end], as: UTF8.self).count
  }
}

extension Fragment {
  /// The byte at a line and column that were counted from `start`, the place of the first byte.
  fileprivate func index(of location: SourceLocation, from start: SourceLocation) -> Int {
    var first = 0
    for _ in 0..<max(location.line - start.line, 0) {
      guard let end = bytes[first...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      first = end + 1
    }
    let rest = String(decoding: bytes[first...], as: UTF8.self)
    return first + rest.prefix(max(location.column - start.column, 0)).utf8.count
  }
}

/// What tells two problems apart, and orders them.
private struct Place: Hashable, Comparable {
  let line: Int
  let column: Int
  let message: String

  init(_ problem: Diagnostic) {
    line = problem.location.line
    column = problem.location.column
    message = problem.message
  }

  static func < (one: Place, other: Place) -> Bool {
    (one.line, one.column, one.message) < (other.line, other.column, other.message)
  }
}
