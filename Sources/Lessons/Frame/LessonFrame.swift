import Text

/// A lesson cut at its seams: front matter, introduction, steps, blocks.
struct LessonFrame: Equatable {
  /// The lines between the hyphens; nil where they are missing.
  var frontMatter: Fragment?
  var opening: [Piece] = []
  var steps: [StepFrame] = []
}

/// A step, cut but not yet read.
struct StepFrame: Equatable {
  let heading: Fragment
  let title: Fragment
  let id: Fragment?
  var pieces: [Piece] = []
}

/// A stretch of prose or a block between fences.
enum Piece: Equatable {
  case prose(Fragment)
  case block(RawBlock)
}

/// What stands between a line ```` ```qkv KIND NAME ```` and its end.
struct RawBlock: Equatable {
  /// The line that opens it, from the fence on.
  let opening: Fragment
  /// The words after `qkv`.
  let words: [Fragment]
  let body: Fragment
  /// Whether its end was found; if not, the body holds whatever came before the next step or block.
  let isClosed: Bool
}

/// The blocks that a lesson may hold.
enum BlockKind: Equatable {
  case scene
  case show
  case sliders
  /// `switch`: versions of a definition.
  case formulaSwitch
  case question(QuestionKind)
  case goal
  case train
  case hint
  case say
  case pause
  case notes

  /// Whether a word follows the kind: a name, or what a switch defines.
  var hasName: Bool { isNamed || self == .formulaSwitch }

  /// Whether progress is kept under the block's name.
  var isNamed: Bool {
    switch self {
    case .question, .goal, .train: true
    case .scene, .show, .sliders, .formulaSwitch, .hint, .say, .pause, .notes: false
    }
  }
}

/// As the line that opens a block writes it.
extension BlockKind: RawRepresentable, CaseIterable {
  static let allCases =
    [.scene, .show, .sliders, .formulaSwitch] + QuestionKind.allCases.map(BlockKind.question)
    + [.goal, .train, .hint, .say, .pause, .notes]

  init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  var rawValue: String {
    switch self {
    case .scene: "scene"
    case .show: "show"
    case .sliders: "sliders"
    case .formulaSwitch: "switch"
    case .question(let kind): kind.rawValue
    case .goal: "goal"
    case .train: "train"
    case .hint: "hint"
    case .say: "say"
    case .pause: "pause"
    case .notes: "notes"
    }
  }
}
