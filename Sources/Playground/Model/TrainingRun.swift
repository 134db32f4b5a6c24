import Lessons
import Scenes

/// A run of gradient descent in the student's hands.
package struct TrainingRun: Equatable, Sendable {
  package var training: Training
  /// Whether steps are taken by themselves.
  package var isPlaying = false
  /// Whether the scene has followed it yet: a run as a whole is one undoable change.
  package var isFollowed = false

  package init(_ training: Training) {
    self.training = training
  }
}

/// What the keys change on the strip of a run.
package enum RunKnob: Int, CaseIterable, Codable, Sendable {
  case step
  case rate
  case speed
}

/// How a run is steered; it outlives the run itself.
package struct RunControls: Equatable, Codable, Sendable {
  package var knob = RunKnob.step
  /// Steps a second, where the student has chosen so.
  package var speed: Int?
  /// Steps a second with which the run that was started last takes its usual time.
  package var usualSpeed: Int?
  /// The rate with which the next run begins, where the student has chosen one.
  package var rate: Float?
  /// How often the noise has been drawn again.
  package var draws = 0

  package static let speeds = 1...4096
  package static let rates: ClosedRange<Float> = 1e-6...100

}

/// How the steps of a run are shared out among its pictures.
package struct RunPace: Equatable, Sendable {
  /// Steps from one picture to the next.
  package let steps: Int
  /// The time from one picture to the next.
  package let interval: Duration

  /// At most thirty pictures a second, for so many steps a second.
  package init(speed: Int) {
    let speed = max(speed, 1)
    steps = (speed + Self.picturesASecond - 1) / Self.picturesASecond
    interval = .microseconds(steps * 1_000_000 / speed)
  }

  private static let picturesASecond = 30
}

extension RunControls {
  /// How long a run lasts unless somebody chooses: long enough to watch the matrices change.
  package static let usualSeconds = 8

  /// What can be taken to find out how long a run is before it is shown, about .1 s.
  private static let mostWork = 3e7

  /// Notes the speed at which all that is left of the run takes its usual time.
  ///
  /// Where it costs little the run is tried out, since its condition mostly ends it long before its last step.
  mutating func chooseSpeed(for training: Training, workOfStep work: Double) {
    let left = training.plan.steps - training.step
    var end = training
    if Double(left) * work <= Self.mostWork { end.advance(left) }
    let steps = end.step - training.step
    usualSpeed = Self.speed(forSteps: steps > 0 ? steps : left)
  }

  /// So many steps in the usual time, but no fewer than one a second.
  static func speed(forSteps steps: Int) -> Int {
    let speed = (steps + usualSeconds / 2) / usualSeconds
    return min(max(speed, 1), speeds.upperBound)
  }
}

extension TrainingTask {
  /// The author's words for the task, where there are any.
  package var title: String { ask.isEmpty ? order : ask.plainText }

  /// The task in words, where the author gives none.
  package var order: String {
    let names = parameters.joined(separator: ", ")
    return untilText.map { "train \(names) until \($0)" } ?? "train \(names) to lower \(lossText)"
  }
}
