extension MarkdownBlock {
  /// Whether a number of the scene stands in it, so that its words change with the scene.
  package var hasLiveNumber: Bool {
    switch self {
    case .paragraph(let run), .heading(_, let run): run.hasLiveNumber
    case .list(_, let items): items.contains { $0.contains(where: \.hasLiveNumber) }
    case .quote(let blocks): blocks.contains(where: \.hasLiveNumber)
    case .table(let head, let rows):
      ([head] + rows).contains { row in row.contains { $0.hasLiveNumber } }
    case .code, .mathematics, .rule: false
    }
  }
}

extension [Inline] {
  fileprivate var hasLiveNumber: Bool {
    contains { inline in
      switch inline {
      case .live: true
      case .emphasis(let run), .strong(let run), .link(let run, _): run.hasLiveNumber
      case .text, .code, .mathematics, .lineBreak: false
      }
    }
  }
}
