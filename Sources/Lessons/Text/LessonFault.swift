/// What can be wrong with a lesson; `message` makes it a sentence.
enum LessonFault: Equatable {
  // The file
  case tooLarge(limit: Int)
  case missingFrontMatter
  case unclosedFrontMatter
  case noSteps
  case tooManySteps(limit: Int)
  case longProse(limit: Int)
  case missingStepID(suggested: String)
  case badName(String, what: String)
  case repeatedStep(String, line: Int)
  case repeatedBlock(String, line: Int)
  case unclosedBlock
  case unknownBlock(String, closest: String?)
  case missingBlockKind
  case missingBlockName(kind: String)
  case needlessBlockName(kind: String)
  case extraWords(String)
  case blockBeforeSteps(String)
  case liveBeforeSteps

  // YAML
  case yaml(String)
  case unsafeYAML(String)
  case notMapping(String)
  case unknownKey(String, of: String, closest: String?, known: [String])
  case missingKey(String, of: String)
  case wrongType(key: String, expected: String)
  case emptyValue(key: String)
  case wrongVersion(String)

  // Mathematics
  case unknownCommand(String, closest: String?)
  case missingArgument(String)
  case missingBrace
  case strayBrace
  case strayRight
  case missingRight
  case missingDelimiter
  case tooDeep

  // Show
  case unknownPanel(String, closest: String?)
  case missingSubject(kind: String)
  case missingPanel
  case unclosedQuote
  case unknownOption(String, kind: String, closest: String?, known: [String])
  case missingOptionValue(String)
  case yesOrNo(String)
  case unknownLabel(String, axis: String, closest: String?)
  case unfitRank(kind: String, subject: String, rank: Int, expected: String)
  case narrowPlane(subject: String)
  case repeatedOption(String)

  // Sliders
  case sliderForm
  case notNumber(String)
  case emptyRange
  case badStep
  case notInput(String)
  case tooManySliders(Int, limit: Int)
  case unknownAxis(String, closest: String?)
  case labelledAxis(String)
  case wholeSizes

  // Questions and goals
  case answerCount([String])
  case needsSet(String)
  case rightOutside(count: Int)
  case fewOptions
  case rightCount(Int)
  case notScalar(String, rank: Int)
  case notVector(String, rank: Int)
  case notComponent(String, axis: String, closest: String?)
  case negativeTolerance
  case notesMinutes

  // What the scene says about the author's claims
  case goalAlreadyReached(String)
  case goalNotReached(String)
  case brokenSolution(String)
  case wrongNumber(claimed: String, computed: String)
  case failedCheck(String)
  case sliderOutside(label: String, value: String, range: String)
  case undecided(String)
  case tied([String])
  case unknownLesson(String, closest: String?)
  case repeatedLesson(String, file: String)
  case needsItself
  case fileName(id: String, file: String)
  case lacks(String)
}
