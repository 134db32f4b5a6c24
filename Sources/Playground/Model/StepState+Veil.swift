import Lessons
import Scenes

extension StepState {
  /// What keeps a hidden number from sight: the questions that are still to be answered.
  private var covers: [Cover] {
    guard step.hidesNumbers, !isSandbox else { return [] }
    return step.questions.filter { !isShown($0) }.compactMap { step.covers[$0.id] }
  }

  /// Whether anything of the step is hidden now.
  package var hasVeil: Bool { !covers.isEmpty }

  /// Whether a matrix, or a part of it, stays hidden until a question is answered.
  package func isVeiled(_ node: NodeID) -> Bool {
    covers.contains { $0.hidesAny(of: node) }
  }

  /// Whether a number stays hidden until a question is answered.
  package func isVeiled(_ entry: Entry) -> Bool {
    veiledCells(of: entry.node)?.contains(entry.index) ?? true
  }

  /// Whether something stays hidden that is made of both of two matrices, and that their arrows would tell.
  package func hidesWhatIsMade(of one: NodeID, and other: NodeID) -> Bool {
    covers.contains { scene.covers($0, madeOfBoth: one, other) }
  }

  /// The cells of a matrix that are hidden; nil where all of them are.
  ///
  /// Where an axis has another size now, a matrix of which a part is hidden is hidden as a whole.
  package func veiledCells(of node: NodeID) -> Set<Int>? {
    var hidden: Set<Int> = []
    for cover in covers {
      guard let cells = cover.cells(of: node) else { return nil }
      hidden.formUnion(cells)
    }
    if hidden.isEmpty { return [] }
    let count = scene.values(of: node).count
    return hidden.count < count && count == step.scene.values(of: node).count ? hidden : nil
  }
}

extension Panel {
  /// The cells of the panel that are hidden in a step, those of one subject after those of another; nil where
  /// it is hidden as a whole.
  package func veiledCells(in stepState: StepState) -> Set<Int>? {
    guard kind.handling.hidesSingleCells, scalar == nil else {
      return (subjects + [table]).contains(where: stepState.isVeiled) ? nil : []
    }
    var (hidden, count) = (Set<Int>(), 0)
    for node in subjects {
      let size = stepState.scene.values(of: node).count
      let cells = stepState.veiledCells(of: node) ?? Set(0..<size)
      hidden.formUnion(cells.map { count + $0 })
      count += size
    }
    return hidden.count < count ? hidden : nil
  }
}
