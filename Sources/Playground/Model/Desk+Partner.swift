import Lessons
import Scenes

extension Desk {
  /// The vector of a plane that the one in hand is measured against: the one it matches best.
  ///
  /// A query is measured against the keys and a key against the queries, since their products are
  /// what attention takes; the rows of one matrix are measured against each other.
  func partner(of vector: Int, among vectors: [PlaneVector]) -> Int? {
    guard vectors.indices.contains(vector) else { return nil }
    let others = vectors.indices.filter { $0 != vector }
    let strangers = others.filter { vectors[$0].subject != vectors[vector].subject }
    let candidates = strangers.isEmpty ? others : strangers
    return candidates.max {
      product(vectors[$0], vectors[vector]) < product(vectors[$1], vectors[vector])
    }
  }

  /// Whether a number is still to be worked out, which a picture must not give away.
  var asksForNumber: Bool {
    !isSandbox && step.questions.contains { $0.isNumeric && !isSettled($0) }
  }

  /// The dot product of two arrows as they are drawn; the least of numbers where it is none.
  private func product(_ first: PlaneVector, _ second: PlaneVector) -> Float {
    let product =
      scene.value(of: first.x) * scene.value(of: second.x)
      + scene.value(of: first.y) * scene.value(of: second.y)
    return product.isNaN ? -.infinity : product
  }
}
