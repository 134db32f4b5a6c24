import Scenes

extension MarkdownBlock {
  /// The matrices whose numbers stand in it, whether they move or stand still.
  package var numberNodes: [NodeID] {
    runs.flatMap(\.numberNodes)
  }
}

extension MarkdownBlock {
  /// The words that are set as code, in italics or in bold, in their order.
  var names: [String] { runs.flatMap(\.names) }
}

extension Block {
  /// Whether numbers that stand still are among its words.
  var hasStandingNumbers: Bool {
    switch self {
    case .prose(let text), .say(let text): text.contains(where: \.hasStandingNumbers)
    case .hint(let hint): hint.text.contains(where: \.hasStandingNumbers)
    case .question(let question):
      (question.ask + question.options.map { .paragraph($0.text) })
        .contains(where: \.hasStandingNumbers)
    case .goal(let goal): MarkdownBlock.paragraph(goal.ask).hasStandingNumbers
    case .train(let task): MarkdownBlock.paragraph(task.ask).hasStandingNumbers
    case .show, .sliders, .formulaSwitch, .pause, .notes: false
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

extension [Inline] {
  fileprivate var names: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .code(let text): [text]
      case .emphasis(let run), .strong(let run): [run.plainText]
      case .link(let run, _): run.names
      case .text, .standing, .live, .mathematics, .lineBreak: []
      }
    }
  }
}

// MARK: Placeholders

extension MarkdownBlock {
  /// The same with `{name}` in its words as the number that stands for the name.
  func filled(by numbers: [String: NodeID]) -> MarkdownBlock {
    switch self {
    case .paragraph(let run): .paragraph(run.filled(by: numbers))
    case .heading(let level, let run): .heading(level: level, run.filled(by: numbers))
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.map { $0.filled(by: numbers) } })
    case .quote(let blocks): .quote(blocks.map { $0.filled(by: numbers) })
    case .table(let head, let rows):
      .table(
        head: head.map { $0.filled(by: numbers) },
        rows: rows.map { row in row.map { $0.filled(by: numbers) } })
    case .code, .mathematics, .rule: self
    }
  }
}

extension [Inline] {
  fileprivate func filled(by numbers: [String: NodeID]) -> [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .text(let text): Self.filled(text, by: numbers)
      case .emphasis(let run): [.emphasis(run.filled(by: numbers))]
      case .strong(let run): [.strong(run.filled(by: numbers))]
      case .link(let run, let address): [.link(run.filled(by: numbers), address: address)]
      case .code, .standing, .live, .mathematics, .lineBreak: [inline]
      }
    }
  }

  private static func filled(_ text: String, by numbers: [String: NodeID]) -> [Inline] {
    for (name, node) in numbers.sorted(by: { $0.key < $1.key }) {
      guard let range = text.range(of: name) else { continue }
      let (before, after) = (text[..<range.lowerBound], text[range.upperBound...])
      let number = Inline.standing(node, String(name.dropFirst().dropLast()))
      return (before.isEmpty ? [] : filled(String(before), by: numbers)) + [number]
        + (after.isEmpty ? [] : filled(String(after), by: numbers))
    }
    return [.text(text)]
  }
}

extension String {
  /// Where a text stands in this one first.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
