import Foundation

/// The mean over rows of −Σⱼ tⱼ log softmax(s)ⱼ, which is −log of the target's weight where t has one 1.
///
/// Where t is 0 nothing counts, not even a score of −∞.
package struct CrossEntropy: Equatable, Sendable {
  /// How the right answer of a row is written.
  package enum Targets: Sendable {
    /// The place of the right score; fractions are rounded, and a place outside the row gives NaN.
    case places
    /// A share for each score, of which usually one is 1 and the others are 0.
    case shares
  }

  package let rowLength: Int
  package let targets: Targets

  package init(rowLength: Int, targets: Targets) {
    precondition(rowLength > 0, "a row has numbers")
    (self.rowLength, self.targets) = (rowLength, targets)
  }

  package func apply(_ scores: [Float], _ targets: [Float]) -> Float {
    let losses = rows(of: scores).map { row in
      surprise(logarithms(scores, row), targets, row)
    }
    return Float(losses.reduce(0, +) / Double(losses.count))
  }

  /// Adds (softmax(s)ⱼ · Σ t − tⱼ) / rows for each score.
  package func addScoreGradient(
    _ gradient: Float, _ scores: [Float], _ targets: [Float], into sum: inout [Float]
  ) {
    let rows = rows(of: scores)
    let scale = Double(gradient) / Double(rows.count)
    for row in rows {
      let logarithms = logarithms(scores, row)
      let shares = (0..<rowLength).map { share(of: $0, targets, row) }
      let total = shares.reduce(0, +)
      for place in 0..<rowLength {
        let slope = exp(logarithms[place]) * total - shares[place]
        sum[row * rowLength + place] += Float(scale * slope)
      }
    }
  }

  /// Adds −log softmax(s)ⱼ / rows for each share; places jump, and get nothing.
  package func addTargetGradient(_ gradient: Float, _ scores: [Float], into sum: inout [Float]) {
    guard targets == .shares else { return }
    let rows = rows(of: scores)
    for row in rows {
      for (place, logarithm) in logarithms(scores, row).enumerated() {
        sum[row * rowLength + place] -= Float(Double(gradient) * logarithm / Double(rows.count))
      }
    }
  }
}

extension CrossEntropy {
  private func rows(of scores: [Float]) -> Range<Int> {
    0..<Rows(of: scores.count, length: rowLength).count
  }

  private func surprise(_ logarithms: [Double], _ targets: [Float], _ row: Int) -> Double {
    let terms = logarithms.indices.map { place in
      let share = share(of: place, targets, row)
      return share == 0 ? 0 : share * logarithms[place]
    }
    return 0 - terms.reduce(0, +)
  }

  /// The share tⱼ that the targets give to a place of a row.
  private func share(of place: Int, _ targets: [Float], _ row: Int) -> Double {
    switch self.targets {
    case .shares:
      return Double(targets[row * rowLength + place])
    case .places:
      guard let target = Int(exactly: targets[row].rounded()), (0..<rowLength).contains(target)
      else { return .nan }
      return target == place ? 1 : 0
    }
  }

  /// log softmax(s)ⱼ = sⱼ − max s − log Σ exp(s − max s), with the limits that `Softmax` has.
  private func logarithms(_ scores: [Float], _ row: Int) -> [Double] {
    let row = scores[row * rowLength..<(row + 1) * rowLength].map(Double.init)
    let top = row.reduce(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    if top == -.infinity { return row }
    if top == .infinity {
      let equals = row.count { $0 == top }
      return row.map { $0 == top ? -log(Double(equals)) : -.infinity }
    }
    let total = log(row.reduce(0) { $0 + exp($1 - top) })
    return row.map { $0 - top - total }
  }
}
