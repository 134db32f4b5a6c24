import Scenes
import Text

extension LessonChecker {
  mutating func checkNeeds(of header: Header, known: Set<String>?) {
    for (id, location) in zip(header.needs, header.needLocations) {
      if id == header.id {
        add(.needsItself, at: location)
      } else if let known, !known.contains(id) {
        add(.unknownLesson(id, closest: id.nearest(among: known.sorted())), at: location)
      }
    }
  }

  /// Editors and people look for a lesson under its id.
  mutating func checkFileName(of lesson: Lesson) {
    let name = lesson.file.split(separator: "/").last ?? ""
    if name != "\(lesson.id).md" {
      warn(.fileName(id: lesson.id), at: lesson.header.idLocation)
    }
  }

  /// What the course expects of every lesson.
  mutating func checkParts(of lesson: Lesson) {
    let questions = lesson.steps.flatMap(\.questions)
    let place = lesson.header.idLocation
    for kind in QuestionKind.allCases where !questions.contains(where: { $0.kind == kind }) {
      if let name = kind.rules.nameWhereMissing { warn(.lacks(name), at: place) }
    }
    if lesson.steps.allSatisfy({ $0.goals.isEmpty && $0.training == nil }) {
      warn(.lacks("goal"), at: place)
    }
    if lesson.steps.allSatisfy(\.notes.isEmpty) {
      warn(.lacks("notes for the instructor"), at: place)
    }
    if !lesson.steps.contains(where: { $0.id.contains("summary") }) {
      warn(.lacks("step \"summary\""), at: place)
    }
  }
}
