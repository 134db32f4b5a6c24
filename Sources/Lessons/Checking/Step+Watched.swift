import Scenes

extension Step {
  /// Everything that the step shows, asks or compares, in the same order in each of its versions.
  package var watched: [NodeID] {
    panelRows.joined().flatMap { $0.subjects + [$0.options.scores].compactMap(\.self) }
      + blocks.flatMap(\.watched)
  }
}

extension Block {
  fileprivate var watched: [NodeID] {
    switch self {
    case .prose(let text), .say(let text): text.flatMap(\.numberNodes)
    case .hint(let hint): hint.text.flatMap(\.numberNodes)
    case .notes(let notes): notes.text.flatMap(\.numberNodes)
    case .question(let question): question.watched
    case .goal(let goal):
      goal.parts.flatMap(\.watched)
        + ([.paragraph(goal.ask)] + goal.success).flatMap(\.numberNodes)
    case .train(let task):
      [task.plan.loss] + [task.plan.until].compactMap(\.self)
        + ([.paragraph(task.ask)] + task.success).flatMap(\.numberNodes)
    case .show, .sliders, .formulaSwitch, .pause: []
    }
  }
}

extension Question {
  fileprivate var watched: [NodeID] {
    let options = options.flatMap { [.paragraph($0.text)] + $0.why + $0.whenWrong }
    let texts = ask + options + explanation + whenRight + whenWrong + mistakes.flatMap(\.say)
    let expressions = [check, equals].compactMap(\.self) + hides + mistakes.map(\.formula)
    return answer.watched + expressions + texts.flatMap(\.numberNodes)
  }
}

extension Answer {
  fileprivate var watched: [NodeID] {
    switch self {
    case .option, .number: []
    case .grows(let node, _), .largest(let node, _), .value(let node, _), .startValue(let node, _),
      .sign(let node):
      [node]
    case .order(let entries): entries.map(\.node)
    case .formula(let task): task.checks.flatMap(\.watched)
    }
  }
}
