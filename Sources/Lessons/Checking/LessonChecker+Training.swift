import Scenes

extension LessonChecker {
  /// Takes the whole run, from the step's start and after its reveals.
  ///
  /// Where there is a condition it must be false at the start and hold within the steps; where there
  /// is none the loss must fall. Where a solution is given, the written rate must not do, and that one
  /// must.
  mutating func check(_ task: TrainingTask, from scene: Scene) {
    let work = task.plan.work(in: scene)
    guard spend(2 * work, at: task.location) else { return }
    var written = task.run(from: scene)
    if written.finished != nil, let text = task.untilText {
      add(.goalAlreadyReached(text), at: task.location)
      return
    }
    if let text = task.untilText, task.solution != nil {
      written.advance(task.plan.steps)
      if written.finished != nil {
        add(.rateSolves(text, rate: task.plan.rate.plain), at: task.location)
      }
    }
    let run = task.solved(from: scene)
    check(run, of: task)
    if task.isDone(run) { checkOtherStarts(task, scene) }
  }

  /// A student who draws other noise should not find that the task cannot be done.
  private mutating func checkOtherStarts(_ task: TrainingTask, _ scene: Scene) {
    guard task.plan.parameters.contains(where: { scene.origin(of: $0).isRandom }) else { return }
    for number in 1...Self.otherStarts {
      guard spend(task.plan.work(in: scene), at: task.location) else { return }
      var other = scene
      other.redraw(task.plan.parameters, task.draw(number))
      if !task.isDone(task.solved(from: other)) {
        warn(.otherStart(number), at: task.location)
        return
      }
    }
  }

  private static let otherStarts = 3

  private mutating func check(_ run: Training, of task: TrainingTask) {
    if let divergence = run.divergence {
      add(.runDiverges(divergence.sentence), at: task.location)
    } else if let text = task.untilText {
      guard run.finished == nil else { return }
      let mistake = ClaimError.runNotDone(text, steps: run.step, loss: run.loss.plain)
      add(mistake, at: task.location)
    } else if run.loss >= run.losses[0] {
      add(.lossNotLower(from: run.losses[0].plain, to: run.loss.plain), at: task.location)
    }
  }
}
