import Lessons
import Progress
import Scenes

extension StepState {
  /// The step as the progress remembers it: answered questions stay answered and revealed.
  package init(_ step: Step, remembering progress: Progress, lesson: String) {
    self.init(step)
    recall(progress, lesson: lesson)
    for goal in step.goals {
      let address = BlockAddress(lesson: lesson, step: step.id, block: goal.id)
      if progress.outcome(of: address) != nil { remember(goal.id, step.moment(solving: goal)) }
    }
    if let task = step.training {
      let address = BlockAddress(lesson: lesson, step: step.id, block: task.id)
      if progress.outcome(of: address) != nil {
        remember(task.id, Moment(scene: task.trained(step.scene), step: step))
      }
    }
    focus = firstFocus
    if openQuestion == nil { pausesPassed = reachedGoals.isEmpty ? 0 : Int.max }
    noteView()
    forgetHistory()
  }

  /// Takes over the answers that the progress knows and the step does not.
  mutating func recall(_ progress: Progress, lesson: String) {
    for question in step.questions where responses[question.id] == nil && !asksAgain {
      let address = BlockAddress(lesson: lesson, step: step.id, block: question.id)
      if let outcome = progress.outcome(of: address) { recall(outcome, of: question) }
    }
  }

  private mutating func remember(_ goal: String, _ solved: Moment) {
    reachedGoals[goal] = solved
    rememberedGoals.insert(goal)
  }

  private mutating func recall(_ outcome: Outcome, of question: Question) {
    guard let text = outcome.guess, let guess = question.guess(kept: text) else { return }
    if let task = question.formula, case .formula(let formula) = guess {
      if outcome.isRight { recallFormula(formula, task) }
      responses[question.id] = Response(
        guess: guess, isRight: outcome.isRight, moment: now, tries: outcome.attempts,
        verdict: outcome.isRight ? .right : nil)
      return
    }
    let revealed = (try? question.revealed(scene)) ?? scene
    responses[question.id] = Response(
      guess: guess, isRight: outcome.isRight, moment: Moment(scene: revealed, step: step),
      rightOptions: question.truth(before: scene, after: revealed).options,
      tries: outcome.attempts,
      mistake: outcome.isRight
        ? nil : question.mistake(behind: guess, start: scene, after: revealed))
    guard isSettled(question) else { return }
    restore(revealed)
    noteView()
  }
}
