import Tensors

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

/// Numbers together with what their directions mean.
package struct NamedTensor: Equatable, Sendable {
  package let axes: [Axis]
  package let tensor: Tensor

  package init(axes: [Axis], tensor: Tensor) {
    self.axes = axes
    self.tensor = tensor
  }
}
