/// One matrix of a scene, named or in between; it stays the same while the scene lives.
package struct NodeID: Hashable, Sendable {
  let index: Int
}

/// One cell of one matrix; `index` counts row by row.
package struct Entry: Hashable, Sendable {
  package let node: NodeID
  package let index: Int

  package init(node: NodeID, index: Int) {
    self.node = node
    self.index = index
  }
}
