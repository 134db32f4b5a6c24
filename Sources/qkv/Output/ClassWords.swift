import Classroom
import Lessons
import Playground
import Progress
import Text

/// What a class has done, as a person or another program reads it.
struct ClassWords {
  private let report: ClassReport
  private let library: Library
  private let lessonCount: Int
  /// The questions worth a word, the worst first, with what they ask and what was answered.
  private let missed: [MissedQuestion]

  private static let mostMissed = 10
  private static let mostAnswers = 3

  init(_ report: ClassReport, _ library: Library) {
    self.report = report
    self.library = library
    lessonCount = library.course.entries.count { $0.state != .planned }
    var known: [String: Lesson?] = [:]
    missed = report.questions.filter { $0.missed > 0 }.prefix(Self.mostMissed).map { marks in
      let id = marks.address.lesson
      let lesson = known[id] ?? (try? library.lesson(id))
      known[id] = .some(lesson)
      return MissedQuestion(marks, in: lesson)
    }
  }

  // MARK: As a table

  var table: String {
    let parts = [
      ["\(counted(report.students.count, "student")), of each the newest hand-in"],
      students, questions, beliefs, answers, notes,
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private var students: [String] {
    let head = [
      "student", "lessons", "steps", "minutes", "answered", "right", "at once", "tries", "hints",
      "goals",
    ]
    let rows = report.students.map { marks in
      let tally = marks.tally
      let counts = [
        tally.stepsFinished, tally.minutesSpent, marks.answered, marks.right, marks.rightAtOnce,
        marks.tries, tally.hintsAsked, tally.goalsReached,
      ]
      return [marks.name, "\(marks.lessonsFinished)/\(lessonCount)"] + counts.map(String.init)
    }
    return Columns([head] + rows).lines
  }

  private var questions: [String] {
    guard !missed.isEmpty else { return [] }
    let rows = missed.map { question in
      ["  \(question.marks.missed) of \(question.marks.answered)", question.place, question.ask]
    }
    return ["Not right at once, most often:"] + Columns(rows).lines
  }

  private var beliefs: [String] {
    guard !report.misconceptions.isEmpty else { return [] }
    let rows = report.misconceptions.map { marks in
      let mended = marks.mended > 0 ? ", \(marks.mended) mended" : ""
      return ["  \(counted(marks.students, "student"))\(mended)", sentence(of: marks.id)]
    }
    return ["Beliefs that answers showed:"] + Columns(rows).lines
  }

  private var answers: [String] {
    let shown = answersToShow
    guard !shown.isEmpty else { return [] }
    let lines = shown.flatMap { ["  \($0.question.ask)", "    \($0.answer)"] }
    return ["Wrong answers to talk about, without names:"] + lines
  }

  /// Of the questions that went wrong most often, the first three answers that somebody left standing.
  private var answersToShow: [(question: MissedQuestion, answer: String)] {
    let all = missed.flatMap { question in question.answers.map { (question, $0) } }
    return Array(all.prefix(Self.mostAnswers))
  }

  private var notes: [String] {
    report.notes.isEmpty ? [] : ["Please look at:"] + report.notes.map { "  \($0)" }
  }

  private func sentence(of misconception: String) -> String {
    library.misconception(misconception)?.sentence ?? misconception
  }

  // MARK: As JSON

  var json: JSON {
    [
      "students": .array(report.students.map(json)),
      "questions": .array(
        report.questions.map { marks in
          [
            "lesson": .string(marks.address.lesson), "step": .string(marks.address.step),
            "question": .string(marks.address.block), "answered": .integer(marks.answered),
            "missed": .integer(marks.missed),
          ]
        }),
      "misconceptions": .array(
        report.misconceptions.map { marks in
          [
            "id": .string(marks.id), "sentence": .string(sentence(of: marks.id)),
            "students": .integer(marks.students), "mended": .integer(marks.mended),
          ]
        }),
      "answers": .array(
        answersToShow.map { ["ask": .string($0.question.ask), "answer": .string($0.answer)] }),
      "notes": .strings(report.notes),
    ]
  }

  private func json(_ marks: StudentMarks) -> JSON {
    [
      "name": .string(marks.name), "file": .string(marks.file),
      "handed_in": .string(marks.handedIn.text),
      "lessons_finished": .integer(marks.lessonsFinished),
      "steps_finished": .integer(marks.tally.stepsFinished),
      "minutes": .integer(marks.tally.minutesSpent), "answered": .integer(marks.answered),
      "right": .integer(marks.right), "right_at_once": .integer(marks.rightAtOnce),
      "tries": .integer(marks.tries), "hints": .integer(marks.tally.hintsAsked),
      "goals": .integer(marks.tally.goalsReached),
      "misconceptions": .array(
        marks.misconceptions.sorted { $0.key < $1.key }.map { id, met in
          ["id": .string(id), "count": .integer(met.count), "mended": .bool(met.isMended)]
        }),
    ]
  }
}

/// A question that went wrong, in words.
private struct MissedQuestion {
  let marks: QuestionMarks
  /// `scores/diagonal`.
  let place: String
  /// What it asks; its id where the course no longer has it.
  let ask: String
  /// The wrong answers, the most common first.
  let answers: [String]

  init(_ marks: QuestionMarks, in lesson: Lesson?) {
    let address = marks.address
    self.marks = marks
    place = "\(address.lesson)/\(address.step)"
    let step = lesson?.steps.first { $0.id == address.step }
    guard let step, let question = step.questions.first(where: { $0.id == address.block }) else {
      ask = address.block
      answers = marks.wrongAnswers.map(\.text)
      return
    }
    ask = question.ask.plainText(in: step.scene).singleSpaced
    answers = marks.wrongAnswers.map { question.words(ofKept: $0.text) }
  }
}
