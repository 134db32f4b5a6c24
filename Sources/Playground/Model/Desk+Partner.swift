import Lessons
import Scenes

extension Desk {
  /// The vector of a plane that the one in hand is measured against: the one it matches best.
  ///
  /// A query is measured against the keys and a key against the queries, since their products are
  /// what attention takes; the rows of one matrix are measured against each other.
  package func partner(of vector: Int, among vectors: PlaneVectors) -> Int? {
    guard vectors.indices.contains(vector) else { return nil }
    let own = vectors.subject(of: vector)
    let others = vectors.indices.lazy.filter { $0 != vector }
    let strangers = others.filter { vectors.subject(of: $0) != own }
    return nearest(strangers, to: vector, among: vectors)
      ?? nearest(others, to: vector, among: vectors)
  }

  /// The vector with the largest product with a given one; of equals the first.
  private func nearest(
    _ others: some Sequence<Int>, to vector: Int, among vectors: PlaneVectors
  ) -> Int? {
    let given = coordinates(vectors.ends(of: vector))
    var best: (vector: Int, product: Float)?
    for other in others {
      let product = (coordinates(vectors.ends(of: other)) * given).sum()
      let known = product.isNaN ? -.infinity : product
      if best.map({ known > $0.product }) ?? true { best = (other, known) }
    }
    return best?.vector
  }

  private func coordinates(_ ends: (x: Entry, y: Entry)) -> SIMD2<Float> {
    SIMD2(scene.value(of: ends.x), scene.value(of: ends.y))
  }

  /// Whether a number is still to be worked out, which a picture must not give away.
  package var asksForNumber: Bool {
    !isSandbox && step.questions.contains { $0.isNumeric && !isSettled($0) }
  }
}
