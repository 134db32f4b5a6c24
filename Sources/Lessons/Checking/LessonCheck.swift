import Scenes

/// What a loaded lesson claims, held against its scene.
package struct LessonCheck: Equatable, Sendable {
  /// Claims that do not hold.
  package let problems: [Problem]
  /// What a good lesson has and this one lacks.
  package let warnings: [Problem]

  /// Checks a lesson among the lessons of these ids.
  package init(_ lesson: Lesson, knownLessons: Set<String>) {
    problems = []
    warnings = []
  }
}
