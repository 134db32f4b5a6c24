import Scenes
import Text

extension LessonChecker {
  /// The seeds with which a question is tried where it has too many variants for all.
  private static let mostVariants = 200

  /// Each variant has exactly one right answer, and nothing that misleads is right.
  mutating func checkVariants(of question: Question, in step: Step) {
    guard !question.variations.isEmpty else { return }
    let count = min(question.variantCount, Self.mostVariants)
    for seed in 1...count {
      guard spend(step.scene.work + 1, at: question.location),
        let variant = variant(seed, of: question, in: step.scene)
      else { return }
      let mistakes = self.mistakes(of: variant)
      let words = question.words(ofVariant: seed)
      for mistake in mistakes { add(.variant(words, mistake), at: question.location) }
      // One set of numbers that does not work is enough to know.
      if !mistakes.isEmpty { return }
    }
  }

  /// The goals of a step can be reached with the numbers of each seed.
  mutating func checkVariants(of goal: Goal, in step: Step) {
    guard let question = step.questions.first(where: { !$0.variations.isEmpty }) else { return }
    let count = step.questions.map(\.variantCount).max() ?? 1
    for seed in 1...min(count, Self.mostVariants) {
      guard spend(2 * step.scene.work + 1, at: goal.location),
        let scene = (try? step.scene(ofVariant: seed)).flatMap({ revealed(step.questions, $0) }),
        let solved = goal.versions.isEmpty ? applied(goal.solution, to: scene) : nil
      else { return }
      let words = question.words(ofVariant: seed)
      if goal.isReached(in: scene) {
        return add(.variant(words, .goalReached(goal.whenText)), at: goal.location)
      }
      if !goal.isReached(in: solved) {
        return add(.variant(words, .goalMissed(goal.whenText)), at: goal.location)
      }
    }
  }

  private mutating func variant(
    _ seed: Int, of question: Question, in scene: Scene
  ) -> QuestionVariant? {
    do throws(Diagnostics) {
      return try question.variant(seed, in: scene)
    } catch {
      add(error)
      return nil
    }
  }

  private func mistakes(of variant: QuestionVariant) -> [VariantError] {
    var found: [VariantError] = []
    let question = variant.question
    if let check = question.check, !variant.after.holds(check) {
      found.append(.failedCheck(variant.after.text(of: check)))
    }
    switch variant.truth {
    case .options(let places) where places.isEmpty: found.append(.noAnswer)
    case .options(let places) where places.count > 1:
      found.append(.answers(places.map { variant.options[$0] }))
    case .number(let value, _) where !value.isFinite: found.append(.noAnswer)
    case .order(let numbers) where numbers.contains(where: \.isNaN): found.append(.noAnswer)
    case .order(let numbers) where !numbers.tiedPlaces.isEmpty:
      found.append(.answers(numbers.tiedPlaces.map { variant.options[$0] }))
    case .options, .number, .order: break
    }
    let options = variant.options
    if let twice = options.indices.first(where: { options[..<$0].contains(options[$0]) }) {
      found.append(.optionsAlike(options[twice]))
    }
    return found + wrongFormulas(of: variant)
  }

  private func wrongFormulas(of variant: QuestionVariant) -> [VariantError] {
    let mistakes = variant.question.mistakes
    guard case .number(_, let tolerance) = variant.truth else { return [] }
    return mistakes.indices.flatMap { place -> [VariantError] in
      let value = variant.mistakes[place]
      let isRight = variant.isRight(.number(value))
      let alike = mistakes[..<place].indices.first {
        abs(variant.mistakes[$0] - value) <= tolerance
      }
      return (isRight ? [.mistakeIsRight(mistakes[place].text)] : [])
        + (alike.map { [.mistakesAlike(mistakes[$0].text, mistakes[place].text)] } ?? [])
    }
  }
}

// MARK: Wrong formulas, with the lesson's own numbers

extension LessonChecker {
  mutating func checkMistakes(of question: Question, start: Scene, after: Scene) {
    let scene = question.answer.isOfStart ? start : after
    guard case .number(let right, let tolerance) = question.truth(before: start, after: after)
    else { return }
    var known: [(text: String, value: Float)] = []
    for mistake in question.mistakes {
      let value = scene.number(of: mistake.formula)
      if !value.isFinite {
        add(.mistakeWithoutNumber(mistake.text), at: mistake.location)
      } else if question.judge(.number(value), .number(right, tolerance: tolerance)) {
        add(.mistakeIsRight(mistake.text, value: value.plain), at: mistake.location)
      } else if let other = known.first(where: { abs($0.value - value) <= tolerance }) {
        let alike = ClaimError.mistakesAlike(other.text, mistake.text, value: value.plain)
        add(alike, at: mistake.location)
      }
      known.append((mistake.text, value))
    }
  }

  /// Whether each misconception is one of the list.
  mutating func checkMisconceptions(of question: Question, known: Set<String>?) {
    guard let known else { return }
    for reference in question.misconceptions where !known.contains(reference.id) {
      let closest = reference.id.nearest(among: known.sorted())
      add(.unknownMisconception(reference.id, closest: closest), at: reference.location)
    }
  }
}
