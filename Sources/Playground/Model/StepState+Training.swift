import Lessons
import Scenes
import Text

extension StepState {
  /// The run as it stands, or as it would begin.
  package var runInHand: TrainingRun? { run ?? step.training.map { TrainingRun(begun($0)) } }

  /// Steps a second: what the student chose, or what makes the run last its usual time.
  package var speed: Int {
    controls.speed ?? controls.usualSpeed
      ?? RunControls.speed(forSteps: step.training?.plan.steps ?? 0)
  }

  private func begun(_ task: TrainingTask) -> Training {
    var training = task.run(from: scene)
    if let rate = controls.rate { training.change(rate: rate) }
    return training
  }

  /// Changes the run, beginning it where there is none, and lets the scene follow.
  package mutating func steer(_ body: (inout TrainingRun) -> Void) {
    guard var run = runInHand else { return }
    body(&run)
    follow(run)
  }

  /// Whether the run of the step has been brought to where it should come.
  package var isTrained: Bool {
    guard let task = step.training else { return true }
    return reachedGoals[task.id] != nil
  }

  /// Whether drawing again would change a parameter.
  package var hasNoise: Bool {
    step.training?.plan.parameters.contains { step.scene.origin(of: $0).isRandom } ?? false
  }

  /// The loss of every step so far, as plain text.
  package var lossText: PlainText? {
    guard let task = step.training, let training = runInHand?.training else { return nil }
    let rows = training.losses.enumerated().map { step, loss in
      PlainText.Row(label: "step \(step)", numbers: [NumberFormat.plain(loss)])
    }
    return PlainText(title: task.lossText, columns: ["loss"], rows: rows)
  }
}
