import Lessons
import Scenes

/// A run of gradient descent in the student's hands.
package struct Run: Equatable, Sendable {
  package var training: Training
  /// Whether steps are taken by themselves.
  package var isPlaying = false
  /// Whether the scene has followed it yet: a run as a whole is one undoable change.
  var isFollowed = false

  init(_ training: Training) {
    self.training = training
  }
}

/// What the keys change on the strip of a run.
package enum RunKnob: Int, CaseIterable, Sendable {
  case step
  case rate
  case speed
}

/// How a run is steered; it outlives the run itself.
package struct RunControls: Equatable, Sendable {
  package var knob = RunKnob.step
  /// How many steps are taken from one picture to the next.
  package var speed = 1
  /// The rate with which the next run begins, where the student has chosen one.
  package var rate: Float?
  /// How often the noise has been drawn anew.
  package var draws = 0

  static let speeds = 1...64
  static let rates: ClosedRange<Float> = 1e-6...100

  init(_ task: TrainingTask?) {
    speed = task.map(Self.speed) ?? 1
  }

  /// A whole run then takes about two seconds.
  static func speed(for task: TrainingTask) -> Int {
    var speed = 1
    while task.plan.steps > 60 * speed, speed < speeds.upperBound { speed *= 2 }
    return speed
  }
}
