import Lessons
import Scenes

extension StepState {
  /// Judges a formula, and lets it run where it can: a mistake is then seen in the pictures.
  mutating func write(_ text: String, _ task: FormulaTask, for question: Question) -> Bool {
    let wasHidden = hiddenNames.contains(task.name)
    let others = hiddenNames.subtracting([task.name])
    let verdict = task.verdict(on: text, in: step, hidden: others)
    let earlier = responses[question.id]?.tries ?? 0
    if case .unreadable = verdict {
      note(verdict, on: text, question, tries: earlier)
      return false
    }
    if let version = try? step.version(step.formulas.merging([task.name: text]) { $1 }) {
      run(version)
      // What was there before was hidden, and its distance from this would tell it.
      if wasHidden { momentBefore = nil }
    }
    note(verdict, on: text, question, tries: earlier + 1)
    return verdict == .right
  }

  private mutating func note(
    _ verdict: FormulaVerdict, on text: String, _ question: Question, tries: Int
  ) {
    responses[question.id] = Response(
      guess: .formula(text), isRight: verdict == .right, moment: now, tries: tries,
      verdict: verdict)
  }

  /// What is still to be written and shows nothing until then.
  var hiddenNames: Set<String> {
    guard !isSandbox else { return [] }
    return Set(
      step.questions.filter { !isShown($0) }.compactMap(\.formula).filter { $0.from == nil }
        .map(\.name))
  }

  /// Whether the formula of a name is what a question asks for.
  package func isToBeWritten(_ name: String) -> Bool { hiddenNames.contains(name) }

  /// Whether what a question hides is seen: it is settled, or a formula was written that runs.
  func isShown(_ question: Question) -> Bool {
    if isSettled(question) { return true }
    switch responses[question.id]?.verdict {
    case .right, .mistake, .axes, .differs:
      return step.formulas[question.formula?.name ?? ""] != nil
    case .unreadable, nil: return false
    }
  }

  /// Lets the formulas run that the progress remembers as right.
  mutating func recallFormula(_ text: String, _ task: FormulaTask) {
    if let version = try? step.version(step.formulas.merging([task.name: text]) { $1 }) {
      take(version: version)
    }
  }
}
