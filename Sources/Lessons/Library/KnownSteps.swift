import Text

/// The steps of lessons, each lesson read once, for the files that name steps.
struct KnownSteps {
  private let library: Library
  private var steps: [String: [String]] = [:]

  init(_ library: Library) {
    self.library = library
  }

  /// What is wrong with the name of a step; nil where its lesson has it, or is planned and has no steps yet.
  mutating func mistake(naming step: String, of lesson: String) -> ClaimError? {
    let known = steps[lesson] ?? library.outline(of: lesson).map(\.id)
    steps[lesson] = known
    guard !known.isEmpty, !known.contains(step) else { return nil }
    return .unknownStep(step, of: lesson, closest: step.nearest(among: known))
  }
}
