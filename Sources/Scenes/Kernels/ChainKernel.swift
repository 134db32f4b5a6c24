import Tensors

/// Several operations as one: each step reads operands and earlier steps, the last one is the result.
///
/// What lies in between is worked out again when it is needed and kept nowhere.
struct ChainKernel: Kernel {
  let operandCount: Int
  private(set) var steps: [Step] = []

  /// One operation; a number below `operandCount` is an operand, a higher one an earlier step.
  struct Step: Sendable {
    let kernel: any Kernel
    let shape: [Int]
    let reads: [Int]
  }

  init(operandCount: Int) {
    self.operandCount = operandCount
  }

  func fill(_ result: inout [Float], from operands: Operands) {
    var values = inputs(operands)
    for step in steps.dropLast() { values.append(worked(step, values)) }
    guard let last = steps.last else { return }
    values.withUnsafeBufferPointer {
      last.kernel.fill(&result, from: Operands(tensors: $0, nodes: last.reads))
    }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    var values = inputs(back.operands)
    for step in steps { values.append(worked(step, values)) }
    let leading = leading(from: position)
    var sums: [[Float]] = values.map { _ in [] }
    sums[values.count - 1] = back.sensitivity
    swap(&sums[position], &sum)
    for (number, step) in steps.enumerated().reversed() {
      let sensitivity = sums[operandCount + number]
      if sensitivity.isEmpty { continue }
      for (place, read) in step.reads.enumerated() where leading.contains(read) {
        if sums[read].isEmpty { sums[read] = values[read].elements.map { _ in 0 } }
        values.withUnsafeBufferPointer { tensors in
          let step = Backward(
            operands: Operands(tensors: tensors, nodes: step.reads),
            result: tensors[operandCount + number].elements, sensitivity: sensitivity)
          steps[number].kernel.addGradient(to: &sums[read], of: place, step)
        }
      }
    }
    swap(&sums[position], &sum)
  }

  /// The operands' numbers, through every step back from the cell.
  func reads(_ index: Int) -> [Read] {
    var cells: [Set<Int>] = Array(repeating: [], count: operandCount + steps.count)
    cells[cells.count - 1] = [index]
    for (number, step) in steps.enumerated().reversed() {
      for cell in cells[operandCount + number] {
        for read in step.kernel.reads(cell) { cells[step.reads[read.operand]].insert(read.place) }
      }
    }
    return (0..<operandCount).flatMap { operand in
      cells[operand].sorted().map { Read(operand: operand, place: $0) }
    }
  }
}

extension ChainKernel {
  /// Adds a step and gives its number.
  mutating func add(_ kernel: any Kernel, shape: [Int], reads: [Int]) -> Int {
    steps.append(Step(kernel: kernel, shape: shape, reads: reads))
    return operandCount + steps.count - 1
  }

  private func inputs(_ operands: Operands) -> [Tensor] {
    (0..<operandCount).map { operands.tensors[operands.nodes[$0]] }
  }

  private func worked(_ step: Step, _ values: [Tensor]) -> Tensor {
    var result = Tensor(shape: step.shape, repeating: 0)
    values.withUnsafeBufferPointer {
      step.kernel.fill(&result.elements, from: Operands(tensors: $0, nodes: step.reads))
    }
    return result
  }

  /// The operand and all steps that depend on it.
  private func leading(from operand: Int) -> Set<Int> {
    steps.enumerated().reduce(into: [operand]) { leading, step in
      if !leading.isDisjoint(with: step.element.reads) {
        leading.insert(operandCount + step.offset)
      }
    }
  }
}
