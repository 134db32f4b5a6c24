import Scenes
import Text

/// One screen of a lesson.
///
/// It never changes and is handed around for every frame: one object that all share, its parts sorted once.
package final class Step: Sendable {
  package let id: String
  package let title: String
  /// Where its heading stands in the file.
  package let location: SourceLocation
  package let blocks: [Block]
  /// The scene as the step finds it; every expression of the blocks is a watched node in it.
  package let scene: Scene

  package let questions: [Question]
  /// Whether a question keeps numbers from sight until it is answered.
  package let hidesNumbers: Bool
  /// What each question that hides numbers covers, by its id.
  package let covers: [String: Cover]
  package let goals: [Goal]
  /// The run of gradient descent, if the step has one.
  package let training: TrainingTask?
  /// What can be dragged; a switch is one of them.
  package let sliders: [Slider]
  package let switches: [FormulaSwitch]
  package let hints: [Hint]
  /// Where the hints stand among the blocks.
  package let hintPlaces: [Int]
  package let notes: [Notes]
  /// The places of pauses and questions among the blocks: what is read on behind them waits.
  package let stops: [Int]
  /// The places of the blocks whose words hold numbers that stand still: someone has to keep them.
  package let standingPlaces: [Int]

  /// The formulas that run in place of the lesson's own, by what they define.
  package let formulas: [String: String]
  /// The step as the lesson has it, of which this is a version with other formulas; nil where it is that itself.
  package let base: Step?
  /// What it can be read from again; nil where it was not read from a lesson.
  let source: StepSource?

  /// The panels of the step, a row a line, the most important first.
  package let panelRows: [[Panel]]

  /// What is said aloud where it differs from the prose.
  package let narration: [MarkdownBlock]

  package convenience init(
    id: String, title: String, location: SourceLocation, blocks: [Block], scene: Scene
  ) {
    self.init(
      id: id, title: title, location: location, blocks: blocks, scene: scene, source: nil)
  }

  init(
    id: String, title: String, location: SourceLocation, blocks: [Block], scene: Scene,
    source: StepSource?, formulas: [String: String] = [:], base: Step? = nil
  ) {
    self.source = source
    self.formulas = formulas
    self.base = base
    self.id = id
    self.title = title
    self.location = location
    self.blocks = blocks
    self.scene = scene
    questions = blocks.compactMap(\.question)
    let hiding = questions.filter(\.hidesNumbers)
    hidesNumbers = !hiding.isEmpty
    covers = Dictionary(hiding.map { ($0.id, $0.cover(in: scene)) }) { first, _ in first }
    goals = blocks.compactMap(\.goal)
    training = blocks.lazy.compactMap(\.training).first
    sliders = blocks.flatMap(\.sliders)
    switches = blocks.compactMap(\.formulaSwitch)
    hints = blocks.compactMap(\.hint)
    hintPlaces = blocks.indices.filter { blocks[$0].hint != nil }
    notes = blocks.compactMap(\.notes)
    stops = blocks.indices.filter { blocks[$0].isPause || blocks[$0].question != nil }
    standingPlaces = blocks.indices.filter { blocks[$0].hasStandingNumbers }
    panelRows = blocks.flatMap(\.panelRows)
    narration = blocks.flatMap(\.narration)
  }
}

extension Step: Equatable {
  package static func == (one: Step, other: Step) -> Bool {
    one === other
      || one.id == other.id && one.title == other.title && one.location == other.location
        && one.formulas == other.formulas && one.blocks == other.blocks && one.scene == other.scene
  }
}
