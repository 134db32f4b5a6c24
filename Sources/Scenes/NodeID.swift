/// One matrix of a scene, named or in between; it stays the same while the scene lives.
package struct NodeID: Hashable, Sendable {
  let index: Int
}

extension NodeID: Codable {
  package init(from decoder: any Decoder) throws {
    index = try decoder.singleValueContainer().decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}

/// One cell of one matrix; `index` counts row by row.
package struct Entry: Hashable, Codable, Sendable {
  package let node: NodeID
  package let index: Int

  package init(node: NodeID, index: Int) {
    self.node = node
    self.index = index
  }
}
