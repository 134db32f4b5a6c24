import Lessons
import Pages
import Playground
import Progress
import Scenes
import Terminal
import Text

/// A task learned from one start, with the page drawn thirty times a second as for a person.
struct LearningTrial {
  /// The step at which the task was solved; nil where it was not.
  let steps: Int?
  /// What a person would have waited, in seconds.
  let seconds: Double
  /// The longest time that steps and picture took, in milliseconds.
  let slowestPicture: Double
  /// Whether each of two heads has taken a job of its own; nil where there are not two.
  let areSpecialised: Bool?

  private static let picture = Duration.milliseconds(33)

  /// A trial from the random start of this number.
  init(_ lesson: Lesson, draw: Int) {
    var model = Model(
      library: Library(directory: ""), progress: Progress(), settings: Settings(),
      now: Timestamp(secondsSince1970: 0))
    model.open(lesson, step: 0)
    for _ in 0..<draw { _ = model.update(.train(.redraw), at: model.now) }
    _ = model.update(.train(.toggle), at: model.now)
    let size = Size(width: 120, height: 40)
    var (waited, slowest) = (Duration.zero, Duration.zero)
    let clock = ContinuousClock()
    while let picture = model.nextPicture {
      let time = clock.measure {
        _ = model.update(picture, at: model.now)
        _ = Page(model, size: size).frame
      }
      slowest = max(slowest, time)
      waited += max(time, Self.picture)
    }
    let stepState = model.session?.stepState
    steps = stepState?.run?.training.finished
    seconds = waited / .seconds(1)
    slowestPicture = slowest / .milliseconds(1)
    areSpecialised = stepState.flatMap { Self.specialised($0.scene) }
  }

  /// Whether one head looks at the token before and the other at the first, by more than 0.7 on
  /// average over the places where these differ.
  private static func specialised(_ scene: Scene) -> Bool? {
    guard let node = scene.definition("weight")?.node else { return nil }
    let weight = scene.values(of: node)
    guard weight.shape.count == 3, weight.shape[0] == 2 else { return nil }
    let places = 2..<weight.shape[1]
    func share(_ head: Int, _ target: (Int) -> Int) -> Float {
      places.reduce(0) { $0 + weight[head, $1, target($1)] } / Float(places.count)
    }
    let before = (0..<2).map { share($0) { $0 - 1 } }
    let first = (0..<2).map { share($0) { _ in 0 } }
    return (before[0] > 0.7 && first[1] > 0.7) || (before[1] > 0.7 && first[0] > 0.7)
  }
}

/// Twenty trials of a task.
struct LearningTrials {
  let name: String
  let trials: [LearningTrial]

  static let limit = 2.0

  init(_ task: LearningTask, count: Int = 20) throws(Diagnostics) {
    name = task.name
    let lesson = try task.lesson()
    trials = (0..<count).map { LearningTrial(lesson, draw: $0) }
  }

  private var solved: [LearningTrial] { trials.filter { $0.steps != nil } }
  private var inTime: [LearningTrial] { solved.filter { $0.seconds <= Self.limit } }

  private func middle(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  private var specialised: Int? {
    let known = trials.compactMap(\.areSpecialised)
    return known.isEmpty ? nil : known.count { $0 }
  }

  var text: String {
    let steps = middle(solved.map { Double($0.steps ?? 0) }).map { String(Int($0)) } ?? "–"
    let most = solved.compactMap(\.steps).max().map(String.init) ?? "–"
    let seconds = middle(solved.map(\.seconds)).map(\.rounded3) ?? "–"
    let slowest = (trials.map(\.slowestPicture).max() ?? 0).rounded3
    let heads = specialised.map { ", \($0) with a job for each head" } ?? ""
    return """
      \(name): \(solved.count) of \(trials.count) starts solved, \(inTime.count) within \
      \(Self.limit) s\(heads); \(steps) steps in the middle, \(most) at most, \(seconds) s; \
      the slowest picture took \(slowest) ms
      """
  }

  var json: JSON {
    [
      "name": .string(name), "starts": .integer(trials.count), "solved": .integer(solved.count),
      "inTime": .integer(inTime.count), "specialised": .integer(specialised ?? 0),
      "steps": .array(solved.map { .integer($0.steps ?? 0) }),
      "seconds": .array(solved.map { .number(Float($0.seconds)) }),
      "slowestPictureMilliseconds": .number(
        Float(trials.map(\.slowestPicture).max() ?? 0)),
    ]
  }
}
