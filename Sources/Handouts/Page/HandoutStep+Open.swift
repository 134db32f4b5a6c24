import Lessons
import Playground
import Scenes
import Text

extension HandoutStep {
  /// A step of a lesson, whose first question has this number within the lesson.
  ///
  /// - Throws: what keeps an answer from being revealed.
  init(
    _ step: Step, number: Int, firstQuestion: Int, isSolved: Bool, _ beliefs: [String: String]
  ) throws(Diagnostics) {
    var start = StepState(step)
    let parts: [HandoutPart]
    if isSolved {
      let worked = try start.workedThrough()
      var writer = SolvedParts(worked, firstQuestion, beliefs)
      parts = writer.all()
      start = worked.atItsStart
    } else {
      var writer = OpenParts(start, firstQuestion)
      parts = try writer.all()
    }
    // Nothing is in hand on paper.
    start.focus = .words
    self.init(number: number, id: step.id, title: step.title, state: start, parts: parts)
  }
}

/// Writes a step as it is before anything is answered.
private struct OpenParts {
  private let state: StepState
  private var question: Int
  /// The scene after the reveals of the questions so far: what they bring about is left blank.
  private var scene: Scene
  /// What a question so far lets the student write.
  private var written: [NodeID] = []
  private var hasStopped = false

  init(_ state: StepState, _ firstQuestion: Int) {
    self.state = state
    question = firstQuestion
    scene = state.scene
  }

  mutating func all() throws(Diagnostics) -> [HandoutPart] {
    var parts: [HandoutPart] = []
    var panels = PanelRows()
    for block in state.step.blocks {
      switch block {
      case .prose(let text): if !hasStopped { parts.append(.words(words(text))) }
      case .show(let show): parts.append(.panels(panels.next(show)))
      case .sliders, .formulaSwitch: parts.append(.sliders(state.handoutSliders(of: block)))
      case .question(let question): parts.append(.question(try asked(question)))
      case .goal(let goal): parts.append(.goal(HandoutGoal(goal, nil, words)))
      case .train(let task): parts.append(.goal(HandoutGoal(task, nil, words)))
      case .pause: hasStopped = true
      case .hint, .say, .notes: break
      }
    }
    return parts
  }

  private func words(_ text: [MarkdownBlock]) -> HandoutWords {
    HandoutWords(text, in: scene, leaving: isBlank)
  }

  private func isBlank(_ node: NodeID) -> Bool {
    state.isVeiled(node) || scene.values(of: node) != state.scene.values(of: node)
      || written.contains { scene.depends(node, on: $0) }
  }

  private mutating func asked(_ question: Question) throws(Diagnostics) -> HandoutQuestion {
    let asked = HandoutQuestion(
      number: self.question, kind: question.kind, ask: words(question.ask),
      options: question.options.map { option in
        HandoutQuestion.Option(
          text: words([.paragraph(option.text)]), isRight: false, reply: words([]), belief: nil)
      }, form: question.form, formula: question.formula.map { ($0.name, $0.from) }, solution: nil)
    self.question += 1
    hasStopped = true
    scene = try question.revealed(scene)
    if let task = question.formula, let defined = scene.definition(task.name)?.node {
      written.append(defined)
    }
    return asked
  }
}

/// Counts the panels of a step, block by block.
struct PanelRows {
  private var count = 0

  mutating func next(_ show: Show) -> [[Int]] {
    show.rows.map { row in
      defer { count += row.count }
      return Array(count..<count + row.count)
    }
  }
}

extension StepState {
  /// What a block lets the student drag.
  func handoutSliders(of block: Block) -> [HandoutSlider] {
    block.sliders.map { slider in
      let isHidden = slider.target.entries.contains(where: isVeiled)
      let value = slider.start(in: scene)
      let name = slider.isNamed ? slider.label : slider.target.name(in: scene)
      let text = slider.domain.label(of: value, in: scene) ?? NumberFormat.typed(value)
      return HandoutSlider(
        name: name, range: slider.domain.printedWords, start: isHidden ? nil : text)
    }
  }
}

extension SliderDomain {
  /// All of it in words, with true minus signs.
  fileprivate var printedWords: String {
    switch self {
    case .range, .list: words.replacing("-", with: "−")
    case .places, .versions: words
    }
  }
}

extension HandoutGoal {
  init(_ goal: Goal, _ solution: Solution?, _ words: ([MarkdownBlock]) -> HandoutWords) {
    let condition: [Inline] = goal.showsParts ? [.text("All at once:")] : [.code(goal.whenText)]
    self.init(
      title: "Goal", ask: words([.paragraph(goal.ask.isEmpty ? condition : goal.ask)]),
      parts: goal.showsParts
        ? goal.parts.map { words([.paragraph($0.say.isEmpty ? [.code($0.text)] : $0.say)]) } : [],
      solution: solution)
  }

  init(_ task: TrainingTask, _ solution: Solution?, _ words: ([MarkdownBlock]) -> HandoutWords) {
    let until = task.untilText.map { "until \($0)" }
    let facts = [
      "loss \(task.lossText)", "parameters \(task.parameters.joined(separator: ", "))",
      "rate \(NumberFormat.typed(task.plan.rate))", "\(task.plan.steps) steps at most", until,
    ]
    self.init(
      title: "Training run",
      ask: words([.paragraph(task.ask.isEmpty ? [.text(task.order)] : task.ask)]),
      parts: facts.compactMap { fact in fact.map { words([.paragraph([.code($0)])]) } },
      solution: solution)
  }
}
