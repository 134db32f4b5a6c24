import Foundation
import FuzzSupport
import Scenes
import Testing
import Text

@testable import Lessons

/// A varied question has one right answer with whichever numbers, and nothing that misleads is right.
@Suite struct VariantTests {
  private static let lessons: [Lesson] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons").path
    let library = Library(directory: folder, weights: shippedModels)
    return library.course.entries.compactMap { try? library.lesson($0.id) }
  }()

  private static var varied: [(step: Step, question: Question)] {
    lessons.flatMap(\.steps).flatMap { step in
      step.questions.filter { !$0.variations.isEmpty }.map { (step, $0) }
    }
  }

  @Test func aThousandSeedsOfEachShippedQuestion() throws {
    #expect(Self.varied.count >= 4)
    for (step, question) in Self.varied {
      var asked: Set<String> = []
      for seed in 0..<fuzzRounds(usually: 1_000) {
        let variant = try question.variant(seed, in: step.scene)
        asked.insert(question.words(ofVariant: seed))
        expectOneAnswer(variant, "\(question.id), seed \(seed)")
      }
      // Every set of numbers has come, and the lesson's own, which has no words.
      #expect(asked.count == question.variantCount + 1, "\(question.id)")
    }
  }

  private func expectOneAnswer(_ variant: QuestionVariant, _ name: String) {
    #expect(Set(variant.options).count == variant.options.count, "\(name)")
    switch variant.truth {
    case .options(let places): #expect(places.count == 1, "\(name)")
    case .order(let numbers): #expect(Set(numbers).count == numbers.count, "\(name)")
    case .number(let value, let tolerance):
      #expect(value.isFinite && variant.isRight(.number(value)), "\(name)")
      for (place, mistake) in variant.mistakes.enumerated() {
        #expect(!variant.isRight(.number(mistake)), "\(name): \(mistake)")
        #expect(variant.mistake(behind: .number(mistake)) == place, "\(name): \(mistake)")
        #expect(abs(mistake - value) > tolerance, "\(name): \(mistake)")
      }
    }
    if let check = variant.question.check { #expect(variant.after.holds(check), "\(name)") }
  }

  private let numbers = """
    ask: Twice {x}, and `=y`?
    equals: 2 * x + y
    vary:
      - x in 1 to 3
      - y in [0, 5]
    mistakes:
      - equals: 2 * (x + y) + 1
        say: First times, then plus.
    """
  private let scene = "x = 7\ny = 9"

  @Test func theLessonsOwnNumbersComeFirstAndThenAllOthers() throws {
    let step = try onlyStep(block("number n", numbers), scene: scene)
    let question = step.questions[0]
    #expect(question.variantCount == 6)
    let own = try question.variant(0, in: step.scene)
    #expect(own.ask == "Twice 7, and 9?")
    #expect(own.isRight(.number(23)) && own.mistakes == [33])
    let seeds = try (1...6).map { try question.variant($0, in: step.scene) }
    #expect(Set(seeds.map(\.ask)).count == 6)
    let again = try (7...12).map { try question.variant($0, in: step.scene).ask }
    #expect(seeds.map(\.ask) == again)
    for variant in seeds {
      let (x, y) = (try number("x", variant.scene), try number("y", variant.scene))
      #expect(variant.ask == "Twice \(Int(x)), and \(Int(y))?")
      #expect(variant.truth == .number(2 * x + y, tolerance: 0.01))
      #expect(variant.mistake(behind: .number(2 * (x + y) + 1)) == 0)
    }
  }

  private func number(_ name: String, _ scene: Scene) throws -> Float {
    scene.value(of: try scene.entry(SourceText(file: "test", text: name)))
  }

  @Test(arguments: [
    // A mistake that is right with some of the numbers.
    (
      "equals: 2 * (x + y) + 1", "equals: 2 * x + 5",
      "y = 5, the mistake 2 * x + 5 gives the right number"
    ),
    ("equals: 2 * x + y", "equals: log(y - 1)", "the question has no answer"),
  ])
  func checkGoesThroughTheVariants(old: String, new: String, sentence: String) throws {
    let step = block("number n", numbers.replacing(old, with: new))
    let lesson = try Lesson.load(text: lessonText(step, scene: scene), file: "demo.md")
    let problems = LessonCheck(lesson).problems.map(\.message)
    #expect(problems.contains { $0.contains(sentence) }, "\(problems)")
  }

  @Test func checkFindsVariantsWithTwoAnswersOrNone() throws {
    let fields = "ask: a\nlargest: row\nvary: row in [[1, 2], [3, 3]]"
    let tie = try problems(block("predict p", fields), "axis dish = soup cake\nrow[dish] = [1, 2]")
    #expect(tie == ["With row = [3, 3], several answers are right: soup, cake."])
    let options =
      "ask: a\noptions: [{equals: x, right: true, why: b}, {equals: y, why: c}]\nvary: x in [1, 9]"
    #expect(
      try problems(block("choice c", options), scene) == ["With x = 9, two options are 9."])
    let goal = block("goal g", "when: x > 5\nsolution: y = 1") + "\n\n"
    let moved = block("number n", "ask: a\nequals: x\nvary: x in [1, 6]")
    #expect(
      try problems(goal + moved, "x = 1\ny = 9").contains {
        $0.hasPrefix("With x = 6, the goal x > 5 is reached")
      })
  }

  private func problems(_ step: String, _ scene: String) throws -> [String] {
    let lesson = try Lesson.load(text: lessonText(step, scene: scene), file: "demo.md")
    return LessonCheck(lesson).problems.map(\.message)
  }

  @Test(arguments: [
    ("x from 1 to 3", "What varies is written as INPUT in [one, another]."),
    ("x in", "What varies is written as INPUT in [one, another]."),
    ("x in 3 to 1", "What varies is written as INPUT in [one, another]."),
    ("x in [1]", "An input varies over 2 to 100 values, but here is 1."),
    ("x in 1 to 1e9 step 0.001", "An input varies over 2 to 100 values, but here are more."),
    ("x in [1, ]", "What varies is written as INPUT in [one, another]."),
    ("z in [1, 2]", "nothing is called `z`"),
  ])
  func aSlipInVaryIsSaid(vary: String, sentence: String) {
    let step = block("number n", "ask: a\nequals: x\nvary: \(vary)")
    let text = rendered(lessonText(step, scene: scene))
    #expect(text.lowercased().contains(sentence.lowercased()), "\(text)")
  }

  @Test func anAnswerHasNoPlaceBesideVary() {
    let step = block("number n", "ask: a\nanswer: 1\nequals: x\nvary: x in [1, 2]")
    #expect(rendered(lessonText(step, scene: scene)).contains("there is no one answer to give"))
    let missing = block("number n", "ask: a\nequals: x")
    #expect(
      rendered(lessonText(missing, scene: scene)).contains(
        "The number block lacks the key \"answer\"."))
  }
}
