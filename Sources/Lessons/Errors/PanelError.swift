import Text

/// What can be wrong with a panel.
enum PanelError: Equatable {
  case unknownKind(String, closest: String?)
  case missingPanel
  case missingSubject(kind: PanelKind)
  case tooManySubjects([String], kind: PanelKind)
  case tooFewSubjects(Int, kind: PanelKind)
  case unclosedQuote
  case unclosedBracket
  case unknownOption(String, kind: String, closest: String?, known: [String])
  case missingValue(option: String)
  case repeatedOption(String)
  case yesOrNo(option: String)
  case unknownChoice(String, option: String, closest: String?, known: [String])
  case noNumber(option: String)
  case emptyRange(from: Float, to: Float)
  case unknownLabel(String, axis: String, advice: String?)
  case unfitRank(kind: String, subject: String, rank: Int, expected: String)
  case narrowPlane(subject: String)
  case missingInput(subject: String)
  case notInput(String)
  case notStacked(String, closest: String?, known: [String])
  case tooManyStacks(Int)
  case repeatedStack(String)
  case unlikeAxes(String, String)
  case negativeLogarithm(String)
  case noColumnSums
  case unlikeTables(String, String)
  case notShown(String)
  case angleOfTwo(Int)
  case extraWords(String)
  case tooMany(limit: Int)
  case unlikeScores(String)
  case tooManyMarks(count: Int)
  case unreadableMarks
  case missingTimes(subject: String)
  case unfitTimes(String)
  case unfitSize(option: String, most: Int)
  case brokenPipeline(String, other: String, lacksSource: Bool)
}

extension PanelError {
  var message: String {
    switch self {
    case .unknownKind(let kind, _): "There is no panel of the kind \"\(kind)\"."
    case .missingPanel: "A panel is expected here."
    case .missingSubject(let kind): "The \(kind.rawValue) panel does not say what it shows."
    case .tooManySubjects(let texts, let kind):
      "A \(kind.rawValue) panel shows \(kind.countOfSubjects), but here are \(texts.count)."
    case .tooFewSubjects(let count, let kind):
      "A \(kind.rawValue) panel shows \(kind.countOfSubjects), but here \(agreeing(count, "is", "are")) \(count)."
    case .unclosedQuote: "This quotation mark is never closed."
    case .unclosedBracket: "This bracket is never closed."
    case .unknownOption(let key, let kind, _, _): "A \(kind) panel has no option \"\(key)\"."
    case .missingValue(let option): "The option \"\(option)\" lacks its value."
    case .repeatedOption(let option): "The option \"\(option)\" is given twice."
    case .yesOrNo(let option): "\"\(option)\" is yes or no."
    case .unknownChoice(let text, let option, _, _):
      "The option \"\(option)\" does not take \"\(text)\"."
    case .noNumber(let option): "\"\(option)\" takes a number."
    case .emptyRange: "The values shown end before they begin."
    case .unknownLabel(let label, let axis, _): "The axis \(axis) has no \"\(label)\"."
    case .unfitRank(let kind, let subject, let rank, let expected):
      "A \(kind) panel shows \(expected), but \(subject) \(isOfRank(rank))."
    case .narrowPlane(let subject): "A plane needs two columns, but \(subject) has fewer."
    case .missingInput: "The gradient panel does not say over which input."
    case .notInput(let text): "A gradient is taken over an input, and \(text) is none."
    case .notStacked(let axis, _, _): "There is no stack of tables over \"\(axis)\" here."
    case .tooManyStacks(let count):
      "\"each\" lays tables out over one axis or two, but here are \(count)."
    case .repeatedStack(let axis): "\"each\" names \(axis) twice."
    case .unlikeAxes(let one, let other):
      "Bars that are compared need the same axis, but \(other) does not have that of \(one)."
    case .negativeLogarithm(let subject):
      "A logarithmic scale has no place for numbers below 0, and \(subject) has some."
    case .noColumnSums: "Lines show the sum of one row, but none of columns."
    case .notShown(let label): "No arrow of this plane is called \"\(label)\"."
    case .angleOfTwo(let count):
      "An angle is between two arrows, but here \(agreeing(count, "is", "are")) \(count)."
    case .unlikeTables(let one, let other):
      "Tables are compared cell by cell, but \(one) and \(other) have different axes."
    case .extraWords(let words): "Nothing is expected after the caption, but there is \"\(words)\"."
    case .unlikeScores(let text): "Shares are not cut from \(text): it has other places."
    case .tooManyMarks(let count): "There are only \(counted(count, "piece")) to mark."
    case .brokenPipeline(let subject, let other, _):
      "\(subject) does not fit to \(other): its rows or columns are others."
    case .missingTimes: "The measure panel does not say where its times go."
    case .unfitTimes(let text): "\(text) is no input with a number for each length."
    case .unfitSize(let option, let most): "\"\(option)\" is a whole number from 1 to \(most)."
    case .unreadableMarks: "Marks are the wanted sizes of the pieces."
    case .tooMany(let limit): "A step shows at most \(counted(limit, "panel"))."
    }
  }

  var suggestion: String? {
    switch self {
    case .unknownKind(_, let closest):
      didYouMean(closest, orOneOf: PanelKind.allCases.map(\.rawValue))
    case .unknownOption(_, _, let closest, let known): didYouMean(closest, orOneOf: known)
    case .unknownLabel(_, _, let advice): advice
    case .missingInput(let subject): "For instance: gradient \(subject) over=X"
    case .notStacked(_, let closest, let known):
      known.isEmpty
        ? "Tables are stacked over the axes before the last two, and here there are no others."
        : didYouMean(closest, orOneOf: known)
    case .missingSubject(let kind), .tooFewSubjects(_, let kind):
      "For instance: \(kind.rawValue) \(kind.rules.example)"
    case .tooManySubjects(let texts, let kind):
      "Give each a panel of its own: "
        + texts.map { "\(kind.rawValue) \($0)" }.joined(separator: " | ")
    case .unknownChoice(_, _, let closest, let known): didYouMean(closest, orOneOf: known)
    case .tooManyStacks, .repeatedStack: "For instance: each=layer,head"
    case .unlikeAxes(let one, let other):
      "Give each a panel of its own, on one scale: bars \(one) scale=shared | bars \(other) scale=shared"
    case .notShown: "Name a row of what the plane shows, or add it to its rows."
    case .angleOfTwo: "For instance: angle=\"it cat\""
    case .noColumnSums: "A matrix panel shows them: sum=columns"
    case .noNumber(let option): "For instance: \(option)=10"
    case .emptyRange(let from, let to): from > to ? "Swap the two: from less to more." : nil
    case .brokenPipeline(_, _, let lacksSource):
      lacksSource
        ? "Name the table that keys and values come from before the queries: pipeline X, Y, Q, K, …"
        : "For instance: pipeline \(PipelinePanel.example)"
    case .missingTimes(let subject): "For instance: measure \(subject) time=milliseconds"
    case .unlikeScores: "For instance: shares weight[\"it\"] from=score[\"it\"]"
    case .unreadableMarks: "For instance: marks=\".6 .3 .1\" or marks=\"cat .6\""
    case .missingPanel, .unclosedQuote, .unclosedBracket, .missingValue, .repeatedOption,
      .unfitTimes, .unfitSize,
      .yesOrNo, .notInput, .unfitRank, .narrowPlane, .negativeLogarithm, .unlikeTables,
      .extraWords, .tooMany, .tooManyMarks:
      nil
    }
  }
}

extension PanelKind {
  /// `one expression`, `3 expressions`, or `7 to 8 expressions`.
  fileprivate var countOfSubjects: String {
    let (least, most) = (rules.subjectCount.lowerBound, rules.subjectCount.upperBound)
    if most == 1 { return "one expression" }
    return (least < most ? "\(least) to " : "") + counted(most, "expression")
  }
}
