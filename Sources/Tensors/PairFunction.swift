/// A function of two numbers, its two derivatives beside it.
protocol PairFunction {
  static func value(_ a: Float, _ b: Float) -> Float
  static func leftDerivative(_ a: Float, _ b: Float) -> Float
  static func rightDerivative(_ a: Float, _ b: Float) -> Float

  // Requirements, so that every function gets loops of its own with the function inlined.
  static func map(_ plan: Broadcast, _ left: [Float], _ right: [Float], into: inout [Float])
  static func addLeftGradient(
    _ plan: Broadcast, _ gradient: [Float], _ left: [Float], _ right: [Float], into: inout [Float])
  static func addRightGradient(
    _ plan: Broadcast, _ gradient: [Float], _ left: [Float], _ right: [Float], into: inout [Float])
}

enum Sum: PairFunction {
  static func value(_ a: Float, _ b: Float) -> Float { a + b }
  static func leftDerivative(_ a: Float, _ b: Float) -> Float { 1 }
  static func rightDerivative(_ a: Float, _ b: Float) -> Float { 1 }
}

enum Difference: PairFunction {
  static func value(_ a: Float, _ b: Float) -> Float { a - b }
  static func leftDerivative(_ a: Float, _ b: Float) -> Float { 1 }
  static func rightDerivative(_ a: Float, _ b: Float) -> Float { -1 }
}

enum Product: PairFunction {
  static func value(_ a: Float, _ b: Float) -> Float { a * b }
  static func leftDerivative(_ a: Float, _ b: Float) -> Float { b }
  static func rightDerivative(_ a: Float, _ b: Float) -> Float { a }
}

enum Quotient: PairFunction {
  static func value(_ a: Float, _ b: Float) -> Float { a / b }
  static func leftDerivative(_ a: Float, _ b: Float) -> Float { 1 / b }
  // −(a / b) / b rather than −a / b²: the square overflows first.
  static func rightDerivative(_ a: Float, _ b: Float) -> Float { -(a / b) / b }
}

/// A claim about two numbers: 1 where it holds and 0 where not, flat everywhere.
protocol Claim: PairFunction {
  static func holds(_ a: Float, _ b: Float) -> Bool
}

extension Claim {
  static func value(_ a: Float, _ b: Float) -> Float { holds(a, b) ? 1 : 0 }
  static func leftDerivative(_ a: Float, _ b: Float) -> Float { 0 }
  static func rightDerivative(_ a: Float, _ b: Float) -> Float { 0 }
}

enum Less: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a < b }
}

enum LessOrEqual: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a <= b }
}

enum Greater: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a > b }
}

enum GreaterOrEqual: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a >= b }
}

enum Equal: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a == b }
}

enum NotEqual: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a != b }
}

enum Both: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a != 0 && b != 0 }
}

enum Either: Claim {
  static func holds(_ a: Float, _ b: Float) -> Bool { a != 0 || b != 0 }
}
