/// Two views of one shape walked in step, as runs: as few and as long as the strides allow.
///
/// Axes that follow each other without a gap in both views are walked as one, so two contiguous
/// operands make a single run, and a row added to a matrix makes one run for each row.
struct Walk: Equatable, Sendable {
  private struct Axis: Equatable {
    var size: Int
    var left: Int
    var right: Int
  }

  let runs: Int
  let length: Int
  let leftStep: Int
  let rightStep: Int
  private let leftOffset: Int
  private let rightOffset: Int
  /// The axes around the run, the fastest first.
  private let outer: [Axis]

  /// With `keepsRows` a run is exactly one row, the last axis.
  init(_ left: StridedView, _ right: StridedView, keepsRows: Bool = false) {
    precondition(left.shape == right.shape, "views that are walked in step have one shape")
    var axes = left.shape.indices.map {
      Axis(size: left.shape[$0], left: left.strides[$0], right: right.strides[$0])
    }
    let row = keepsRows ? axes.popLast() : nil
    var merged = Walk.merged(axes)
    let run = row ?? merged.popLast() ?? Axis(size: 1, left: 0, right: 0)
    outer = merged.reversed()
    runs = merged.reduce(1) { $0 * $1.size }
    (length, leftStep, rightStep) = (run.size, run.left, run.right)
    (leftOffset, rightOffset) = (left.offset, right.offset)
  }

  private static func merged(_ axes: [Axis]) -> [Axis] {
    axes.reduce(into: []) { merged, axis in
      guard axis.size != 1 else { return }
      if let slower = merged.last, slower.left == axis.left * axis.size,
        slower.right == axis.right * axis.size
      {
        merged[merged.count - 1] = Axis(
          size: slower.size * axis.size, left: axis.left, right: axis.right)
      } else {
        merged.append(axis)
      }
    }
  }

  /// Calls `body` with where each run starts in the left, in the right, and in a contiguous result.
  @inline(__always)
  func forEachRun(_ body: (_ left: Int, _ right: Int, _ result: Int) -> Void) {
    outer.withUnsafeBufferPointer { outer in
      for run in 0..<runs {
        var (rest, left, right) = (run, leftOffset, rightOffset)
        for axis in outer.indices.dropLast() {
          let (quotient, place) = rest.quotientAndRemainder(dividingBy: outer[axis].size)
          left += place * outer[axis].left
          right += place * outer[axis].right
          rest = quotient
        }
        if let slowest = outer.last {
          left += rest * slowest.left
          right += rest * slowest.right
        }
        body(left, right, run * length)
      }
    }
  }
}
