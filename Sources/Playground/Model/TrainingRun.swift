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
  /// How many steps are taken from one picture to the next.
  package var speed = 1
  /// The rate with which the next run begins, where the student has chosen one.
  package var rate: Float?
  /// How often the noise has been drawn again.
  package var draws = 0

  package static let speeds = 1...64
  package static let rates: ClosedRange<Float> = 1e-6...100

  package init(_ task: TrainingTask?) {
    speed = task.map(Self.speed) ?? 1
  }

  /// A whole run then takes about two seconds.
  package static func speed(for task: TrainingTask) -> Int {
    var speed = 1
    while task.plan.steps > 60 * speed, speed < speeds.upperBound { speed *= 2 }
    return speed
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
