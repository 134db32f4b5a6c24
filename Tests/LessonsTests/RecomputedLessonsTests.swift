import Foundation
import Scenes
import Testing

@testable import Lessons

/// What three lessons show and ask, against the same mathematics in NumPy and 64 bits.
@Suite struct RecomputedLessonsTests {
  private static let ids = ["masks", "positions", "sharing"]
  private static let library = Library(directory: shipped)

  @Test(arguments: ids)
  func everyMatrixIsNumPys(id: String) throws {
    for recomputed in try steps(id) {
      expect(recomputed.step.scene, holds: recomputed.values, recomputed.name)
    }
  }

  @Test(arguments: ids)
  func everyMatrixAfterAnAnswerAGoalOrARunIsNumPys(id: String) throws {
    for recomputed in try steps(id) {
      let scenes = try scenesAfter(recomputed.step)
      #expect(Set(scenes.keys) == Set(recomputed.after.keys), "\(recomputed.name)")
      for (block, scene) in scenes {
        let changed = recomputed.after[block] ?? [:]
        let values = recomputed.values.merging(changed) { $1 }
        expect(scene, holds: values, "\(recomputed.name), \(block)")
      }
    }
  }

  @Test(arguments: ids)
  func everyRightAnswerIsNumPys(id: String) throws {
    for recomputed in try steps(id) {
      var found: [String: [String: Double]] = [:]
      for question in recomputed.step.questions where question.formula == nil {
        found[question.id] = try answers(to: question, in: recomputed.step.scene)
      }
      if let task = recomputed.step.training {
        found[task.id] = ["": Double(task.solved(from: recomputed.step.scene).finished ?? -1)]
      }
      #expect(Set(found.keys) == Set(recomputed.answers.keys), "\(recomputed.name)")
      for (question, answers) in found {
        let wanted = recomputed.answers[question] ?? [:]
        let place = "\(recomputed.name), \(question): \(answers), not \(wanted)"
        #expect(Set(answers.keys) == Set(wanted.keys), "\(place)")
        for (numbers, answer) in answers {
          #expect(agree(answer, wanted[numbers] ?? .nan), "\(place)")
        }
      }
    }
  }

  /// A number that the author rounded must still be right where NumPy's is typed.
  @Test(arguments: ids)
  func whoeverTypesNumPysNumberIsRight(id: String) throws {
    for recomputed in try steps(id) {
      for question in recomputed.step.questions where question.kind == .number {
        for seed in 0...question.variantCount {
          let variant = try question.variant(seed, in: recomputed.step.scene)
          let words = question.words(ofVariant: seed)
          let answer = try #require(recomputed.answers[question.id]?[words], "\(question.id)")
          #expect(variant.isRight(.number(Float(answer))), "\(recomputed.name), \(question.id)")
        }
      }
    }
  }

  /// The scenes to which questions, goals and runs of a step lead, by the names of their blocks.
  private func scenesAfter(_ step: Step) throws -> [String: Scene] {
    var scenes: [String: Scene] = [:]
    for question in step.questions {
      if let task = question.formula {
        scenes[question.id] = try step.version(with: [task.name: task.answer]).scene
      } else if !question.setup.isEmpty {
        scenes[question.id] = try question.revealed(step.scene)
      }
    }
    for goal in step.goals {
      var scene = step.scene
      for assignment in goal.solution { try scene.apply(assignment) }
      scenes[goal.id] = scene
    }
    if let task = step.training { scenes[task.id] = task.trained(step.scene) }
    return scenes
  }

  /// The right answer with each set of numbers; an option is its place, counted from 1.
  private func answers(to question: Question, in scene: Scene) throws -> [String: Double] {
    var answers: [String: Double] = [:]
    for seed in 0...question.variantCount {
      let variant = try question.variant(seed, in: scene)
      let answer: Double
      switch variant.truth {
      case .options(let places):
        answer = places.count == 1 ? Double(places[0] + 1) : .nan
      case .number(let value, _):
        answer = Double(question.equals.map(variant.after.number(of:)) ?? value)
      case .order: answer = .nan
      }
      answers[question.words(ofVariant: seed)] = answer
    }
    return answers
  }

  private func expect(
    _ scene: Scene, holds matrices: [String: RecomputedMatrix], _ place: String
  ) {
    let formulas = scene.definitions.filter { !$0.isInput }.map(\.name)
    #expect(Set(formulas).subtracting(matrices.keys) == [], "\(place)")
    for (name, matrix) in matrices {
      guard let definition = scene.definition(name) else {
        Issue.record("\(place) has no \(name)")
        continue
      }
      let found = scene.values(of: definition.node)
      let areSame = zip(found.elements, matrix.values).allSatisfy { agree(Double($0), $1) }
      #expect(found.shape == matrix.shape && areSame, "\(place), \(name)")
    }
  }

  /// Whether a number agrees to 1e-5 of the expected one's size, or of 1.
  private func agree(_ found: Double, _ expected: Double) -> Bool {
    found == expected || abs(found - expected) <= 1e-5 * max(1, abs(expected))
  }

  /// Every step of a lesson with what was worked out for it.
  private func steps(_ id: String) throws -> [RecomputedStep] {
    let recomputed = try #require(RecomputedLesson.load()[id])
    let lesson = try Self.library.lesson(id)
    #expect(Set(lesson.steps.map(\.id)) == Set(recomputed.steps.keys))
    return try lesson.steps.map { step in
      let expected = try #require(recomputed.steps[step.id], "\(id)/\(step.id)")
      return RecomputedStep(
        name: "\(id)/\(step.id)", step: step, answers: expected.answers, after: expected.after,
        values: recomputed.start.merging(expected.values) { $1 })
    }
  }
}

private struct RecomputedStep {
  let name: String
  let step: Step
  let answers: [String: [String: Double]]
  let after: [String: [String: RecomputedMatrix]]
  let values: [String: RecomputedMatrix]
}

/// What `Tests/Fixtures/recompute_lessons.py` writes of a lesson.
private struct RecomputedLesson: Decodable {
  /// The matrices of the lesson's own scene; a step gives those that are others there.
  let start: [String: RecomputedMatrix]
  let steps: [String: Changes]

  struct Changes: Decodable {
    let values: [String: RecomputedMatrix]
    /// By question and by what its variant sets, in words.
    let answers: [String: [String: Double]]
    let after: [String: [String: RecomputedMatrix]]
  }

  static func load() throws -> [String: RecomputedLesson] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/recomputed_lessons.json")
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode([String: RecomputedLesson].self, from: Data(contentsOf: file))
  }
}

private struct RecomputedMatrix: Decodable {
  let shape: [Int]
  /// Row by row.
  let values: [Double]
}

/// The lessons folder of this package.
private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path
