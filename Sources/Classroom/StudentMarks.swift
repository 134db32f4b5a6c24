import Progress

/// What one student has done, counted.
package struct StudentMarks: Equatable, Sendable {
  package let name: String
  /// The file that counts for the student.
  package let file: String
  package let handedIn: Timestamp
  package let lessonsFinished: Int
  package let tally: Tally
  /// Predictions, choices, numbers, orders and formulas that were answered.
  package let answered: Int
  /// How many of them were ever answered right, and how many at once.
  package let right: Int
  package let rightAtOnce: Int
  /// All answers that were given to them.
  package let tries: Int
  /// The misconceptions that wrong answers showed, by their ids.
  package let misconceptions: [String: MetMisconception]

  /// Counts what was handed in for a course, each lesson of which has steps of these ids.
  init(_ handIn: HandIn, file: String, steps: [String: [String]]) {
    let progress = handIn.progress
    name = handIn.name
    self.file = file
    handedIn = handIn.date
    lessonsFinished = steps.count { progress.isFinished($0.key, steps: $0.value) }
    tally = progress.tally
    let questions = progress.lessons.values.flatMap(\.outcomes.values).filter { $0.kind != .goal }
    answered = questions.count
    right = questions.count(where: \.wasEverRight)
    rightAtOnce = questions.count(where: \.wasRightAtOnce)
    tries = questions.reduce(0) { $0 + $1.attempts }
    misconceptions = progress.misconceptionsMet
  }
}

extension Outcome {
  /// Whether nothing but the right answer was ever given.
  var wasRightAtOnce: Bool { isRight && attempts == 1 }
}
