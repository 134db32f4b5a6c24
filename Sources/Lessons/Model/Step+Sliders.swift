import Scenes

extension Step {
  /// What a slider moves in a scene whose axes may have been resized; nil where its cell is gone.
  package func target(of slider: Slider, in scene: Scene) -> SliderTarget? {
    slider.target.moving { self.scene.place(of: $0, in: scene) }
  }

  /// The slider that a question, goal or run is about, by its place among those of the step.
  ///
  /// The author may name it. Else it is the one that the answer will move, that the words name, or that is
  /// measured; nil where there is none.
  package func slider(asBlock place: Int) -> Int? {
    let block = blocks[place]
    if let name = block.sliderName { return slider(named: name.text) }
    let moved = sliders.firstIndex { block.moves($0) }
    return moved ?? block.namesInTask.lazy.compactMap(slider(named:)).first
      ?? sliders.firstIndex { slider in
        block.goal?.parts.contains { $0.measures(slider, in: scene) } ?? false
      }
  }

  /// The slider of this name: its number's, its label, or the row or matrix that it is the first of.
  func slider(named name: String) -> Int? {
    let names = sliders.map { $0.names(in: scene) }
    let name = name.withoutSpaces
    return (0..<Slider.nameCount).lazy.compactMap { rank in
      names.firstIndex { $0[rank].withoutSpaces == name }
    }.first
  }

  /// The names that its author may give a slider by.
  var sliderNames: [String] { sliders.map { $0.names(in: scene)[0] } }
}

extension Slider {
  fileprivate static let nameCount = 4

  /// From the most to the least exact: `X["it","noun"]`, `noun`, `X["it"]`, `X`.
  fileprivate func names(in scene: Scene) -> [String] {
    [target.name(in: scene), label, group, String(group.prefix { $0 != "[" })]
  }
}

extension Block {
  /// The slider that the author gives into the hand with it.
  var sliderName: SliderName? { question?.slider ?? goal?.slider ?? training?.slider }

  /// Whether its answer moves what a slider moves.
  fileprivate func moves(_ slider: Slider) -> Bool {
    question?.setup.contains { assignment in
      switch assignment.target {
      case .cells(let entries): slider.target.entries.contains(where: entries.contains)
      case .size(let axis): slider.target == .axis(axis)
      }
    } ?? false
  }

  /// What stands out in the words of its task, in their order.
  fileprivate var namesInTask: [String] {
    switch self {
    case .question(let question): question.ask.flatMap(\.names)
    case .goal(let goal):
      ([goal.ask] + goal.parts.map(\.say)).flatMap { MarkdownBlock.paragraph($0).names }
    case .train(let task): MarkdownBlock.paragraph(task.ask).names
    case .prose, .show, .sliders, .formulaSwitch, .hint, .say, .pause, .notes: []
    }
  }
}

extension Claim {
  /// Whether the number that it is about is the slider's own.
  fileprivate func measures(_ slider: Slider, in scene: Scene) -> Bool {
    guard let measured, scene.values(of: measured).count == 1 else { return false }
    return slider.target.entries.contains(scene.source(of: Entry(node: measured, index: 0)))
  }
}

extension String {
  fileprivate var withoutSpaces: String { filter { $0 != " " } }
}
