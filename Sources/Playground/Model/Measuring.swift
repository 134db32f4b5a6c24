import Lessons
import Scenes
import Text

/// A piece of attention that is measured in one go: some queries against all keys.
package struct AttentionJob: Equatable, Codable, Sendable {
  package let tokens: Int
  /// How many queries ask, all of them or a part.
  package let queries: Int
  package let heads: Int
  package let dim: Int
}

/// How far a `measure` panel has come.
package struct Measuring: Equatable, Sendable {
  let panel: Int
  /// The length that is measured now, by its place.
  var place = 0
  /// The queries of this length that are done, counted over all heads, and what they took.
  var done = 0
  var seconds = 0.0
  /// The multiplications and additions that this machine did in the last second of work.
  var speed = 2e9

  /// The most seconds that one go should take: a key must not wait for it.
  static let longest = 0.04
  /// The longest text that is measured; beyond it a lesson would wait for minutes.
  package static let mostTokens = 32_768

  /// The next piece of a length.
  func job(tokens: Int, _ options: MeasurementOptions) -> AttentionJob {
    let perQuery = 4 * Double(tokens) * Double(options.dim)
    let all = tokens * options.heads
    if Double(all) * perQuery <= speed * Self.longest {
      return AttentionJob(
        tokens: tokens, queries: tokens, heads: options.heads, dim: options.dim)
    }
    let most = max(Int(speed * Self.longest / perQuery), 16)
    let queries = min(most, tokens - done % tokens)
    return AttentionJob(tokens: tokens, queries: queries, heads: 1, dim: options.dim)
  }
}

extension StepState {
  /// The first panel that measures, counted from 0.
  package var measurePanel: Int? { panels.firstIndex { $0.options.measurement != nil } }

  /// The length that is measured now, by its place.
  package var measuredPlace: Int? { measuring?.place }

  fileprivate func tokens(of panel: Int, at place: Int) -> Int? {
    let lengths = scene.values(of: panels[panel].subjects[0]).elements
    guard lengths.indices.contains(place), lengths[place].isFinite else { return nil }
    return Int(min(max(lengths[place], 1), Float(Measuring.mostTokens)))
  }
}

extension Model {
  /// Starts to measure, or stops; what is measured already is kept.
  mutating func toggleMeasuring(_ panel: Int) -> [Effect] {
    if session?.stepState.measuring != nil {
      session?.stepState.measuring = nil
      notice = Notice(text: "stopped; what is measured is kept")
      return []
    }
    session?.stepState.measuring = Measuring(panel: panel)
    return []
  }

  /// Asks for the next piece.
  mutating func measureOn() -> [Effect] {
    guard let stepState = session?.stepState, let measuring = stepState.measuring,
      let options = stepState.panels[measuring.panel].options.measurement,
      let tokens = stepState.tokens(of: measuring.panel, at: measuring.place)
    else {
      session?.stepState.measuring = nil
      return []
    }
    return [.measure(measuring.job(tokens: tokens, options))]
  }

  /// Takes what a piece took.
  mutating func take(_ job: AttentionJob, seconds: Double) -> [Effect] {
    guard let stepState = session?.stepState, var measuring = stepState.measuring,
      let options = stepState.panels[measuring.panel].options.measurement,
      stepState.tokens(of: measuring.panel, at: measuring.place) == job.tokens
    else { return [] }
    let queries = job.queries * job.heads
    let work = 4 * Double(queries) * Double(job.tokens) * Double(job.dim)
    if seconds > 0 { measuring.speed = work / seconds }
    measuring.seconds += seconds
    measuring.done += queries
    guard measuring.done >= job.tokens * options.heads else {
      session?.stepState.measuring = measuring
      return []
    }
    let entry = Entry(node: options.times, index: measuring.place)
    let time = Float(measuring.seconds * 1000)
    (measuring.place, measuring.done, measuring.seconds) = (measuring.place + 1, 0, 0)
    let isLast = stepState.tokens(of: measuring.panel, at: measuring.place) == nil
    session?.stepState.measuring = isLast ? nil : measuring
    return change(saying: isLast ? Notice(text: "measured on this machine") : nil) {
      $0.set(entry, to: time)
    } + saving
  }
}
