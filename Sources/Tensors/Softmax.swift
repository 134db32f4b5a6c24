/// Weights that are positive and sum to 1 along the last axis: wᵢ = exp(sᵢ − max s) / Σ exp(sⱼ − max s).
///
/// A row that is −∞ throughout, where everything is masked, gives zeros. Where scores are +∞ they
/// share the weight equally and the others get none. A NaN makes its row NaN.
package enum Softmax {
  package static func apply(_ scores: Tensor) -> Tensor {
    var weights = Tensor.zeros(scores.shape)
    apply(scores.elements, rowLength: scores.rowLength, into: &weights.elements)
    return weights
  }

  package static func apply(_ scores: [Float], rowLength: Int, into weights: inout [Float]) {
    precondition(scores.count == weights.count, "softmax keeps the shape")
    let rows = Rows(of: scores.count, length: rowLength)
    weights.write(reading: scores) { weights, scores in
      for row in rows.starts { weigh(rowLength, scores + row, into: weights + row) }
    }
  }

  /// Adds w ∘ (g − Σ w g), the Jacobian diag(w) − w wᵀ applied to the gradient of each row.
  package static func addGradient(
    _ gradient: [Float], weights: [Float], rowLength: Int, into scoreGradient: inout [Float]
  ) {
    precondition(
      weights.count == gradient.count && weights.count == scoreGradient.count,
      "softmax keeps the shape")
    let rows = Rows(of: weights.count, length: rowLength)
    scoreGradient.write(reading: gradient, weights) { sums, gradient, weights in
      for row in rows.starts {
        let (sums, gradient, weights) = (sums + row, gradient + row, weights + row)
        let mean = sum(rowLength) { weights[$0] * gradient[$0] }
        for place in 0..<rowLength { sums[place] += weights[place] * (gradient[place] - mean) }
      }
    }
  }

  /// As along rows, whichever axis they run along.
  package static func apply(
    _ scores: [Float], along rows: AxisRows, into weights: inout [Float]
  ) {
    precondition(scores.count == weights.count, "softmax keeps the shape")
    weights.write(reading: scores) { weights, scores in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * rows.length) { copies in
        guard let row = copies.baseAddress else { return }
        let shares = row + rows.length
        for number in 0..<rows.count {
          for place in 0..<rows.length { row[place] = scores[rows.place(row: number, place)] }
          weigh(rows.length, row, into: shares)
          for place in 0..<rows.length { weights[rows.place(row: number, place)] = shares[place] }
        }
      }
    }
  }

  /// Adds w ∘ (g − Σ w g), as along rows.
  package static func addGradient(
    _ gradient: [Float], weights: [Float], along rows: AxisRows,
    into scoreGradient: inout [Float]
  ) {
    precondition(
      weights.count == gradient.count && weights.count == scoreGradient.count,
      "softmax keeps the shape")
    scoreGradient.write(reading: gradient, weights) { sums, gradient, weights in
      for number in 0..<rows.count {
        let mean = sum(rows.length) {
          let place = rows.place(row: number, $0)
          return weights[place] * gradient[place]
        }
        for step in 0..<rows.length {
          let place = rows.place(row: number, step)
          sums[place] += weights[place] * (gradient[place] - mean)
        }
      }
    }
  }

  @inline(__always)
  static func weigh(_ count: Int, _ scores: Source, into weights: Target) {
    let top = largest(count, scores)
    // Subtract the row's largest score first: exp(89) is already infinite in single precision.
    // Infinities cannot be subtracted from each other; there the limit is spelled out.
    if top == -.infinity {
      for place in 0..<count { weights[place] = 0 }
    } else if top == .infinity {
      for place in 0..<count { weights[place] = scores[place] == .infinity ? 1 : 0 }
      divideBySum(count, weights)
    } else {
      raise(count, scores, lessThan: top, into: weights)
      divideBySum(count, weights)
    }
  }

  /// exp(s − top), eight scores at a time.
  @inline(__always)
  private static func raise(
    _ count: Int, _ scores: Source, lessThan top: Float, into weights: Target
  ) {
    let whole = count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      (Float8(at: scores + place) - top).exponential.store(at: weights + place)
    }
    guard whole < count else { return }
    let rest = Float8(at: scores + whole, step: 1, count: count - whole)
    (rest - top).exponential.store(at: weights + whole, count: count - whole)
  }

  /// The largest number, or NaN where there is one.
  @inline(__always)
  private static func largest(_ count: Int, _ scores: Source) -> Float {
    var top = -Float.infinity
    for place in 0..<count where !(scores[place] <= top) {
      top = scores[place]
      if top.isNaN { break }
    }
    return top
  }

  @inline(__always)
  private static func divideBySum(_ count: Int, _ weights: Target) {
    let total = sum(count) { weights[$0] }
    for place in 0..<count { weights[place] /= total }
  }
}
