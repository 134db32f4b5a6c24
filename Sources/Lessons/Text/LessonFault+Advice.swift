extension LessonFault {
  /// A whole sentence of advice, where there is any.
  var suggestion: String? {
    switch self {
    case .unknownBlock(_, let closest), .unknownCommand(_, let closest),
      .unknownPanel(_, let closest), .unknownLabel(_, _, let closest),
      .unknownAxis(_, let closest), .notComponent(_, _, let closest),
      .unknownLesson(_, let closest):
      closest.map { "Did you mean \($0)?" }
    case .unknownKey(_, _, let closest, let known), .unknownOption(_, _, let closest, let known):
      closest.map { "Did you mean \($0)?" } ?? "Known are \(known.joined(separator: ", "))."
    case .missingStepID(let id): "Write {#\(id)} after the title."
    case .badName: "Use the letters a to z, digits and hyphens."
    case .missingBlockName(let kind): "Write ```qkv \(kind) NAME."
    case .missingBlockKind: "Write ```qkv KIND, for instance ```qkv show."
    case .needsSet: "Add set: with an assignment such as X[\"it\",\"noun\"] = 1."
    case .answerCount: "Give one of options, grows, largest, number, sign."
    case .missingFrontMatter: "Write --- above and below lines such as id: my-lesson."
    case .unclosedFrontMatter: "Write --- below its last line."
    case .unclosedBlock: "Write ``` below its last line."
    case .sliderForm: "For instance: X[\"it\",\"noun\"] from -2 to 2 step 0.1"
    case .noSteps: "Begin a step with ## Title {#step-id}"
    case .longProse, .tooManySteps, .tooLarge: "Split it."
    case .notesMinutes: "Write minutes: 3 on the first line."
    case .fileName(let id, _): "Name it \(id).md."
    default: nil
    }
  }
}
