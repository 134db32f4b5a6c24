import Lessons
import Scenes

/// A scene as it once was, with the version of the step that it belongs to.
///
/// One object that all copies of a state share: each page makes many copies, and a state has several moments.
package final class Moment: Sendable {
  package let scene: Scene
  let step: Step

  init(scene: Scene, step: Step) {
    self.scene = scene
    self.step = step
  }
}

extension Moment: Equatable {
  package static func == (one: Moment, other: Moment) -> Bool {
    one === other || one.scene == other.scene && one.step == other.step
  }
}

extension StepState {
  var now: Moment { Moment(scene: scene, step: step) }

  /// A moment as a scene of the version that runs now: what the step shows has the numbers that it had then,
  /// whatever formulas run since.
  package func scene(at moment: Moment) -> Scene {
    guard moment.step.formulas != step.formulas else { return moment.scene }
    let numbers = zip(step.watched, moment.step.watched).map { now, then in
      (now, moment.scene.values(of: then))
    }
    return scene.showing(Dictionary(numbers) { first, _ in first })
  }
}
