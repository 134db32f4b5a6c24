import Playground
import Scenes
import Text

/// Where a number comes from, in sentences.
struct WhyWords {
  let explanation: Explanation
  let scene: Scene

  init(_ why: WhyState, in scene: Scene) {
    explanation = why.explanation(in: scene)
    self.scene = scene
  }

  /// Everything, of the operands those that count most.
  func lines(listing count: Int) -> [String] {
    [value, reason] + arithmetic + operands(count) + feeds
  }

  private var value: String {
    let labels = scene.axes(of: explanation.subject.node)
      .quotedLabels(of: explanation.subject.index)
    let name = scene.name(of: explanation.subject.node) ?? TableWords.typed(explanation.label)
    let place =
      labels.isEmpty || scene.name(of: explanation.subject.node) == nil ? "" : " \(labels)"
    return "\(name)\(place) is \(SpokenNumber.cell(explanation.value))."
  }

  private var reason: String {
    scene.isInput(explanation.subject.node)
      ? explanation.sentence : "\(explanation.formula). \(explanation.sentence)"
  }

  /// The arithmetic of what is computed; that of an input is its number once more.
  private var arithmetic: [String] {
    explanation.operandCount == 0
      ? [] : explanation.lines.map { Self.closed($0.spoken(.typed).singleSpaced) }
  }

  private static func closed(_ text: String) -> String {
    text.replacing(" ,", with: ",").replacing(",,", with: ",") + "."
  }

  /// What it was made from, what counts most first; each can be followed by its number.
  private func operands(_ most: Int) -> [String] {
    guard !explanation.operands.isEmpty else { return [] }
    let shown = explanation.operands.prefix(most).enumerated().map { place, operand in
      "  \(place + 1). \(TableWords.typed(operand.label)): \(SpokenNumber.cell(operand.value)), "
        + "slope \(SpokenNumber.fine(operand.derivative))."
    }
    let count = explanation.operandCount
    let order =
      shown.count < 2 ? "" : count > shown.count ? ", these count most" : ", what counts most first"
    return ["Made from \(counted(count, "number"))\(order):"] + shown
  }

  private var feeds: [String] {
    guard let first = explanation.feeds.first else {
      return ["It feeds nothing else in this step."]
    }
    let others = explanation.feeds.count - 1
    let more = others > 0 ? ", and \(others) more" : ""
    return ["It feeds \(TableWords.typed(first.label)), \(TableWords.typed(first.phrase))\(more)."]
  }
}
