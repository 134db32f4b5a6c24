import Text

/// What can be wrong with the frame of a lesson: its size, steps and blocks.
enum FrameError: Equatable {
  /// The reason is half a sentence: `it is a folder`.
  case unreadable(String)
  case tooLarge(limit: Int)
  case missingFrontMatter
  case unclosedFrontMatter
  case noSteps
  case tooManySteps(limit: Int)
  case longProse(limit: Int)
  case tooMuchInScenes
  case missingStepID(suggested: String)
  case badName(String, what: String)
  case repeatedStep(String, line: Int)
  case repeatedBlock(String, line: Int)
  case unclosedBlock
  case unknownBlock(String, closest: String?)
  case missingBlockKind
  case missingLanguage(kind: String)
  case colonFence
  case unclosedNumber
  case wrongStepSign
  case missingBlockName(kind: String)
  case extraWords(String)
  case blockBeforeSteps(kind: String)
  case numberBeforeSteps
  case liveInReply(String)
  case missingMinutes
  case hintForNothing(String, closest: String?)
  case badScenePath(String)
  /// The reason is half a sentence.
  case unusableScene(String, reason: String)
}

extension FrameError {
  var message: String {
    switch self {
    case .unreadable(let reason): "The file cannot be read: \(reason)."
    case .tooLarge(let limit): "The file is longer than \(limit / 1024) KiB."
    case .missingFrontMatter:
      "A lesson begins with its front matter, between two lines of three hyphens."
    case .unclosedFrontMatter: "The front matter is never closed."
    case .noSteps: "The lesson has no steps."
    case .tooManySteps(let limit): "A lesson has at most \(counted(limit, "step"))."
    case .longProse(let limit): "This stretch of prose is longer than \(limit / 1024) KiB."
    case .tooMuchInScenes:
      "Before this, the scenes of the lesson hold too many numbers or take too long to work out."
    case .missingStepID: "The step has no id."
    case .badName(let name, let what): "\"\(name)\" cannot be the \(what)."
    case .repeatedStep(let id, let line): "The step id \"\(id)\" is taken by line \(line)."
    case .repeatedBlock(let name, let line):
      "The block name \"\(name)\" is taken by line \(line) of the same step."
    case .unclosedBlock: "The block is never closed."
    case .unknownBlock(let kind, _): "There is no block of the kind \"\(kind)\"."
    case .missingBlockKind: "The block does not say what it is."
    case .missingLanguage: "Without the word qkv this is code to look at, not a part of the lesson."
    case .unclosedNumber: "The backtick before this number is never closed."
    case .colonFence: "Colons open no block here."
    case .wrongStepSign: "A step begins with two number signs and a space."
    case .missingBlockName(let kind): "A \(kind) block needs a name; progress is kept under it."
    case .extraWords(let words): "Nothing is expected here, but there is \"\(words)\"."
    case .blockBeforeSteps(let kind): "A \(kind) block belongs in a step."
    case .numberBeforeSteps:
      "A number of the scene belongs in a step; before the first step there is no scene to ask."
    case .liveInReply:
      "A reply says what happened, so its numbers stand still."
    case .badScenePath(let path): "\"\(path)\" is no scene in the lesson's folder."
    case .unusableScene(let path, let reason): "\(path) cannot be read: \(reason)."
    case .missingMinutes: "Notes begin with a line \"minutes: N\"."
    case .hintForNothing(let name, _):
      "This hint waits for \"\(name)\", but there is no such question, goal or run before it in the step."
    }
  }

  var suggestion: String? {
    switch self {
    case .missingFrontMatter: "Write --- above and below lines such as id: my-lesson"
    case .unclosedFrontMatter: "Write --- below its last line."
    case .badScenePath: "Write a path below the folder, such as use: shared/cat.qkv"
    case .unusableScene: "It belongs beside the lesson."
    case .noSteps: "Begin a step with ## Title {#step-id}"
    case .tooLarge, .tooManySteps, .longProse: "Split it."
    case .tooMuchInScenes: "Make matrices smaller, or split the lesson."
    case .missingStepID(let id): "Write {#\(id)} after the title."
    case .badName: "Use the letters a to z, digits and hyphens."
    case .unclosedBlock: "Write ``` on a line of its own below its last line."
    case .unknownBlock(_, let closest):
      didYouMean(closest, orOneOf: BlockKind.allCases.map(\.rawValue))
    case .missingBlockKind: "Write ```qkv KIND, for instance ```qkv show"
    case .missingLanguage(let kind): "Write ```qkv \(kind)"
    case .unclosedNumber:
      "Write `=expression` or `~expression` with a backtick at both ends, in one paragraph."
    case .colonFence: "A block begins with a line such as ```qkv hint and ends with ```"
    case .wrongStepSign: "Write ## Title {#step-id}"
    case .missingBlockName(let kind): "Write ```qkv \(kind) NAME"
    case .missingMinutes: "Write minutes: 3 on the first line."
    case .hintForNothing(_, let closest): closest.map { "Did you mean \"\($0)\"?" }
    case .liveInReply(let text): "Write `=\(text)`"
    case .unreadable, .repeatedStep, .repeatedBlock, .extraWords, .blockBeforeSteps,
      .numberBeforeSteps:
      nil
    }
  }
}
