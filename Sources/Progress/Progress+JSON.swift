import Files

/// Why bytes are not a progress file that can be used as it is.
package enum ProgressFileError: Error, Equatable, Sendable {
  case notProgress
  /// The text is damaged or cut off; this much of it could be read.
  case damaged(Progress)
  /// A later edition wrote it; this much of it could be understood.
  case newer(version: Int, Progress)
}

extension Progress {
  /// Reads a progress file; what this edition does not understand is kept as it is.
  package init(parsing bytes: [UInt8]) throws(ProgressFileError) {
    let reader = JSONReader(bytes)
    guard let members = reader.value?.object else { throw .notProgress }
    let version = members["version"]?.integer ?? 0
    let lessons = members["lessons"]?.object
    let progress = Progress(members, lessons ?? [:])
    guard version <= Self.version else { throw .newer(version: version, progress) }
    guard lessons != nil else { throw .notProgress }
    let isOfUse = !progress.lessons.isEmpty || !progress.forgotten.isEmpty
    if !reader.isWhole { throw isOfUse ? .damaged(progress) : .notProgress }
    guard version > 0 || isOfUse else { throw .notProgress }
    self = progress
  }

  /// The text of the progress file.
  package var text: String { json.text + "\n" }

  private init(_ members: [String: JSONValue], _ entries: [String: JSONValue]) {
    var members = members
    members["version"] = nil
    members["lessons"] = nil
    let lessons = entries.parted(LessonProgress.init)
    let resets = members.take("forgotten", \.object)?.parted(Timestamp.init(json:))
    self.init(lessons: lessons.read, forgotten: resets?.read ?? [:])
    students = Set(members.take("students", Self.names) ?? [])
    unreadLessons = lessons.unread
    unreadForgotten = resets?.unread ?? [:]
    others = members
  }

  /// The names in an array of nothing but strings.
  private static func names(_ json: JSONValue) -> [String]? {
    guard let items = json.array else { return nil }
    let names = items.compactMap(\.string)
    return names.isEmpty || names.count < items.count ? nil : names
  }

  private var json: JSONValue {
    var members = others
    members["version"] = .integer(Self.version)
    members["lessons"] = .object(unreadLessons.covered(by: lessons.mapValues(\.json)))
    let resets = unreadForgotten.covered(by: forgotten.mapValues(\.json))
    if !resets.isEmpty { members["forgotten"] = .object(resets) }
    if !students.isEmpty { members["students"] = .array(students.sorted().map(JSONValue.string)) }
    return .object(members)
  }
}

extension [String: JSONValue] {
  /// These members, but where this edition has its own: `others` first, since its words stand until then.
  fileprivate func covered(by own: [String: JSONValue]) -> [String: JSONValue] {
    merging(own) { $1 }
  }
}

extension LessonProgress {
  fileprivate init?(_ json: JSONValue) {
    guard var members = json.object else { return nil }
    let steps = members.take("finished", \.object)?.parted(Timestamp.init(json:))
    let blocks = members.take("blocks", \.object)?.parted(Outcome.init)
    let started = members.take("started", Timestamp.init(json:))
    let touched = members.take("touched", Timestamp.init(json:))
    // Whatever the file says, nothing was done after the lesson was last touched.
    let dates =
      (steps?.read ?? [:]).values
      + (blocks?.read ?? [:]).values.flatMap { [$0.date] + $0.reviews.keys }
    let latest = (dates + [started, touched].compactMap(\.self)).max()
    self.init(started: started, touched: latest ?? Timestamp(secondsSince1970: 0))
    finished = steps?.read ?? [:]
    outcomes = blocks?.read ?? [:]
    place = members.take("place", \.string)
    hints = members.take("hints", Self.hints) ?? [:]
    mark = members.take("mark", LessonMark.init)
    spend(seconds: members.take("seconds", \.integer) ?? 0)
    unreadSteps = steps?.unread ?? [:]
    unreadOutcomes = blocks?.unread ?? [:]
    others = members
    for key in outcomes.keys {
      unreadOutcomes[key] = outcomes[key]?.others.removeValue(forKey: Outcome.unreadKey)
    }
  }

  /// The counts of an object that holds nothing else.
  private static func hints(_ json: JSONValue) -> [String: Int]? {
    guard let members = json.object else { return nil }
    let counts = members.compactMapValues(\.integer).filter { (1...10_000).contains($0.value) }
    return counts.count < members.count || counts.isEmpty ? nil : counts
  }

  fileprivate var json: JSONValue {
    var members = others
    if let mark { members["mark"] = mark.json }
    if !hints.isEmpty { members["hints"] = .object(hints.mapValues(JSONValue.integer)) }
    if let started { members["started"] = started.json }
    // One that cannot be read stands until the lesson is touched again.
    if members["touched"] == nil { members["touched"] = touched.json }
    let steps = finished.mapValues(\.json).covered(by: unreadSteps)
    if members["finished"] == nil || !steps.isEmpty { members["finished"] = .object(steps) }
    let blocks = blocks
    if members["blocks"] == nil || !blocks.isEmpty { members["blocks"] = .object(blocks) }
    if let place { members["place"] = .string(place) }
    if members["seconds"] == nil || seconds > 0 { members["seconds"] = .integer(seconds) }
    return .object(members)
  }

  /// The outcomes, each with what a later edition wrote in its place.
  private var blocks: [String: JSONValue] {
    var blocks = unreadOutcomes
    for (key, outcome) in outcomes { blocks[key] = outcome.json(covering: unreadOutcomes[key]) }
    return blocks
  }
}

extension Outcome {
  /// Under this key stands what was there before this edition had an outcome of its own.
  fileprivate static let unreadKey = "unread"

  fileprivate init?(_ json: JSONValue) {
    guard var members = json.object,
      let kind = members.take("kind", { $0.string.flatMap(Kind.init) }),
      let isRight = members.take("right", \.bool),
      let date = members.take("date", Timestamp.init(json:))
    else { return nil }
    self.init(
      kind: kind, isRight: isRight, guess: members.take("guess", \.string),
      attempts: members.take("attempts", \.integer) ?? 1, date: date,
      rightDate: members.take("rightDate", Timestamp.init(json:)),
      sightings: members.take("misconceptions", Self.sightings) ?? [:],
      reviews: Self.takeReviews(from: &members))
    others = members
  }

  /// The answers of reviews; what cannot be read as one stays.
  private static func takeReviews(
    from members: inout [String: JSONValue]
  ) -> [Timestamp: Bool] {
    guard var entries = members["reviews"]?.object else { return [:] }
    var reviews: [Timestamp: Bool] = [:]
    for (key, value) in entries {
      guard let date = Timestamp(key), let isRight = value.bool else { continue }
      reviews[date] = isRight
      entries[key] = nil
    }
    members["reviews"] = entries.isEmpty ? nil : .object(entries)
    return reviews
  }

  /// The misconceptions of an object that holds nothing else.
  private static func sightings(_ json: JSONValue) -> [String: Sighting]? {
    guard let members = json.object else { return nil }
    let sightings = members.compactMapValues(Sighting.init)
    return sightings.count < members.count || sightings.isEmpty ? nil : sightings
  }

  fileprivate func json(covering unread: JSONValue?) -> JSONValue {
    var members = others
    members["kind"] = .string(kind.rawValue)
    members["right"] = .bool(isRight)
    if let guess { members["guess"] = .string(guess) }
    if members["attempts"] == nil || attempts > 1 { members["attempts"] = .integer(attempts) }
    members["date"] = date.json
    if let rightDate, !isRight { members["rightDate"] = rightDate.json }
    if !sightings.isEmpty {
      members["misconceptions"] = .object(sightings.mapValues(\.json))
    }
    if !reviews.isEmpty {
      let own = reviews.map { ($0.key.text, JSONValue.bool($0.value)) }
      let unread = members["reviews"]?.object ?? [:]
      members["reviews"] = .object(unread.merging(own) { $1 })
    }
    if let unread { members[Self.unreadKey] = unread }
    return .object(members)
  }
}

extension LessonMark {
  fileprivate init?(_ json: JSONValue) {
    guard var members = json.object,
      let kind = members.take("as", { $0.string.flatMap(Kind.init) }),
      let date = members.take("date", Timestamp.init(json:)), members.isEmpty
    else { return nil }
    self.init(kind, at: date)
  }

  fileprivate var json: JSONValue {
    .object(["as": .string(kind.rawValue), "date": date.json])
  }
}

extension Sighting {
  /// A count, with a date unless an older edition wrote it.
  fileprivate init?(_ json: JSONValue) {
    var members = json.object ?? [:]
    let count = json.integer ?? members.take("count", \.integer)
    let last = members.take("last", Timestamp.init(json:))
    // What else a later edition wrote would be lost.
    guard let count, count >= 1, members.isEmpty else { return nil }
    self.init(count: count, last: last)
  }

  fileprivate var json: JSONValue {
    var members = ["count": JSONValue.integer(count)]
    members["last"] = last.map(\.json)
    return .object(members)
  }
}

extension Timestamp {
  fileprivate init?(json: JSONValue) {
    guard let text = json.string else { return nil }
    self.init(text)
  }

  fileprivate var json: JSONValue { .string(text) }
}
