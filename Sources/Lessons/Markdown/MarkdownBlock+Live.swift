import Scenes

extension MarkdownBlock {
  /// The matrices whose numbers stand in it, so that its words change with the scene.
  package var liveNodes: [NodeID] {
    switch self {
    case .paragraph(let run), .heading(_, let run): run.liveNodes
    case .list(_, let items): items.flatMap { $0.flatMap(\.liveNodes) }
    case .quote(let blocks): blocks.flatMap(\.liveNodes)
    case .table(let head, let rows): ([head] + rows).flatMap { row in row.flatMap(\.liveNodes) }
    case .code, .mathematics, .rule: []
    }
  }
}

extension [Inline] {
  fileprivate var liveNodes: [NodeID] {
    flatMap { inline -> [NodeID] in
      switch inline {
      case .live(let node, _): [node]
      case .emphasis(let run), .strong(let run), .link(let run, _): run.liveNodes
      case .text, .code, .mathematics, .lineBreak: []
      }
    }
  }
}
