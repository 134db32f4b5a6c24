import Text

/// How one kind of question is written, and what an answer does.
protocol QuestionRules {
  static var isSettledByAnyGuess: Bool { get }
  static var locksSliders: Bool { get }
  /// What the course misses in a lesson without such a question; nil where it misses nothing.
  static var nameWhereMissing: String? { get }

  /// Reads a block; nil where something is wrong, which is then in the report.
  static func read(_ raw: RawBlock, _ name: String, _ reader: inout StepReader) -> Question?
}

extension QuestionRules {
  static var isSettledByAnyGuess: Bool { false }
  static var locksSliders: Bool { false }
  static var nameWhereMissing: String? { nil }
}
