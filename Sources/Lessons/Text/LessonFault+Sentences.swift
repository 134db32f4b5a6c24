extension LessonFault {
  /// The sentence that names the fault.
  var message: String {
    switch self {
    case .tooLarge(let limit): "The file is longer than \(limit / 1024) KiB."
    case .missingFrontMatter:
      "A lesson begins with its front matter, between two lines of three hyphens."
    case .unclosedFrontMatter: "The front matter is never closed."
    case .noSteps: "The lesson has no steps."
    case .tooManySteps(let limit): "A lesson has at most \(limit) steps."
    case .longProse(let limit): "This stretch of prose is longer than \(limit / 1024) KiB."
    case .missingStepID: "The step has no id."
    case .badName(let name, let what): "\"\(name)\" cannot be the \(what)."
    case .repeatedStep(let id, let line): "The step id \"\(id)\" is taken by line \(line)."
    case .repeatedBlock(let name, let line):
      "The block name \"\(name)\" is taken by line \(line) of the same step."
    case .unclosedBlock: "The block is never closed."
    case .unknownBlock(let kind, _): "There is no block of the kind \"\(kind)\"."
    case .missingBlockKind: "The block does not say what it is."
    case .missingBlockName(let kind): "A \(kind) block needs a name; progress is kept under it."
    case .needlessBlockName(let kind): "A \(kind) block has no name."
    case .extraWords(let words): "Nothing is expected here, but there is \"\(words)\"."
    case .blockBeforeSteps(let kind): "A \(kind) block belongs into a step."
    case .liveBeforeSteps: "A live value needs a step; the introduction has no scene to show."
    case .yaml(let problem): "This is not YAML: \(problem)."
    case .unsafeYAML(let what): "A lesson's YAML has no \(what)."
    case .notMapping(let what): "The \(what) consists of lines \"key: value\"."
    case .unknownKey(let key, let owner, _, _): "The \(owner) has no key \"\(key)\"."
    case .missingKey(let key, let owner): "The \(owner) lacks the key \"\(key)\"."
    case .wrongType(let key, let expected): "\"\(key)\" is \(expected)."
    case .emptyValue(let key): "\"\(key)\" is empty."
    case .wrongVersion(let version): "This program reads lessons of version 1, not \(version)."
    case .unknownCommand, .missingArgument, .missingBrace, .strayBrace, .strayRight, .missingRight,
      .missingDelimiter, .tooDeep:
      mathematicsMessage
    case .unknownPanel, .missingSubject, .missingPanel, .unclosedQuote, .unknownOption,
      .missingOptionValue, .yesOrNo, .unknownLabel, .unfitRank, .narrowPlane, .repeatedOption,
      .sliderForm, .notNumber, .emptyRange, .badStep, .notInput, .tooManySliders, .unknownAxis,
      .labelledAxis, .wholeSizes:
      panelMessage
    case .answerCount, .needsSet, .rightOutside, .fewOptions, .rightCount, .notScalar, .notVector,
      .notComponent, .negativeTolerance, .notesMinutes:
      questionMessage
    case .goalAlreadyReached, .goalNotReached, .brokenSolution, .wrongNumber, .failedCheck,
      .sliderOutside, .undecided, .tied, .unknownLesson, .repeatedLesson, .needsItself, .fileName,
      .lacks:
      claimMessage
    }
  }

  private var mathematicsMessage: String {
    switch self {
    case .unknownCommand(let name, _): "The formula uses \(name), which is not known here."
    case .missingArgument(let name): "\(name) lacks its argument."
    case .missingBrace: "This brace is never closed."
    case .strayBrace: "This brace closes nothing."
    case .strayRight: "This \\right has no \\left."
    case .missingRight: "This \\left has no \\right."
    case .missingDelimiter: "A bracket or a full stop is expected after this."
    default: "The formula is nested too deeply."
    }
  }

  private var panelMessage: String {
    switch self {
    case .unknownPanel(let kind, _): "There is no panel of the kind \"\(kind)\"."
    case .missingSubject(let kind): "The \(kind) panel does not say what it shows."
    case .missingPanel: "A panel is expected here."
    case .unclosedQuote: "This quotation mark is never closed."
    case .unknownOption(let key, let kind, _, _): "A \(kind) panel has no option \"\(key)\"."
    case .missingOptionValue(let key): "The option \"\(key)\" lacks its value."
    case .yesOrNo(let key): "\"\(key)\" is yes or no."
    case .unknownLabel(let label, let axis, _): "The axis \(axis) has no \"\(label)\"."
    case .unfitRank(let kind, let subject, let rank, let expected):
      "A \(kind) panel shows \(expected), but \(subject) \(axes(rank))."
    case .narrowPlane(let subject): "A plane needs two columns, but \(subject) has fewer."
    case .repeatedOption(let key): "The option \"\(key)\" is given twice."
    case .sliderForm: "A slider is written as TARGET from LOW to HIGH."
    case .notNumber(let text): "\"\(text)\" is not a number."
    case .emptyRange: "The range of a slider runs from the smaller to the larger number."
    case .badStep: "The step of a slider is larger than 0 and not larger than its range."
    case .notInput(let text): "\(text) is computed; only inputs can be dragged."
    case .tooManySliders(let count, let limit): "These are \(count) sliders; \(limit) is the limit."
    case .unknownAxis(let name, _): "There is no axis \"\(name)\"."
    case .labelledAxis(let name): "The axis \(name) has labels, so its size is fixed."
    default: "The size of an axis is a whole number from 1."
    }
  }

  private var questionMessage: String {
    switch self {
    case .answerCount(let keys):
      keys.isEmpty
        ? "The prediction does not say where its answer comes from."
        : "A prediction has one answer, but this one has \(keys.joined(separator: " and "))."
    case .needsSet(let key): "\"\(key)\" compares before and after, but nothing is set."
    case .rightOutside(let count): "\"right\" is the number of an option, from 1 to \(count)."
    case .fewOptions: "There are at least two options to choose from."
    case .rightCount(let count): "One option is right, but here \(count) are marked so."
    case .notScalar(let text, let rank): "A single number is expected, but \(text) \(axes(rank))."
    case .notVector(let text, let rank): "A vector is expected, but \(text) \(axes(rank))."
    case .notComponent(let label, let axis, _): "The axis \(axis) has no \"\(label)\"."
    case .negativeTolerance: "A tolerance is 0 or larger."
    default: "Notes begin with a line \"minutes: N\"."
    }
  }

  private var claimMessage: String {
    switch self {
    case .goalAlreadyReached(let text): "The goal \(text) is reached before anything is done."
    case .goalNotReached(let text): "The solution does not reach the goal \(text)."
    case .brokenSolution(let text): "The assignment \(text) cannot be applied."
    case .wrongNumber(let claimed, let computed):
      "The answer is given as \(claimed), but the scene computes \(computed)."
    case .failedCheck(let text): "The scene contradicts the answer: \(text) does not hold."
    case .sliderOutside(let label, let value, let range):
      "\(label) starts at \(value), which is outside \(range)."
    case .undecided(let text): "\(text) has no value that a guess could be measured against."
    case .tied(let labels):
      "The scene ends in a tie between \(labels.joined(separator: ", ")), so each counts as right."
    case .unknownLesson(let id, _): "There is no lesson \"\(id)\"."
    case .repeatedLesson(let id, let file): "The lesson id \"\(id)\" is taken by \(file)."
    case .needsItself: "A lesson cannot need itself."
    case .fileName(let id, let file): "The lesson \"\(id)\" is in a file named \(file)."
    default: "The lesson has no \(lack)."
    }
  }

  private var lack: String {
    if case .lacks(let what) = self { what } else { "" }
  }
}

private func axes(_ rank: Int) -> String {
  switch rank {
  case 0: "is a single number"
  case 1: "is a vector"
  case 2: "is a matrix"
  default: "has \(rank) axes"
  }
}
