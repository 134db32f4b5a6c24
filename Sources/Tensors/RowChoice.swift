/// What a row keeps when it must choose: all weight for the largest, or the few largest as they are.
///
/// Both jump instead of moving where another number becomes larger. A NaN makes its row of weights NaN,
/// and counts as larger than every number where a few are kept.
package enum RowChoice {
  /// 1 at the largest number of each row and 0 elsewhere; where several are largest they share.
  ///
  /// It is the softmax of a row times a factor that grows without end, so a row that is −∞ throughout
  /// gives zeros.
  package static func hardmax(_ scores: [Float], rowLength: Int, into weights: inout [Float]) {
    precondition(scores.count == weights.count, "hardmax keeps the shape")
    let rows = Rows(of: scores.count, length: rowLength)
    weights.write(reading: scores) { weights, scores in
      for row in rows.starts {
        let (scores, weights) = (scores + row, weights + row)
        let top = RowMaximum.value(rowLength, scores)
        var ties: Float = 0
        for place in 0..<rowLength where scores[place] == top { ties += 1 }
        let rest: Float = top.isNaN ? .nan : 0
        for place in 0..<rowLength {
          weights[place] = scores[place] == top && top != -.infinity ? 1 / ties : rest
        }
      }
    }
  }

  /// The `count` largest numbers of each row, and −∞ in place of the others; of equal ones the earlier
  /// are kept.
  package static func largest(
    _ count: Int, of input: [Float], rowLength: Int, into output: inout [Float]
  ) {
    precondition(input.count == output.count, "what is left out keeps its place")
    let rows = Rows(of: input.count, length: rowLength)
    output.write(reading: input) { output, input in
      for row in rows.starts {
        for place in 0..<rowLength {
          let isKept = rank(of: place, rowLength, input + row) < count
          output[row + place] = isKept ? input[row + place] : -.infinity
        }
      }
    }
  }

  /// Adds the gradient of the numbers that are kept.
  package static func addLargestGradient(
    _ gradient: [Float], _ count: Int, of input: [Float], rowLength: Int, into sum: inout [Float]
  ) {
    precondition(input.count == gradient.count, "what is left out keeps its place")
    let rows = Rows(of: input.count, length: rowLength)
    sum.write(reading: gradient, input) { sum, gradient, input in
      for row in rows.starts {
        for place in 0..<rowLength where rank(of: place, rowLength, input + row) < count {
          sum[row + place] += gradient[row + place]
        }
      }
    }
  }

  /// How many numbers of a row come before one of them.
  private static func rank(of place: Int, _ count: Int, _ row: Source) -> Int {
    var rank = 0
    for other in 0..<count where isBefore(row[other], row[place], isEarlier: other < place) {
      rank += 1
    }
    return rank
  }

  private static func isBefore(_ a: Float, _ b: Float, isEarlier: Bool) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && (!b.isNaN || isEarlier) }
    return a > b || (a == b && isEarlier)
  }
}
