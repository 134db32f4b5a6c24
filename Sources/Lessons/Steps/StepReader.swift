import Scenes
import Text

/// Reads the blocks of one step and compiles its expressions into the step's scene.
struct StepReader {
  var report: Report
  /// nil where the scene itself has problems; expressions are then passed over in silence.
  var scene: Scene?
  /// What all that is worked out for the lesson may still cost.
  var budget: SceneCost
  /// Whether the step has added to its scene, which the steps share until then.
  var hasOwnMatrices = false
  private var names: [String: Int] = [:]
  /// The switches of the step.
  private(set) var switches: [FormulaSwitch] = []
  /// The line of the step's `train` block, once there is one.
  var runLine: Int?
  /// Before the first step there is prose alone, without a scene to ask.
  let isIntroduction: Bool
  /// Whether a reply is being read, whose numbers stand still.
  var isReply = false
  /// What `{name}` stands for in the words of the question that is being read.
  var placeholders: [String: NodeID] = [:]

  init(
    scene: Scene?, report: Report, budget: SceneCost = Limits.cost, isIntroduction: Bool = false
  ) {
    self.scene = scene
    self.report = report
    self.budget = budget
    self.isIntroduction = isIntroduction
  }

  mutating func blocks(_ pieces: [Piece]) -> [Block] {
    var blocks: [Block] = []
    switches = FormulaSwitch.all(pieces, of: report.source)
    for piece in pieces {
      switch piece {
      case .prose(let text): blocks.append(.prose(markdown(text)))
      case .block(let raw): if let block = block(raw) { blocks.append(block) }
      }
    }
    return blocks
  }

  private mutating func block(_ raw: RawBlock) -> Block? {
    guard let kind = raw.kind(&report) else { return nil }
    let name = blockName(raw, kind)
    // Nobody knows where it was to end.
    guard raw.isClosed else { return nil }
    switch kind {
    case .scene: return nil
    case .show: return .show(show(raw.body))
    case .sliders: return .sliders(sliders(raw.body))
    case .formulaSwitch: return newSwitch(raw).map(Block.formulaSwitch)
    case .question(let kind):
      defer { placeholders = [:] }
      return kind.rules.read(raw, name, &self).map(Block.question)
    case .goal: return goal(raw, name).map(Block.goal)
    case .train: return train(raw, name).map(Block.train)
    case .hint: return .hint(hint(raw))
    case .say: return .say(markdown(raw.body))
    case .pause: return .pause
    case .notes: return .notes(notes(raw.body))
    }
  }

  /// The name, noted where it is missing, malformed, taken or needless.
  private mutating func blockName(_ raw: RawBlock, _ kind: BlockKind) -> String {
    let words = raw.words.dropFirst(kind.hasName || kind == .hint ? 2 : 1)
    if let extra = words.first { report.add(.frame(.extraWords(extra.text)), at: extra) }
    guard kind.isNamed else { return "" }
    guard raw.words.count > 1 else {
      report.add(.frame(.missingBlockName(kind: kind.rawValue)), at: raw.opening)
      return ""
    }
    return uniqueName(raw.words[1])
  }

  /// A hint, and the question, goal or run before it that it waits for.
  private mutating func hint(_ raw: RawBlock) -> Hint {
    let task = raw.words.dropFirst().first
    if let task, names[task.text] == nil {
      let closest = task.text.nearest(among: names.keys.sorted())
      report.add(.frame(.hintForNothing(task.text, closest: closest)), at: task)
    }
    return Hint(task: task?.text, text: markdown(raw.body))
  }

  private mutating func uniqueName(_ name: Fragment) -> String {
    let text = name.text
    if !name.isName {
      report.add(.frame(.badName(text, what: "name of a block")), at: name)
    } else if let line = names[text] {
      report.add(.frame(.repeatedBlock(text, line: line)), at: name)
    } else {
      names[text] = report.source.lineIndex(at: name.start) + 1
    }
    return text
  }
}

extension RawBlock {
  /// The kind that the opening line names; nil, and noted, where there is no such kind.
  func kind(_ report: inout Report) -> BlockKind? {
    guard let word = words.first else {
      report.add(.frame(.missingBlockKind), at: opening)
      return nil
    }
    if let kind = BlockKind(rawValue: word.text) { return kind }
    let closest = word.text.nearest(among: BlockKind.allCases.map(\.rawValue))
    report.add(.frame(.unknownBlock(word.text, closest: closest)), at: word)
    return nil
  }
}
