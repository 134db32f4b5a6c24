/// Something a formula can do, in one place: its name, shape rule, value, derivative, traits and words.
///
/// Parser, checker, evaluator, gradients, explanations, tests and documentation all read
/// `Operation.all`; nothing else knows an operation by name.
package struct Operation: Sendable {
  package let name: String
  /// One sentence for the reference.
  package let summary: String
  package let parameters: [Parameter]
  package let notation: Notation
  /// A formula over the matrices of `Operation.exampleScene`.
  package let example: String
  let purpose: Purpose
  let traits: Traits
  let words: OperationProse
  /// The shape rule: what the result's axes are and the kernel that fills it.
  let form: @Sendable (Call) throws(SceneError) -> InferredShape

  init(
    _ name: String, _ summary: String, _ parameters: [Parameter],
    notation: Notation = .function, example: String, purpose: Purpose = .formula,
    traits: Traits = Traits(), words: OperationProse,
    form: @escaping @Sendable (Call) throws(SceneError) -> InferredShape
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.notation = notation
    self.example = example
    self.purpose = purpose
    self.traits = traits
    self.words = words
    self.form = form
  }
}

extension Operation {
  /// How the operation is written.
  package enum Notation: Sendable {
    /// As in `softmax(A)`.
    case function
    /// As in `A @ B`; the stronger binds first.
    case infix(strength: Int, also: [String] = [])
    /// As in `-A`.
    case prefix(strength: Int, also: [String] = [])
    /// As in `A.T`, where the name begins with the full stop.
    case postfix
    /// As in `A["it"]` or a bare name, which the parser knows without a name.
    case builtIn(usage: String)
  }

  /// What stands between the parentheses.
  package enum Parameter: Sendable {
    case matrix(String, isOptional: Bool = false)
    /// A matrix that may be a claim: `where(A > 0, …)`.
    case condition(String)
    case axis(String, isOptional: Bool = false)
    /// A number known when the scene is read; `seed: 1` or just `1`.
    case number(String, default: Double? = nil)
    /// A number, or a matrix without axes that moves it: `width: 3`, `width: w`.
    case setting(String, default: Double? = nil)
    /// One of several words, of which the first is used where none is given: `pairs: "halves"`.
    case choice(String, [String])
    /// A number that a call may do without; nothing stands for it then.
    case optionalNumber(String)
    /// A word in quotation marks: `"query"`.
    case text(String, default: String? = nil)
  }

  /// What a definition made with the operation is.
  enum Purpose: Sendable {
    /// A formula.
    case formula
    /// Unary minus, so that `-2` is a number.
    case negation
    /// A claim that holds (1) or does not (0), for goals only.
    case condition(isComparison: Bool)
    /// What a matrix held before a question changed the scene, for lessons only.
    case memory
    /// Numbers for an input, which declares their axes.
    case source(Supply)
  }
}

extension Operation {
  /// Where a source has its numbers from.
  enum Supply: Sendable {
    case rule, seed, model
  }
}

extension Operation: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.parameters.count == right.parameters.count
  }
}

extension Operation.Parameter {
  /// What the reference calls it.
  package var name: String {
    switch self {
    case .matrix(let name, _), .axis(let name, _), .number(let name, _), .setting(let name, _),
      .condition(let name), .choice(let name, _), .optionalNumber(let name), .text(let name, _):
      name
    }
  }

  /// Whether a call may do without.
  package var isOptional: Bool {
    switch self {
    case .matrix(_, let isOptional), .axis(_, let isOptional): isOptional
    case .condition: false
    case .number(_, let standard), .setting(_, let standard): standard != nil
    case .choice, .optionalNumber: true
    case .text(_, let standard): standard != nil
    }
  }
}

extension Operation {
  /// Whether it gives an input its numbers, and so cannot stand in a formula.
  package var isSource: Bool { purpose.isSource }
}

extension Operation.Purpose {
  var isCondition: Bool {
    if case .condition = self { true } else { false }
  }

  var isComparison: Bool {
    if case .condition(isComparison: true) = self { true } else { false }
  }

  /// Where the numbers come from, for a source.
  var supply: Operation.Supply? {
    if case .source(let supply) = self { supply } else { nil }
  }

  var isSource: Bool { supply != nil }

  var isMemory: Bool {
    if case .memory = self { true } else { false }
  }

  var isNegation: Bool {
    if case .negation = self { true } else { false }
  }
}
