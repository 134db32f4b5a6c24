/// A part of a step, in the order in which the file holds them.
package enum Block: Equatable, Sendable {
  case prose([MarkdownBlock])
  case show(Show)
  case sliders([Slider])
  case formulaSwitch(FormulaSwitch)
  case question(Question)
  case goal(Goal)
  case train(TrainingTask)
  case hint(Hint)
  case say([MarkdownBlock])
  /// What follows waits for a key.
  case pause
  case notes(Notes)
}

/// Words that a student asks for.
package struct Hint: Equatable, Sendable {
  /// The question, goal or run that it belongs to; nil for one that may come at any time.
  ///
  /// It waits until that is asked, and is passed over once that is done.
  package let task: String?
  package let text: [MarkdownBlock]
}

/// For the instructor only.
package struct Notes: Equatable, Sendable {
  /// The time planned for the step in class.
  package let minutes: Int?
  package let text: [MarkdownBlock]
}

extension Block {
  var isPause: Bool {
    if case .pause = self { true } else { false }
  }

  package var question: Question? {
    if case .question(let question) = self { question } else { nil }
  }

  package var goal: Goal? {
    if case .goal(let goal) = self { goal } else { nil }
  }

  package var training: TrainingTask? {
    if case .train(let task) = self { task } else { nil }
  }

  package var sliders: [Slider] {
    switch self {
    case .sliders(let sliders): sliders
    case .formulaSwitch(let formula): [Slider(choosing: formula)]
    case .prose, .show, .question, .goal, .train, .hint, .say, .pause, .notes: []
    }
  }

  package var formulaSwitch: FormulaSwitch? {
    if case .formulaSwitch(let formula) = self { formula } else { nil }
  }

  package var hint: Hint? {
    if case .hint(let hint) = self { hint } else { nil }
  }

  /// The name of what has to be done in it, if anything.
  package var task: String? { question?.id ?? goal?.id ?? training?.id }

  package var notes: Notes? {
    if case .notes(let notes) = self { notes } else { nil }
  }

  package var panelRows: [[Panel]] {
    if case .show(let show) = self { show.rows } else { [] }
  }

  package var narration: [MarkdownBlock] {
    if case .say(let text) = self { text } else { [] }
  }
}
