/// The keys that a mapping may have.
package struct MappingKeys: Equatable, Sendable {
  /// What the mapping is, in words: "front matter".
  let owner: String
  let keys: [String]
  let required: [String]

  package init(owner: String, keys: [String], required: [String]) {
    self.owner = owner
    self.keys = keys
    self.required = required
  }
}

/// The keys of a lesson's front matter.
enum HeaderKey: String, CaseIterable {
  case qkv
  case id
  case title
  case summary
  case minutes
  case needs
  case objectives
  case lang
  case use
  case further

  static let table = MappingKeys(
    owner: "front matter", keys: allCases.map(\.rawValue),
    required: [qkv, id, title, summary, minutes].map(\.rawValue))
}

/// The keys of an entry of the further reading.
enum ReadingKey: String, CaseIterable {
  case title
  case `where`
  case section
  case url

  static let table = MappingKeys(
    owner: "reading", keys: allCases.map(\.rawValue), required: [title.rawValue])
}

/// The keys of a `goal` block.
enum GoalKey: String, CaseIterable {
  case when
  case parts
  case solution
  case easy
  case slider
  case ask
  case success

  static let table = MappingKeys(
    owner: "goal block", keys: allCases.map(\.rawValue), required: [solution.rawValue])
}

/// The keys of a condition that is shown with a mark.
enum ClaimKey: String, CaseIterable {
  case say
  case when

  static let table = MappingKeys(
    owner: "part of a goal", keys: allCases.map(\.rawValue), required: [when.rawValue])
}

/// The keys of a `train` block.
enum TrainKey: String, CaseIterable {
  case loss
  case parameters
  case optimiser
  case rate
  case steps
  case seed
  case until
  case solution
  case slider
  case ask
  case success

  static let table = MappingKeys(
    owner: "train block", keys: allCases.map(\.rawValue),
    required: [loss, parameters, rate, steps].map(\.rawValue))
}

/// The keys of `course.yml`.
enum CourseKey: String, CaseIterable {
  case qkv
  case title
  case parts
  case short
  case diagnostic

  static let table = MappingKeys(
    owner: "course", keys: allCases.map(\.rawValue),
    required: [qkv, title, parts].map(\.rawValue))
}

/// The keys of the short path through a course.
enum ShortPathKey: String, CaseIterable {
  case minutes
  case lessons

  static let table = MappingKeys(
    owner: "short path", keys: allCases.map(\.rawValue), required: allCases.map(\.rawValue))
}

/// The keys of a question of the diagnostic.
enum DiagnosticKey: String, CaseIterable {
  case lesson
  case step
  case question

  static let table = MappingKeys(
    owner: "question of the diagnostic", keys: allCases.map(\.rawValue),
    required: allCases.map(\.rawValue))
}

/// The keys of a part of the course.
enum PartKey: String, CaseIterable {
  case title
  case lessons

  static let table = MappingKeys(
    owner: "part", keys: allCases.map(\.rawValue), required: allCases.map(\.rawValue))
}

/// The keys of a lesson of the course that is still to be written.
enum PlannedKey: String, CaseIterable {
  case id
  case title
  case minutes

  static let table = MappingKeys(
    owner: "lesson", keys: allCases.map(\.rawValue), required: [id.rawValue])
}
