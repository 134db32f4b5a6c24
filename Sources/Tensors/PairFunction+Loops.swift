extension PairFunction {
  static func map(_ plan: Broadcast, _ left: [Float], _ right: [Float], into result: inout [Float])
  {
    plan.check(left, right, result)
    let walk = plan.walk
    result.write(reading: left, right) { result, left, right in
      walk.forEachRun { a, b, place in
        run(
          walk.length, left + a, walk.leftStep, right + b, walk.rightStep, into: result + place)
      }
    }
  }

  /// One run; the steps that nearly all runs have get loops that the compiler can vectorise.
  @inline(__always)
  private static func run(
    _ count: Int, _ left: Source, _ leftStep: Int, _ right: Source, _ rightStep: Int,
    into result: Target
  ) {
    switch (leftStep, rightStep) {
    case (1, 1):
      for place in 0..<count { result[place] = value(left[place], right[place]) }
    case (1, 0):
      let b = right[0]
      for place in 0..<count { result[place] = value(left[place], b) }
    case (0, 1):
      let a = left[0]
      for place in 0..<count { result[place] = value(a, right[place]) }
    default:
      for place in 0..<count {
        result[place] = value(left[place * leftStep], right[place * rightStep])
      }
    }
  }

  static func addLeftGradient(
    _ plan: Broadcast, _ gradient: [Float], _ left: [Float], _ right: [Float],
    into sum: inout [Float]
  ) {
    plan.check(left, right, gradient)
    precondition(sum.count == left.count, "a gradient has the shape of its operand")
    let walk = plan.walk
    sum.write(reading: gradient, left, right) { sum, gradient, left, right in
      walk.forEachRun { a, b, place in
        add(walk.length, into: sum + a, step: walk.leftStep) {
          gradient[place + $0]
            * leftDerivative(left[a + $0 * walk.leftStep], right[b + $0 * walk.rightStep])
        }
      }
    }
  }

  static func addRightGradient(
    _ plan: Broadcast, _ gradient: [Float], _ left: [Float], _ right: [Float],
    into sum: inout [Float]
  ) {
    plan.check(left, right, gradient)
    precondition(sum.count == right.count, "a gradient has the shape of its operand")
    let walk = plan.walk
    sum.write(reading: gradient, left, right) { sum, gradient, left, right in
      walk.forEachRun { a, b, place in
        add(walk.length, into: sum + b, step: walk.rightStep) {
          gradient[place + $0]
            * rightDerivative(left[a + $0 * walk.leftStep], right[b + $0 * walk.rightStep])
        }
      }
    }
  }
}
