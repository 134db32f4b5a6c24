import Tensors

/// The same numbers in other places: transposes, slices, joined and shared heads.
struct ViewKernel: Kernel {
  private let gathering: StridedCopy

  /// Shows an operand through `view`, whose numbers in order fill the result.
  init(_ view: StridedView) {
    gathering = StridedCopy(view)
  }

  func fill(_ result: inout [Float], from operands: Operands) {
    gathering.gather(operands[0], into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    gathering.addGradient(back.sensitivity, into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    [Read(operand: 0, place: gathering.view.source(ofFlat: index))]
  }

  func shown(_ index: Int) -> Int? { gathering.view.source(ofFlat: index) }
}

extension OperationProse {
  /// What every view says about itself.
  static func view(_ sentence: String) -> OperationProse {
    OperationProse(sentence, use: "unchanged") { [.number($0.value)] }
  }
}
