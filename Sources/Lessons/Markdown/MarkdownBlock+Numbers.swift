import Scenes

extension MarkdownBlock {
  /// The matrices whose numbers stand in it, whether they move or stand still.
  package var numberNodes: [NodeID] {
    runs.flatMap(\.numberNodes)
  }
}

extension Block {
  /// Whether numbers that stand still are among its words: someone has to keep them.
  package var hasStandingNumbers: Bool {
    switch self {
    case .prose(let text), .hint(let text), .say(let text):
      text.contains(where: \.hasStandingNumbers)
    case .question(let question):
      (question.ask + question.options.map { .paragraph($0.text) })
        .contains(where: \.hasStandingNumbers)
    case .goal(let goal): MarkdownBlock.paragraph(goal.ask).hasStandingNumbers
    case .train(let task): MarkdownBlock.paragraph(task.ask).hasStandingNumbers
    case .show, .sliders, .pause, .notes: false
    }
  }
}

extension MarkdownBlock {
  fileprivate var hasStandingNumbers: Bool { runs.contains(where: \.hasStandingNumbers) }

  /// Every run of words in it.
  private var runs: [[Inline]] {
    switch self {
    case .paragraph(let run), .heading(_, let run): [run]
    case .list(_, let items): items.flatMap { $0.flatMap(\.runs) }
    case .quote(let blocks): blocks.flatMap(\.runs)
    case .table(let head, let rows): head + rows.flatMap(\.self)
    case .code, .mathematics, .rule: []
    }
  }
}

extension [Inline] {
  fileprivate var hasStandingNumbers: Bool {
    contains { inline in
      switch inline {
      case .standing: true
      case .emphasis(let run), .strong(let run), .link(let run, _): run.hasStandingNumbers
      case .text, .code, .live, .mathematics, .lineBreak: false
      }
    }
  }
}

extension [Inline] {
  fileprivate var numberNodes: [NodeID] {
    flatMap { inline -> [NodeID] in
      switch inline {
      case .standing(let node, _), .live(let node, _): [node]
      case .emphasis(let run), .strong(let run), .link(let run, _): run.numberNodes
      case .text, .code, .mathematics, .lineBreak: []
      }
    }
  }
}
