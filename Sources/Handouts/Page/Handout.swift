import Lessons
import Playground
import Text

/// A lesson as a page to hand out: for students, or with solutions for whoever teaches it.
///
/// A page for students tells nothing that the lesson tells only after an answer: what a question hides is left
/// blank, and words behind a question or a pause are left out, as are replies, hints and notes.
package struct Handout: Sendable {
  let lesson: Lesson
  let isSolved: Bool
  let steps: [HandoutStep]

  /// A page of a lesson; `beliefs` are the sentences of misconceptions, by their ids.
  ///
  /// - Throws: what keeps the lesson's own answers from being worked out.
  package init(
    _ lesson: Lesson, isSolved: Bool, beliefs: [String: String] = [:]
  ) throws(Diagnostics) {
    self.lesson = lesson
    self.isSolved = isSolved
    var steps: [HandoutStep] = []
    var questions = 0
    for (place, step) in lesson.steps.enumerated() {
      let part = try HandoutStep(
        step, number: place + 1, firstQuestion: questions + 1, isSolved: isSolved, beliefs)
      questions += step.questions.count
      steps.append(part)
    }
    self.steps = steps
  }

  /// The words before the first step.
  var introduction: HandoutWords { HandoutWords(lesson.introduction, in: lesson.steps[0].scene) }

  /// How long it takes, and how to take it.
  var time: String { "About \(counted(lesson.header.minutes, "minute"))." }
}

/// A step of a handout, in the order of its file.
struct HandoutStep: Sendable {
  let number: Int
  let id: String
  let title: String
  /// What its panels show.
  let state: StepState
  let parts: [HandoutPart]
}

enum HandoutPart: Sendable {
  case words(HandoutWords)
  /// Rows of panels, by their places in the step.
  case panels([[Int]])
  case sliders([HandoutSlider])
  case question(HandoutQuestion)
  case goal(HandoutGoal)
  case hints([HandoutWords])
  case notes(minutes: Int?, HandoutWords)
}

/// What can be dragged, and where it begins.
struct HandoutSlider: Equatable, Sendable {
  let name: String
  let range: String
  /// nil where it is hidden.
  let start: String?
}

struct HandoutQuestion: Sendable {
  /// Counted over the whole lesson, from 1.
  let number: Int
  /// What to do: `predict`.
  let kind: QuestionKind
  let ask: HandoutWords
  let options: [Option]
  let form: AnswerForm
  /// What the line of a formula begins with: its name, and perhaps a broken formula.
  let formula: (name: String, from: String?)?
  /// nil on a page for students.
  let solution: Solution?

  struct Option: Sendable {
    let text: HandoutWords
    let isRight: Bool
    /// What whoever chooses it is told.
    let reply: HandoutWords
    let belief: String?
  }

  struct Solution: Sendable {
    /// The right answer where it is no option.
    let answer: String?
    let reply: HandoutWords
    /// What is said to other wrong answers.
    let wrong: HandoutWords
    let mistakes: [Mistake]
  }

  /// A known wrong answer.
  struct Mistake: Sendable {
    let answer: String
    let reply: HandoutWords
    let belief: String?
  }
}

/// A goal, or a run of gradient descent.
struct HandoutGoal: Sendable {
  let title: String
  let ask: HandoutWords
  let parts: [HandoutWords]
  let solution: Solution?

  struct Solution: Sendable {
    /// What to set.
    let assignments: [String]
    let success: HandoutWords
  }
}
