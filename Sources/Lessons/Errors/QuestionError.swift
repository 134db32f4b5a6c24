import Text

/// What can be wrong with a question or a goal.
enum QuestionError: Equatable {
  case answers([String])
  case nothingSet(key: String)
  case rightOutside(count: Int)
  case fewOptions
  case rightCount(Int)
  case notScalar(String, rank: Int)
  case notVector(String, rank: Int)
  case notComponent(String, axis: String, advice: String?)
  case negativeTolerance
  case orderCount(Int)
  case orderedTwice(String)
  case optionCount(Int, values: Int)
  case optionWithoutText
  case unknownOption(String, closest: String?, known: [String])
  case answerOfVariants
  case varyForm
  case variedValues(Int, limit: Int)
  case tooManyVariants(limit: Int)
  /// A goal is one condition or several parts.
  case goalForm(hasBoth: Bool)
  case notSceneName(String)
  case fewVersions
  case unknownVersion(String, known: [String])
}

extension QuestionError {
  var message: String {
    switch self {
    case .answers(let keys):
      keys.isEmpty
        ? "The prediction does not say where its answer comes from."
        : "A prediction has one answer, but here are \(keys.joined(separator: " and "))."
    case .nothingSet(let key): "\"\(key)\" compares before and after, but nothing is set."
    case .rightOutside(let count): "\"right\" is the number of an option, from 1 to \(count)."
    case .fewOptions: "There are at least two options to choose from."
    case .rightCount(let count):
      count == 0
        ? "No option is marked as right." : "One option is right, but \(count) are marked so."
    case .notScalar(let text, let rank):
      "A single number is expected, but \(text) \(isOfRank(rank))."
    case .notVector(let text, let rank): "A vector is expected, but \(text) \(isOfRank(rank))."
    case .notComponent(let label, let axis, _): "The axis \(axis) has no \"\(label)\"."
    case .negativeTolerance: "A tolerance is 0 or larger."
    case .orderCount(let count):
      "An order has 2 to 9 values, but here \(agreeing(count, "is", "are")) \(count)."
    case .fewVersions: "A switch has two or more versions."
    case .unknownVersion(let label, _): "The switch has no version \"\(label)\"."
    case .notSceneName(let text): "\(text) is no name that a matrix can have."
    case .goalForm(let hasBoth):
      hasBoth
        ? "A goal has one condition under when, or several under parts, not both."
        : "The goal does not say what has to hold."
    case .orderedTwice(let label): "\"\(label)\" is named twice."
    case .optionCount(let count, let values):
      "There \(agreeing(count, "is", "are")) \(counted(count, "option")) for \(counted(values, "value"))."
    case .optionWithoutText: "The option says nothing."
    case .unknownOption(let text, _, _): "There is no option \"\(text)\"."
    case .answerOfVariants: "With other numbers each time there is no one answer to give."
    case .varyForm: "What varies is written as INPUT in [one, another]."
    case .variedValues(let count, let limit):
      "An input varies over 2 to \(limit) values, but here \(agreeing(count, "is", "are")) "
        + (count > limit ? "more." : "\(count).")
    case .tooManyVariants(let limit): "The values make more than \(limit) variants."
    }
  }

  var suggestion: String? {
    switch self {
    case .answers: "Give one of \(PredictKey.answers.map(\.rawValue).joined(separator: ", "))."
    case .nothingSet: "Add set: with an assignment such as 'X[\"it\",\"noun\"] = 1'"
    case .rightCount: "Write right: true for one of them."
    case .notComponent(_, _, let advice): advice
    case .fewOptions: "Write them as a list: options: [this one, that one]"
    case .orderCount(let count):
      count > 9
        ? "Choose some of them with among: [cat, it]" : "Give a vector, or a list of numbers."
    case .fewVersions: "Write a line for each: a name, a colon, its formula."
    case .unknownVersion(let label, let known):
      didYouMean(label.nearest(among: known)) ?? "Its versions: \(known.joined(separator: ", "))"
    case .notSceneName: "Write letters, digits and underscores, such as W_q."
    case .goalForm: "Write when: with a condition, or parts: with a list of {say: …, when: …}."
    case .orderedTwice: "Name each option once."
    case .optionWithoutText: "Give it a text, or equals: with the formula that computes it."
    case .unknownOption(_, let closest, let known): didYouMean(closest, orOneOf: known + ["else"])
    case .varyForm: "For instance: score[\"soup\"] in [1, 2, 3], or s in 1 to 4 step 0.5"
    case .answerOfVariants: "Leave it out: equals: computes it."
    case .rightOutside, .variedValues, .tooManyVariants, .notScalar, .notVector, .negativeTolerance,
      .optionCount:
      nil
    }
  }
}
