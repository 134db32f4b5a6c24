import Lessons
import Scenes

extension StepState {
  /// The vector of a plane that the one in hand is measured against: the one it matches best.
  ///
  /// A query is measured against the keys and a key against the queries, since their products are
  /// what attention takes; the rows of one matrix are measured against each other.
  ///
  /// Where the author named two arrows, these are measured against each other.
  package func partner(of vector: Int, on panel: Panel, among vectors: PlaneVectors) -> Int? {
    if let place = panel.options.angle.firstIndex(of: vector), panel.options.angle.count == 2,
      vectors.indices.contains(panel.options.angle[1 - place])
    {
      return panel.options.angle[1 - place]
    }
    return partner(of: vector, among: vectors)
  }

  package func partner(of vector: Int, among vectors: PlaneVectors) -> Int? {
    guard vectors.indices.contains(vector) else { return nil }
    return vectors.nearest(to: vector, amongStrangers: true, in: scene)
      ?? vectors.nearest(to: vector, amongStrangers: false, in: scene)
  }

  /// Whether something is still to be worked out, which a picture must not give away.
  package var asksForWork: Bool {
    !isSandbox && step.questions.contains { $0.isTyped && !isSettled($0) }
  }
}
