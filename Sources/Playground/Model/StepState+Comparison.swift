import Lessons
import Scenes

/// One of two states of a step that are compared.
package enum Side: Sendable {
  /// The one that was kept.
  case a
  /// The one in hand.
  case b
}

extension StepState {
  /// Keeps the present state as A; where one is kept already, lays it aside.
  mutating func toggleComparison() {
    kept = kept == nil ? now : nil
  }

  /// The step as A has it: its numbers and formulas, with the cursors of the one in hand.
  ///
  /// Nothing is said of changes there, since A stands still.
  package var keptState: StepState? {
    guard let kept else { return nil }
    var state = self
    state.kept = nil
    state.counterpart = now
    state.take(version: kept.step)
    state.scene = kept.scene
    state.momentBefore = nil
    state.past = []
    state.run = nil
    return state
  }

  /// The numbers that stand beside those of a panel, in A or in B.
  package func numbersBeside(_ panel: Int) -> [Float]? {
    (kept ?? counterpart).map { panels[panel].values(in: scene(at: $0)).elements }
  }

  /// Whether A and B of a panel can differ: inputs are told apart by their sliders, and formulas say what they are.
  package func isCompared(_ panel: Int) -> Bool {
    guard kept != nil else { return false }
    switch panels[panel].kind {
    case .formula, .roles, .measure: return false
    case .matrix, .bars, .plane, .histogram, .curve, .flow, .gradient, .shares, .pipeline, .number,
      .compare:
      return panels[panel].subjects.contains { node in
        !scene.isInput(scene.source(of: Entry(node: node, index: 0)).node)
      }
    }
  }
}

extension Model {
  mutating func toggleComparison() {
    guard session != nil else { return }
    session?.stepState.toggleComparison()
    notice =
      session?.stepState.kept == nil
      ? Notice(text: "A is laid aside")
      : Notice(forms: [
        "A stands still, you drag B; what changes is told against A; \(key: .compare) lays A aside",
        "A stands still, you drag B; \(key: .compare) lays A aside", "A stands still: drag B",
      ])
  }
}
