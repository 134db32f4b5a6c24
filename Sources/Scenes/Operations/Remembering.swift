extension Operation {
  /// What a matrix held when the scene was last told to remember.
  static let before = Operation(
    "before", "Keeps the number that stood there before the question's `set`.", [.matrix("A")],
    example: "before(A)", purpose: .memory, traits: .keepsRows,
    words: OperationProse(
      "This is the number as it was before the question changed the scene.", use: "as it was"
    ) { cell in [.number(cell.value)] }
  ) { call in
    InferredShape(axes: call.operands[0], kernel: MemoryKernel())
  }
}

/// The numbers of the operand as they were; the graph fills it only when it is told to.
private struct MemoryKernel: Kernel {
  func fill(_ result: inout [Float], from operands: Operands) {
    result = operands[0]
  }

  /// What is remembered does not move with what it was made from.
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {}

  func reads(_ index: Int) -> [Read] { [Read(operand: 0, place: index)] }
}

extension Node {
  /// Whether it holds what another matrix held once.
  var isMemory: Bool { operation?.purpose.isMemory ?? false }
}

extension Graph {
  /// Fills what remembers with the numbers that stand there now.
  mutating func remember() {
    for node in nodes.indices where nodes[node].isMemory {
      evaluate([node] + downstream(of: [node]))
    }
  }
}
