#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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

  /// The result is one number.
  package func apply(_ scores: [Float], _ targets: [Float], into result: inout [Float]) {
    let rows = rows(of: scores, targets)
    precondition(result.count == 1, "a loss is one number")
    result.write(reading: scores, targets) { loss, scores, targets in
      let total = preciseSum(rows) { row in
        let logarithms = LogSoftmax(scores + row * rowLength, rowLength)
        return surprise(logarithms, Shares(self, targets, row))
      }
      loss[0] = Float(total / Double(rows))
    }
  }

  /// Adds (softmax(s)ⱼ · Σ t − tⱼ) / rows for each score.
  package func addScoreGradient(
    _ gradient: Float, _ scores: [Float], _ targets: [Float], into sum: inout [Float]
  ) {
    let rows = rows(of: scores, targets)
    precondition(sum.count == scores.count, "a gradient has the shape of its operand")
    let scale = Double(gradient) / Double(rows)
    sum.write(reading: scores, targets) { sum, scores, targets in
      for row in 0..<rows {
        let start = row * rowLength
        let logarithms = LogSoftmax(scores + start, rowLength)
        let shares = Shares(self, targets, row)
        let total = preciseSum(rowLength) { shares[$0] }
        for place in 0..<rowLength {
          let slope = exp(logarithms[place]) * total - shares[place]
          sum[start + place] += Float(scale * slope)
        }
      }
    }
  }

  /// Adds −log softmax(s)ⱼ / rows for each share; places jump, and get nothing.
  package func addTargetGradient(_ gradient: Float, _ scores: [Float], into sum: inout [Float]) {
    guard targets == .shares else { return }
    let rows = rows(of: scores, sum)
    sum.write(reading: scores) { sum, scores in
      for start in stride(from: 0, to: rows * rowLength, by: rowLength) {
        let logarithms = LogSoftmax(scores + start, rowLength)
        for place in 0..<rowLength {
          sum[start + place] -= Float(Double(gradient) * logarithms[place] / Double(rows))
        }
      }
    }
  }
}

extension CrossEntropy {
  /// How many rows there are, each with its targets.
  private func rows(of scores: [Float], _ targets: [Float]) -> Int {
    let rows = Rows(of: scores.count, length: rowLength).count
    let wanted = self.targets == .places ? rows : scores.count
    precondition(targets.count == wanted, "every row of scores has its targets")
    return rows
  }

  private func surprise(_ logarithms: LogSoftmax, _ shares: Shares) -> Double {
    0 - preciseSum(rowLength) { shares[$0] == 0 ? 0 : shares[$0] * logarithms[$0] }
  }
}

/// The share tⱼ that the targets give to each place of a row.
private struct Shares {
  private let targets: Source
  private let kind: CrossEntropy.Targets
  /// The place that gets everything, where targets are places; nil where there is no such place.
  private let place: Int?

  init(_ loss: CrossEntropy, _ targets: Source, _ row: Int) {
    kind = loss.targets
    switch loss.targets {
    case .shares:
      self.targets = targets + row * loss.rowLength
      place = nil
    case .places:
      self.targets = targets + row
      place = Int(exactly: targets[row].rounded()).flatMap {
        (0..<loss.rowLength).contains($0) ? $0 : nil
      }
    }
  }

  subscript(index: Int) -> Double {
    switch kind {
    case .shares: return Double(targets[index])
    case .places:
      guard let place else { return .nan }
      return index == place ? 1 : 0
    }
  }
}

/// log softmax(s)ⱼ = sⱼ − max s − log Σ exp(s − max s), with the limits that `Softmax` has.
private struct LogSoftmax {
  private let scores: Source
  private let top: Double
  /// log Σ exp(s − max s); among infinite scores, the logarithm of their number.
  private let total: Double

  init(_ scores: Source, _ count: Int) {
    self.scores = scores
    var top = -Double.infinity
    for place in 0..<count where !(Double(scores[place]) <= top) {
      top = Double(scores[place])
      if top.isNaN { break }
    }
    self.top = top
    if top.isInfinite {
      total = log(preciseSum(count) { Double(scores[$0]) == top ? 1 : 0 })
    } else {
      total = log(preciseSum(count) { exp(Double(scores[$0]) - top) })
    }
  }

  subscript(place: Int) -> Double {
    let score = Double(scores[place])
    guard top.isInfinite else { return score - top - total }
    return top > 0 && score == top ? -total : -.infinity
  }
}
