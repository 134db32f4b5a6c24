/// Why bytes are not a progress file.
package enum ProgressFileFault: Error, Equatable, Sendable {
  case notProgress
  /// A later edition wrote it; this much of it could be understood.
  case newer(version: Int, Progress)
}

extension Progress {
  /// Reads a progress file; unknown keys are kept, unknown versions are not touched.
  package init(parsing bytes: [UInt8]) throws(ProgressFileFault) {
    guard let members = JSONValue(parsing: bytes)?.object,
      let version = members["version"]?.integer, version >= 1
    else { throw .notProgress }
    let progress = Progress(members)
    guard version <= Self.version else {
      throw .newer(version: version, progress ?? Progress())
    }
    guard let progress else { throw .notProgress }
    self = progress
  }

  /// The text of the progress file.
  package var text: String { json.text + "\n" }

  private init?(_ members: [String: JSONValue]) {
    guard let entries = members["lessons"]?.object else { return nil }
    let lessons = entries.compactMapValues(LessonProgress.init)
    guard lessons.count == entries.count else { return nil }
    let resets = members["forgotten"]?.object ?? [:]
    self.init(
      lessons: lessons, forgotten: resets.compactMapValues { Moment(json: $0) },
      others: members.without(["version", "lessons", "forgotten"]))
  }

  private var json: JSONValue {
    var members = others
    members["version"] = .integer(Self.version)
    members["lessons"] = .object(lessons.mapValues(\.json))
    members["forgotten"] = forgotten.isEmpty ? nil : .object(forgotten.mapValues(\.json))
    return .object(members)
  }
}

extension LessonProgress {
  private static let keys: Set = ["blocks", "finished", "place", "seconds", "started", "touched"]

  fileprivate init?(_ json: JSONValue) {
    guard let members = json.object,
      let started = Moment(json: members["started"]),
      let touched = Moment(json: members["touched"]),
      let finished = members["finished"]?.object,
      let blocks = members["blocks"]?.object
    else { return nil }
    self.init(started: started)
    self.touched = touched
    self.finished = finished.compactMapValues { Moment(json: $0) }
    outcomes = blocks.compactMapValues(Outcome.init)
    place = members["place"]?.string
    seconds = max(0, members["seconds"]?.integer ?? 0)
    others = members.without(Self.keys)
    guard self.finished.count == finished.count, outcomes.count == blocks.count else { return nil }
  }

  fileprivate var json: JSONValue {
    var members = others
    members["started"] = started.json
    members["touched"] = touched.json
    members["finished"] = .object(finished.mapValues(\.json))
    members["blocks"] = .object(outcomes.mapValues(\.json))
    members["place"] = place.map(JSONValue.string)
    members["seconds"] = .integer(seconds)
    return .object(members)
  }
}

extension Outcome {
  private static let keys: Set = ["attempts", "date", "guess", "kind", "right"]

  fileprivate init?(_ json: JSONValue) {
    guard let members = json.object,
      let kind = members["kind"]?.string.flatMap(Kind.init),
      let isRight = members["right"]?.bool,
      let date = Moment(json: members["date"])
    else { return nil }
    self.init(
      kind: kind, isRight: isRight, guess: members["guess"]?.string,
      attempts: max(1, members["attempts"]?.integer ?? 1), date: date)
    others = members.without(Self.keys)
  }

  fileprivate var json: JSONValue {
    var members = others
    members["kind"] = .string(kind.rawValue)
    members["right"] = .bool(isRight)
    members["guess"] = guess.map(JSONValue.string)
    members["attempts"] = .integer(attempts)
    members["date"] = date.json
    return .object(members)
  }
}

extension Moment {
  fileprivate init?(json: JSONValue?) {
    guard let text = json?.string else { return nil }
    self.init(text)
  }

  fileprivate var json: JSONValue { .string(text) }
}
