import Lessons
import Progress
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What somebody sees who comes back.
@Suite struct ReturningTests {
  @Test func theUsualScreenHasTheGoalInItsOwnWords() throws {
    let student = try Place(lesson: "projections", step: "ask").student(size: .usual)
    #expect(student.rows[0].singleSpaced.contains("○ Let it give cat over .8."))
    #expect(student.rows[0].contains("One embedding, three hats"))
  }

  /// The lesson inside a model comes back to the slider of the first page.
  @Test(arguments: [Size.usual, .comfortable])
  func theBetOfTheFirstPageComesBack(size: Size) throws {
    for (bet, words) in [("early", "bet on the same slider: early."), (nil, nil)] {
      var student = try Place(lesson: "inside", step: "swing").student(size: size)
      student.model.remember(FirstPageMemory(isSeen: true, bet: bet))
      try student.readOn()
      try student.press("2 2")
      for _ in 0..<4 where words != nil && !student.words.contains(words ?? "") {
        try student.press("space")
      }
      #expect(student.words.contains("On the first page you once") == (words != nil))
      if let words { #expect(student.words.contains(words)) }
    }
  }

  @Test func theMapCountsTheQuestionsToReview() throws {
    var student = Student(at: shippedLibrary)
    let address = BlockAddress(lesson: "projections", step: "who", block: "best-match")
    student.model.progress.record(
      .choice, of: address, isRight: false, guess: "cat",
      at: Timestamp(secondsSince1970: student.model.now.secondsSince1970 - 86_400))
    #expect(student.model.dueItems.map(\.address) == [address])
    #expect(student.rows[student.size.height - 1].contains("r review"))
  }

  @Test func aFinishedLessonOpensAtItsClosingPage() throws {
    var student = Student(at: shippedLibrary)
    let entry = try #require(student.model.mapEntries.first { $0.id == "softmax" })
    for step in entry.stepIDs {
      student.model.progress.visit(step: step, of: entry.id, at: student.model.now)
      student.model.progress.finish(step: step, of: entry.id, at: student.model.now)
    }
    student.model.selectLesson("softmax")
    try student.press("enter")
    #expect(student.model.closing?.recap.id == "softmax")
    try student.press("1")
    #expect(try student.session.stepIndex == 0)
  }

  @Test func anUnfinishedLessonGoesOnWhereItWasLeft() throws {
    var student = Student(at: shippedLibrary)
    let entry = try #require(student.model.mapEntries.first { $0.id == "softmax" })
    student.model.progress.visit(step: entry.stepIDs[3], of: entry.id, at: student.model.now)
    student.model.selectLesson("softmax")
    try student.press("enter")
    #expect(try student.session.stepIndex == 3)
  }

  @Test func aLessonLeftAtItsEndGoesOnAtTheFirstStepThatIsOpen() throws {
    var student = Student(at: shippedLibrary)
    try student.finish("scaling", butFor: ["deaf"])
    student.model.selectLesson("scaling")
    try student.press("enter")
    #expect(try student.session.step.id == "deaf")
    try student.leaveAtTheEnd()
    #expect(student.model.session == nil)
    #expect(student.notice == "the end; still open: step 4")
    #expect(student.selected == "scaling")
  }

  @Test(arguments: [
    ("embeddings", "projections"), ("projections", "scores"), ("scaling", "values"),
    ("heads", "sharing"), ("learning", "inside"),
  ])
  func afterALessonTheMapSelectsTheNextThatIsReady(lesson: String, next: String) throws {
    var student = Student(at: shippedLibrary)
    for entry in student.model.mapEntries {
      try student.finish(entry.id)
      if entry.id == lesson { break }
    }
    // As if opened by its name: the map has had no part in it.
    student.model.selectLesson("embeddings")
    student.model.open(try shippedLibrary.lesson(lesson), step: 0)
    try student.leaveAtTheEnd()
    #expect(student.notice == "lesson finished")
    #expect(student.selected == next)
  }

  @Test func aLessonWhoseNeedsAreOpenIsNotTheNext() throws {
    var student = Student(at: shippedLibrary)
    try student.finish("heads")
    student.model.open(try shippedLibrary.lesson("heads"), step: 0)
    try student.leaveAtTheEnd()
    #expect(student.selected == "lookup")
  }

  @Test func leavingALessonSelectsItOnTheMap() throws {
    var student = Student(at: shippedLibrary)
    student.model.open(try shippedLibrary.lesson("scaling"), step: 2)
    try student.press("q")
    #expect(student.selected == "scaling")
  }
}

extension Student {
  /// The lesson that the map has selected.
  fileprivate var selected: String { model.mapEntries[model.map.selected].id }

  /// Goes through a lesson to its end; some steps are left open.
  fileprivate mutating func finish(_ lesson: String, butFor open: Set<String> = []) throws {
    for step in shippedLibrary.outline(of: lesson).map(\.id) {
      model.progress.visit(step: step, of: lesson, at: model.now)
      if !open.contains(step) { model.progress.finish(step: step, of: lesson, at: model.now) }
    }
  }
}
