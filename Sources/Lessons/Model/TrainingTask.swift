import Scenes
import Text

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
  /// The rate that brings the run to its condition, where the one that it is given does not.
  package let solution: Float?
  /// Which other starts are drawn.
  package let seed: Int
  /// The slider that is taken in hand with it, where the author names one.
  let slider: SliderName?
  package let ask: [Inline]
  /// Shown once the run is done.
  package let success: [MarkdownBlock]

  /// A run from where the scene stands.
  package func run(from scene: Scene) -> Training { Training(scene, plan) }

  /// The draw of the noise that stands at this place among the other starts, counted from 1.
  package func draw(_ number: Int) -> Int { seed + number }

  /// The whole run, at the rate that solves it.
  package func solved(from scene: Scene) -> Training {
    var run = run(from: scene)
    if let solution { run.change(rate: solution) }
    run.advance(plan.steps)
    return run
  }

  /// The scene after the whole run.
  package func trained(_ scene: Scene) -> Scene {
    var trained = scene
    trained.take(solved(from: scene))
    return trained
  }

  /// Whether a run has come to where it should.
  package func isDone(_ run: Training) -> Bool {
    plan.until == nil ? run.reached == plan.steps : run.finished != nil
  }
}
