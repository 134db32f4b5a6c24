import Scenes
import Text

/// What a loaded lesson claims, held against its scenes.
package struct LessonCheck: Equatable, Sendable {
  /// Claims that do not hold.
  package let problems: [Diagnostic]
  /// What a good lesson has and this one lacks.
  package let warnings: [Diagnostic]

  /// Checks a lesson among the lessons, and with the misconceptions, of these ids; nil where they are not
  /// known.
  package init(
    _ lesson: Lesson, knownLessons: Set<String>? = nil, misconceptions: Set<String>? = nil
  ) {
    var claims = LessonChecker(lesson.source)
    claims.checkNeeds(of: lesson.header, known: knownLessons)
    claims.checkFileName(of: lesson)
    for step in lesson.steps {
      claims.check(step)
      claims.checkRanges(of: step)
      claims.checkLeaks(of: step)
      for question in step.questions {
        claims.checkMisconceptions(of: question, known: misconceptions)
      }
    }
    claims.checkParts(of: lesson)
    problems = claims.problems.sorted
    warnings = lesson.warnings + claims.warnings.sorted + Self.sceneWarnings(of: lesson)
  }
}

extension LessonCheck {
  /// What the scenes of the steps warn of, each once.
  private static func sceneWarnings(of lesson: Lesson) -> [Diagnostic] {
    var places: Set<SourceLocation> = []
    return lesson.steps.flatMap(\.scene.warnings).filter { places.insert($0.location).inserted }
  }
}

/// The checks, and what they have found so far.
struct LessonChecker {
  private(set) var problems: Report
  private(set) var warnings: Report
  /// How many numbers may still be read to try the sliders' ranges.
  var rangeWork = Limits.rangeWork
  /// How many numbers may still be read to try whether goals come about by themselves.
  var goalWork = Limits.goalWork
  /// Operations of which it has been said that they do not give a finite number.
  var brokenPlaces: Set<SourceLocation> = []
  /// How much may still be worked out.
  private var work = Limits.checkWork

  init(_ source: SourceFile) {
    problems = Report(source)
    warnings = Report(source)
  }

  /// Whether so much more may be worked out; at the first place where that is too much, the report says so.
  mutating func spend(_ work: Double, at location: SourceLocation) -> Bool {
    let wasPositive = self.work > 0
    self.work -= work
    if self.work <= 0, wasPositive { add(.tooMuchToCheck, at: location) }
    return self.work > 0
  }

  mutating func add(_ mistake: ClaimError, at location: SourceLocation) {
    problems.add(.claim(mistake), at: offset(of: location))
  }

  mutating func warn(_ mistake: ClaimError, at location: SourceLocation) {
    warnings.add(.claim(mistake), at: offset(of: location), .warning)
  }

  /// Warns once of an operation, unless a comment beside it says that NaN or ∞ is meant.
  mutating func warn(ofBreakdown problem: Diagnostic) {
    let place = offset(of: problem.location)
    let isOwn = problem.location.file == warnings.source.name
    let line = isOwn ? warnings.source.line(at: place) : problem.sourceLine
    let comment = line.drop { $0 != "#" }
    guard !comment.contains("NaN"), !comment.contains("∞"), !comment.lowercased().contains("inf"),
      brokenPlaces.insert(problem.location).inserted
    else { return }
    var problem = problem
    problem.severity = .warning
    if isOwn { warnings.add(problem, at: place) } else { warnings.add(Diagnostics([problem])) }
  }

  mutating func add(_ found: Diagnostics) {
    problems.add(found)
  }

  private func offset(of location: SourceLocation) -> Int {
    problems.source.offset(line: location.line, column: location.column)
  }
}
