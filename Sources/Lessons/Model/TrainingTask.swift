import Scenes

/// A run of gradient descent that the student starts, steps through and steers.
package struct TrainingTask: Equatable, Sendable {
  /// The block's name; with lesson and step it is the key to the progress.
  package let id: String
  package let location: SourceLocation
  package let plan: TrainingPlan
  /// The loss as the author wrote it.
  package let lossText: String
  /// The names of the parameters, in the plan's order.
  package let parameters: [String]
  /// The condition as the author wrote it; without one a run is done after its last step.
  package let untilText: String?
  package let ask: [Inline]
  /// Shown once the run is done.
  package let success: [MarkdownBlock]

  /// A run from where the scene stands.
  package func run(from scene: Scene) -> Training { Training(scene, plan) }

  /// The scene after the whole run.
  package func trained(_ scene: Scene) -> Scene {
    var (trained, run) = (scene, run(from: scene))
    run.advance(plan.steps)
    trained.take(run)
    return trained
  }

  /// Whether a run has come to where it should.
  package func isDone(_ run: Training) -> Bool {
    plan.until == nil ? run.reached == plan.steps : run.finished != nil
  }
}
