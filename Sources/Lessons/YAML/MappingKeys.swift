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

/// The keys of a `predict` block.
enum PredictKey: String, CaseIterable {
  case ask
  case options
  case right
  case check
  case grows
  case largest
  case among
  case number
  case tolerance
  case sign
  case set
  case hide
  case explain
  case wrong

  /// The keys of which a prediction has exactly one.
  static let answers: [PredictKey] = [.options, .grows, .largest, .number, .sign]

  static let table = MappingKeys(
    owner: "predict block", keys: allCases.map(\.rawValue), required: [ask.rawValue])
}

/// The keys of a `choice` block.
enum ChoiceKey: String, CaseIterable {
  case ask
  case options
  case check

  static let table = MappingKeys(
    owner: "choice block", keys: allCases.map(\.rawValue),
    required: [ask, options].map(\.rawValue))
}

/// The keys of an option of a `choice` block.
enum OptionKey: String, CaseIterable {
  case text
  case right
  case why

  static let table = MappingKeys(
    owner: "option", keys: allCases.map(\.rawValue), required: [text, why].map(\.rawValue))
}

/// The keys of a `number` block.
enum NumberKey: String, CaseIterable {
  case ask
  case answer
  case equals
  case tolerance
  case right
  case wrong
  case hide

  static let table = MappingKeys(
    owner: "number block", keys: allCases.map(\.rawValue),
    required: [ask, answer, equals].map(\.rawValue))
}

/// The keys of a `goal` block.
enum GoalKey: String, CaseIterable {
  case when
  case solution
  case ask
  case success

  static let table = MappingKeys(
    owner: "goal block", keys: allCases.map(\.rawValue),
    required: [when, solution].map(\.rawValue))
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

  static let table = MappingKeys(
    owner: "course", keys: allCases.map(\.rawValue), required: allCases.map(\.rawValue))
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
