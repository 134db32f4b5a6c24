import Scenes
import Text

extension LessonChecker {
  /// Warns of numbers that stop being finite within the ranges of the sliders, once for each place; with every
  /// position of the switches.
  mutating func checkRanges(of step: Step) {
    for places in step.switchPlaces {
      guard let version = try? step.version(choosing: places) else { continue }
      checkRanges(ofVersion: version)
    }
  }

  private mutating func checkRanges(ofVersion step: Step) {
    var trials = RangeTrials(step)
    trials.note(step.scene, [], step.isSwitched ? nil : "as the step begins", &self)
    if step.questions.contains(where: { !$0.setup.isEmpty }),
      let revealed = revealed(step.questions, step.scene)
    {
      trials.note(revealed, [], "after the reveal", &self)
    }
    for number in 0..<trials.ranges.count {
      guard rangeWork >= trials.cost else { return }
      let values = trials.ranges.trial(number)
      guard let scene = trials.scene(values, &self) else { continue }
      trials.note(scene, values, nil, &self)
    }
  }
}

extension Step {
  /// Every way in which its switches can stand, the first versions first, at most so many.
  fileprivate var switchPlaces: [[String: Int]] {
    let all = switches.reduce([[:]]) { (ways: [[String: Int]], formula) in
      formula.versions.indices.flatMap { place in
        ways.map { $0.merging([formula.name: place]) { $1 } }
      }
    }
    return Array(all.prefix(Self.mostSwitchPlaces))
  }

  private static let mostSwitchPlaces = 32
}

/// The trials of one step and the operations that they have found.
private struct RangeTrials {
  var ranges: SliderRanges
  let cost: Double
  private let step: Step
  private let watched: [NodeID]
  private let definitions: [NodeID]
  private var found: Set<NodeID> = []

  init(_ step: Step) {
    self.step = step
    ranges = SliderRanges(step)
    watched = step.watched
    definitions = step.scene.definitions.map(\.node)
    let perMatrix =
      Limits.rangeWorkPerMatrix + (ranges.resizes ? Limits.rangeWorkPerMatrixRead : 0)
    cost = step.scene.work + Double(step.scene.matrixCount) * perMatrix
  }

  /// The scene of a trial, paid from the lesson's work; nil where a size does not suit it or takes too long.
  func scene(_ values: [Float?], _ claims: inout LessonChecker) -> Scene? {
    let most = SceneCost(numbers: SceneCost.most.numbers, work: claims.rangeWork)
    claims.rangeWork -= cost
    guard let scene = ranges.scene(values, within: most) else { return nil }
    if ranges.resizes { claims.rangeWork -= max(scene.work - step.scene.work, 0) }
    return scene
  }

  mutating func note(
    _ scene: Scene, _ values: [Float?], _ moment: String?, _ claims: inout LessonChecker
  ) {
    for maker in makers(in: scene) where found.insert(maker).inserted {
      let breakdown = scene.breakdown(of: maker)
      let place = moment ?? "where " + words(fewest(values, maker, &claims))
      let problem = scene.problem(
        breakdown, message: "\(breakdown.name) becomes \(breakdown.number) \(place).",
        suggestion: "It comes from \(breakdown.cause). Where that is meant, say so in a comment "
          + "on its line: # \(breakdown.number) is meant.")
      if let problem { claims.warn(ofBreakdown: problem) }
    }
  }

  /// What the switches and the sliders are set to.
  private func words(_ values: [Float?]) -> String {
    let switches = step.switches.map { formula in
      "\(formula.name) = \(formula.labels[step.version(of: formula)])"
    }
    return (switches + [ranges.words(values)]).filter { !$0.isEmpty }.joined(separator: " and ")
  }

  /// What is seen must be finite; what is only computed may be infinite, as the log of a mask is.
  private func makers(in scene: Scene) -> [NodeID] {
    scene.breakdowns(upstreamOf: watched)
      + scene.breakdowns(upstreamOf: definitions, onlyNaN: true)
  }

  /// The settings without those that do not matter for the breakdown.
  private func fewest(
    _ values: [Float?], _ maker: NodeID, _ claims: inout LessonChecker
  ) -> [Float?] {
    var values = values
    for index in values.indices where values.count(where: { $0 != nil }) > 1 {
      guard values[index] != nil, claims.rangeWork >= cost else { continue }
      var fewer = values
      fewer[index] = nil
      if let scene = scene(fewer, &claims), makers(in: scene).contains(maker) { values = fewer }
    }
    return values
  }
}
