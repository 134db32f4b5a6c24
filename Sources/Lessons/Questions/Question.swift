import Scenes
import Text

/// Something the student has to answer.
package struct Question: Equatable, Sendable {
  /// The block's name; with lesson and step it is the key to the progress.
  package let id: String
  package let kind: QuestionKind
  package let location: SourceLocation
  package let ask: [MarkdownBlock]
  /// What can be chosen or put in order; empty where a number is asked for.
  package let options: [Choice]
  package let answer: Answer
  /// Applied to the scene once the answer is in: the reveal.
  package let setup: [Assignment]
  /// What stays veiled until the answer is in.
  package let hides: [NodeID]
  /// What the formula that is asked for defines, where nothing runs in its place: it stays veiled as well.
  package let unwritten: NodeID?
  /// Shown after any answer.
  package let explanation: [MarkdownBlock]
  /// Shown after a right answer.
  package let whenRight: [MarkdownBlock]
  /// Shown after a wrong answer.
  package let whenWrong: [MarkdownBlock]
  /// A condition that must hold after the setup; it guards the author's claim.
  let check: NodeID?
  /// An expression that must equal the number the author gave.
  let equals: NodeID?
  /// Wrong formulas whose numbers are known.
  package let mistakes: [Mistake]
  /// What has other numbers each time it is asked.
  package let variations: [Variation]
  /// The slider that is taken in hand with it, where the author names one.
  let slider: SliderName?
  /// Whether the reply brings back what was bet on the first page.
  package let recallsBet: Bool

  init(
    id: String, kind: QuestionKind, location: SourceLocation, ask: [MarkdownBlock],
    options: [Choice] = [], answer: Answer, setup: [Assignment] = [], hides: [NodeID] = [],
    unwritten: NodeID? = nil, explanation: [MarkdownBlock] = [], whenRight: [MarkdownBlock] = [],
    whenWrong: [MarkdownBlock] = [], check: NodeID? = nil, equals: NodeID? = nil,
    mistakes: [Mistake] = [], variations: [Variation] = [], slider: SliderName? = nil,
    recallsBet: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.location = location
    self.ask = ask
    self.options = options
    self.answer = answer
    self.setup = setup
    self.hides = hides
    self.unwritten = unwritten
    self.explanation = explanation
    self.whenRight = whenRight
    self.whenWrong = whenWrong
    self.check = check
    self.equals = equals
    self.mistakes = mistakes
    self.variations = variations
    self.slider = slider
    self.recallsBet = recallsBet
  }
}

extension Question {
  /// Whether something stays veiled until the answer is in.
  var hidesNumbers: Bool { !hides.isEmpty || unwritten != nil }

  /// What it veils.
  func cover(in scene: Scene) -> Cover { scene.cover(of: hides, unwritten: unwritten) }
}

/// One of the options of a question.
package struct Choice: Equatable, Sendable {
  package let text: [Inline]
  /// nil where only the scene knows.
  package var isRight: Bool?
  /// Why it is right or wrong.
  package let why: [MarkdownBlock]
  /// What whoever has chosen it in vain hears in place of the question's own `wrong`.
  package var whenWrong: [MarkdownBlock]
  /// What whoever chooses it believes, where the author names that.
  package var misconception: MisconceptionReference?
  /// The formula whose number it shows.
  package let formula: NodeID?

  init(
    text: [Inline], isRight: Bool? = nil, why: [MarkdownBlock] = [],
    whenWrong: [MarkdownBlock] = [], misconception: MisconceptionReference? = nil,
    formula: NodeID? = nil
  ) {
    self.text = text
    self.isRight = isRight
    self.why = why
    self.whenWrong = whenWrong
    self.misconception = misconception
    self.formula = formula
  }
}

/// Where the truth comes from.
package enum Answer: Equatable, Sendable {
  /// The option at this place, counted from 0, as the author says.
  case option(Int)
  /// The component that grows most; the choices are places in the vector, in the options' order.
  case grows(NodeID, choices: [Int])
  /// The component that is largest after the setup.
  case largest(NodeID, choices: [Int])
  /// The value that the expression has after the setup.
  case value(NodeID, tolerance: Float)
  /// A number that the author gives.
  case number(Float, tolerance: Float)
  /// The value that the expression has as the step begins.
  case startValue(NodeID, tolerance: Float)
  /// Whether the expression grows, stays or shrinks: options 0, 1, 2.
  case sign(NodeID)
  /// The options from the largest of these numbers to the smallest.
  case order([Entry])
  /// Any formula that computes what the author's does.
  case formula(FormulaTask)
}

/// The ways in which a question is answered.
package enum AnswerForm: Sendable {
  /// One of the options.
  case option
  case number
  /// All options, one after another.
  case order
  case formula
}

extension Question {
  /// The formula that is asked for, if one is.
  package var formula: FormulaTask? {
    if case .formula(let task) = answer { task } else { nil }
  }

  package var form: AnswerForm {
    switch answer {
    case .option, .grows, .largest, .sign: .option
    case .value, .number, .startValue: .number
    case .order: .order
    case .formula: .formula
    }
  }
}
