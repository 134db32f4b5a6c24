// MARK: What a matrix is made from

extension Scene {
  /// The named matrices in a matrix's formula, in its order; each once.
  package func makers(of node: NodeID) -> [NodeID] {
    var makers: [NodeID] = []
    var open = Array(graph.nodes[node.index].operands.reversed())
    while let operand = open.popLast() {
      if graph.nodes[operand].name == nil {
        open += graph.nodes[operand].operands.reversed()
      } else if !makers.contains(NodeID(index: operand)) {
        makers.append(NodeID(index: operand))
      }
    }
    return makers
  }
}
