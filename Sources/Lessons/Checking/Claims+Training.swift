import Scenes

extension Claims {
  /// Takes the whole run, from the step's start and after its reveals.
  ///
  /// Where there is a condition it must be false at the start and hold within the steps; where there
  /// is none the loss must fall.
  mutating func check(_ task: TrainingTask, from scene: Scene) {
    var run = task.run(from: scene)
    if run.finished != nil, let text = task.untilText {
      add(.goalAlreadyReached(text), at: task.location)
    }
    run.advance(task.plan.steps)
    if let divergence = run.divergence {
      add(.runDiverges(divergence.sentence), at: task.location)
    } else if let text = task.untilText {
      guard run.finished == nil else { return }
      let fault = ClaimFault.runNotDone(text, steps: run.step, loss: run.loss.plain)
      add(fault, at: task.location)
    } else if run.loss >= run.losses[0] {
      add(.lossNotLower(from: run.losses[0].plain, to: run.loss.plain), at: task.location)
    }
  }
}
