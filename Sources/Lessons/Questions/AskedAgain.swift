import Scenes
import Text

extension Lesson {
  /// One question of the lesson alone, with the numbers of a seed; nil where the lesson has no such question.
  ///
  /// - Throws: what is wrong with these numbers.
  package func asking(
    _ id: String, ofStep step: String, seed: Int
  ) throws(Diagnostics) -> Lesson? {
    guard let step = self.step(step), let question = step.questions.first(where: { $0.id == id })
    else { return nil }
    return Lesson(
      file: file, header: header, introduction: [], steps: [try step.asking(question, seed: seed)],
      source: source)
  }
}

extension Step {
  /// The step with one of its questions alone, and the words and panels that it is asked about.
  ///
  /// What comes before it in the lesson has been revealed, as it is when the question is asked there.
  fileprivate func asking(_ question: Question, seed: Int) throws(Diagnostics) -> Step {
    let variant = try variant(of: question, seed: seed)
    return Step(
      id: id, title: title, location: location, blocks: blocks(asking: question),
      scene: variant.scene)
  }

  /// A question with the numbers of a seed, asked where the lesson asks it.
  package func variant(of question: Question, seed: Int) throws(Diagnostics) -> QuestionVariant {
    try question.variant(seed, in: try scene(asking: question))
  }

  /// The scene that the lesson asks about; what is asked about the start of the step is asked there.
  private func scene(asking question: Question) throws(Diagnostics) -> Scene {
    guard !question.answer.isOfStart else { return scene }
    var scene = scene
    for earlier in questions.prefix(while: { $0.id != question.id }) {
      scene = try earlier.revealed(scene)
    }
    return scene
  }

  private func blocks(asking question: Question) -> [Block] {
    let place = blocks.firstIndex { $0.question?.id == question.id } ?? blocks.count
    return blocks.enumerated().filter { index, block in
      switch block {
      case .prose: index < place
      case .show, .sliders, .formulaSwitch, .hint: true
      case .question: index == place
      case .goal, .train, .say, .pause, .notes: false
      }
    }.map(\.element)
  }
}
