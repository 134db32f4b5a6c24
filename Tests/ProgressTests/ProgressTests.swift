import FuzzSupport
import Progress
import Testing

private let guess = BlockAddress(lesson: "scores", step: "bet", block: "largest")
private let goal = BlockAddress(lesson: "scores", step: "make-it-so", block: "reach")

@Test func aFinishedStepStaysFinishedInBothOrdersOfMerging() {
  var left = Progress()
  left.finish(step: "one", of: "scores", at: .second(1))
  var right = Progress()
  right.finish(step: "two", of: "scores", at: .second(2))
  for merged in [left.merged(with: right), right.merged(with: left)] {
    #expect(merged.isFinished(step: "one", of: "scores"))
    #expect(merged.isFinished(step: "two", of: "scores"))
    #expect(merged.isFinished("scores", steps: ["one", "two"]))
    #expect(!merged.isFinished("scores", steps: ["one", "two", "three"]))
    #expect(merged.finishedCount(of: "scores", steps: ["two", "three"]) == 1)
  }
}

@Test func aLessonWithoutStepsIsNotFinished() {
  #expect(!Progress().isFinished("scores", steps: []))
}

@Test func theLaterPlaceAndTheLaterAnswerWin() {
  var early = Progress()
  early.visit(step: "one", of: "scores", at: .second(1))
  early.record(.predict, of: guess, isRight: false, guess: "cat", at: .second(2))
  var late = Progress()
  late.visit(step: "two", of: "scores", at: .second(3))
  late.record(.predict, of: guess, isRight: true, guess: "it", at: .second(4))
  for merged in [early.merged(with: late), late.merged(with: early)] {
    #expect(merged.place(of: "scores") == "two")
    #expect(merged.outcome(of: guess)?.guess == "it")
  }
}

@Test func aGoalOnceReachedStaysReached() {
  var progress = Progress()
  progress.record(.goal, of: goal, isRight: true, at: .second(1))
  progress.record(.goal, of: goal, isRight: false, at: .second(2))
  #expect(progress.tally.goalsReached == 1)
}

@Test func attemptsCountUpAndTheTallySaysWhatHappened() {
  var progress = Progress()
  progress.record(.predict, of: guess, isRight: false, guess: "cat", at: .second(1))
  #expect(progress.review == [guess])
  progress.record(.predict, of: guess, isRight: true, guess: "it", at: .second(2))
  progress.record(.goal, of: goal, isRight: true, at: .second(3))
  progress.finish(step: "bet", of: "scores", at: .second(4))
  progress.spend(seconds: 100, on: "scores", at: .second(5))
  #expect(progress.review.isEmpty)
  #expect(progress.outcome(of: guess)?.attempts == 2)
  let tally = progress.tally(of: "scores")
  #expect(tally.predictionsAsked == 1)
  #expect(tally.predictionsRight == 1)
  #expect(tally.questionsAsked == 0)
  #expect(tally.goalsReached == 1)
  #expect(tally.stepsFinished == 1)
  #expect(tally.minutesSpent == 2)
  #expect(progress.tally == tally)
}

@Test func wrongAnswersAreReviewedOldestFirst() {
  let number = BlockAddress(lesson: "lookup", step: "by-hand", block: "sum")
  var progress = Progress()
  progress.record(.predict, of: guess, isRight: false, at: .second(9))
  progress.record(.number, of: number, isRight: false, at: .second(3))
  progress.record(.goal, of: goal, isRight: false, at: .second(1))
  #expect(progress.review == [number, guess])
}

@Test func anOlderWindowCannotBringBackWhatWasForgotten() {
  var window = Progress()
  window.finish(step: "one", of: "scores", at: .second(1))
  window.finish(step: "one", of: "lookup", at: .second(1))
  var file = window
  file.forget("scores", at: .second(5))
  var merged = file.merged(with: window)
  #expect(!merged.isStarted("scores"))
  #expect(merged.isFinished(step: "one", of: "lookup"))
  file.forgetAll(at: .second(6))
  window.finish(step: "two", of: "scores", at: .second(7))
  merged = window.merged(with: file)
  #expect(merged.isFinished(step: "two", of: "scores"))
  #expect(!merged.isFinished(step: "one", of: "scores"))
  #expect(!merged.isStarted("lookup"))
}

@Test func whatWasDoneInTheSecondBeforeAResetIsForgotten() {
  var window = Progress()
  window.finish(step: "one", of: "scores", at: .second(5))
  var file = window
  file.forget("scores", at: .second(5))
  #expect(!file.merged(with: window).isStarted("scores"))
}

@Test func whatIsDoneInTheSecondOfAResetCounts() {
  var progress = Progress()
  progress.forgetAll(at: .second(5))
  progress.finish(step: "one", of: "scores", at: .second(5))
  #expect(progress.merged(with: Progress()).isFinished(step: "one", of: "scores"))
}

@Test func whatWasExportedCanBeRestoredAfterAReset() {
  var old = Progress()
  old.finish(step: "one", of: "scores", at: .second(1))
  old.record(.goal, of: goal, isRight: true, at: .second(2))
  var progress = Progress()
  progress.forgetAll(at: .second(5))
  let restored = progress.restoring(old)
  #expect(restored.isFinished(step: "one", of: "scores"))
  #expect(restored.tally.goalsReached == 1)
  #expect(restored.merged(with: progress) == restored)
}

/// The answer that was right is never lost, and the later one says what to look at again.
@Test func aRightAnswerSurvivesALaterWrongOne() {
  var right = Progress()
  right.record(.predict, of: guess, isRight: true, guess: "it", at: .second(1))
  var wrong = Progress()
  for second in 2...4 {
    wrong.record(.predict, of: guess, isRight: false, guess: "cat", at: .second(second))
  }
  for merged in [right.merged(with: wrong), wrong.merged(with: right)] {
    #expect(merged.tally.predictionsRight == 1)
    #expect(merged.review == [guess])
    #expect(merged.outcome(of: guess)?.guess == "cat")
    #expect(merged.outcome(of: guess)?.attempts == 3)
  }
}

@Test func mergingIsCommutativeAssociativeAndIdempotent() {
  var numbers = SeededNumbers(seed: 7)
  for _ in 0..<500 {
    let (a, b, c) = (anyProgress(&numbers), anyProgress(&numbers), anyProgress(&numbers))
    #expect(a.merged(with: b) == b.merged(with: a))
    #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)))
    #expect(a.merged(with: a) == a)
  }
}

@Test func everyProgressReadsBackAsItWasWritten() throws {
  var numbers = SeededNumbers(seed: 8)
  for _ in 0..<300 {
    var progress = anyProgress(&numbers)
    if Bool.random(using: &numbers) { progress.forget("values", at: .second(100)) }
    #expect(try Progress(parsing: Array(progress.text.utf8)) == progress)
  }
}

/// A few lessons, steps and answers; what happened in the same second may differ.
func anyProgress(_ numbers: inout SeededNumbers) -> Progress {
  var progress = Progress()
  for _ in 0..<Int.random(in: 0...12, using: &numbers) {
    let lesson = ["lookup", "scores", "values"].randomElement(using: &numbers) ?? ""
    let step = ["one", "two", "three \"\\\n日本"].randomElement(using: &numbers) ?? ""
    let date = Timestamp.second(Int.random(in: 0...5, using: &numbers))
    let kind = Outcome.Kind.allCases.randomElement(using: &numbers) ?? .goal
    let block = BlockAddress(lesson: lesson, step: step, block: kind.rawValue)
    switch Int.random(in: 0...8, using: &numbers) {
    case 8:
      progress.mark(
        lesson, as: LessonMark.Kind.allCases.randomElement(using: &numbers) ?? .done, at: date)
    case 7:
      let count = Int.random(in: 1...3, using: &numbers)
      progress.noteHints(count, step: step, of: lesson, at: date)
    case 6:
      progress.recordReview(of: block, isRight: Bool.random(using: &numbers), at: date)
    case 4: progress.forget(lesson, at: date)
    case 5: progress.others[step] = .string(lesson)
    case 0: progress.visit(step: step, of: lesson, at: date)
    case 1: progress.finish(step: step, of: lesson, at: date)
    case 2: progress.spend(seconds: Int.random(in: 0...90, using: &numbers), on: lesson, at: date)
    case _:
      progress.record(
        kind, of: block, isRight: Bool.random(using: &numbers), guess: step, at: date)
    }
  }
  return progress
}

@Test func misconceptionsAreCountedMergedAndReadBack() throws {
  var early = Progress()
  early.record(.number, of: guess, isRight: false, misconception: "mean", at: .second(1))
  var late = early
  late.record(.number, of: guess, isRight: false, misconception: "mean", at: .second(2))
  late.record(.number, of: guess, isRight: true, at: .second(3))
  early.record(.predict, of: goal, isRight: false, misconception: "mask", at: .second(4))
  for merged in [early.merged(with: late), late.merged(with: early)] {
    #expect(merged.misconceptions == ["mean": 2, "mask": 1])
    #expect(try Progress(parsing: Array(merged.text.utf8)) == merged)
  }
  #expect(late.merged(with: late) == late)
}

/// Numbers that a later edition writes another way are kept as they are.
@Test func countsThatCannotBeReadAreKept() throws {
  var progress = Progress()
  progress.record(.number, of: guess, isRight: false, misconception: "mean", at: .second(1))
  let text = progress.text.replacing("\"count\" : 1", with: "\"times\" : 1")
  #expect(text != progress.text)
  let read = try Progress(parsing: Array(text.utf8))
  #expect(read.misconceptions.isEmpty)
  #expect(read.text.contains("times"))
}

/// As the edition before this one wrote them.
@Test func aCountWithoutADateIsRead() throws {
  let old = """
    {"version": 1, "lessons": {"scores": {"touched": "2026-01-02T00:00:00Z", "finished": {},
      "blocks": {"bet/largest": {"kind": "predict", "right": false, "date": "2026-01-02T00:00:00Z",
        "misconceptions": {"mean": 3}}}}}}
    """
  let read = try Progress(parsing: Array(old.utf8))
  #expect(read.misconceptions == ["mean": 3])
  #expect(try Progress(parsing: Array(read.text.utf8)) == read)
}

@Test func aMisconceptionIsMendedOnceItsQuestionIsRight() {
  var progress = Progress()
  progress.record(.number, of: guess, isRight: false, misconception: "mean", at: .second(1))
  progress.record(.number, of: guess, isRight: false, misconception: "mean", at: .second(5))
  #expect(progress.misconceptionsMet["mean"]?.last == .second(5))
  #expect(progress.misconceptionsMet["mean"]?.isMended == false)
  progress.recordReview(of: guess, isRight: true, at: .second(9))
  #expect(progress.misconceptionsMet["mean"]?.isMended == true)
  progress.record(.number, of: goal, isRight: false, misconception: "mean", at: .second(10))
  #expect(progress.misconceptionsMet["mean"]?.isMended == false)
  #expect(progress.misconceptionsMet["mean"]?.count == 3)
}

@Test func aLessonIsMarkedByHand() throws {
  var progress = Progress()
  progress.mark("scores", as: .done, at: .second(1))
  #expect(progress.isFinished("scores", steps: ["one", "two"]))
  #expect(!progress.isStarted("scores"))
  progress.mark("scores", as: .unmarked, at: .second(1))
  #expect(!progress.isFinished("scores", steps: ["one"]))
  #expect(progress.mark(of: "scores") == nil)
  progress.mark("scores", as: .skipped, at: .second(3))
  #expect(!progress.isFinished("scores", steps: ["one"]))
  #expect(progress.isPassed("scores", steps: ["one"]))
  #expect(try Progress(parsing: Array(progress.text.utf8)) == progress)
}

@Test func aLessonMarkedToBeTakenAgainIsDoneOnceItsStepsAre() {
  var progress = Progress()
  progress.finish(step: "one", of: "scores", at: .second(1))
  progress.mark("scores", as: .again, at: .second(5))
  #expect(!progress.isFinished("scores", steps: ["one"]))
  progress.finish(step: "one", of: "scores", at: .second(6))
  #expect(progress.isFinished("scores", steps: ["one"]))
}

@Test func theLaterMarkCounts() {
  var one = Progress()
  one.mark("scores", as: .done, at: .second(1))
  var other = one
  other.mark("scores", as: .again, at: .second(2))
  for merged in [one.merged(with: other), other.merged(with: one)] {
    #expect(merged.mark(of: "scores") == .again)
  }
}
