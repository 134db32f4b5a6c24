extension Scene {
  /// ∂ cell / ∂ matrix for every matrix upstream of the cell.
  package func gradient(of entry: Entry) -> Gradient {
    Gradient(subject: entry, sensitivities: graph.sensitivities(of: entry))
  }
  package func explanation(of entry: Entry) -> Explanation {
    Explanation(
      subject: entry, label: "", value: 0, formula: "", sentence: "", lines: [], operands: [],
      feeds: [])
  }
  package func serialized() -> String { "" }
}
