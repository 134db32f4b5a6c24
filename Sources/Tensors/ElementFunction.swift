#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A function of one number, its derivative beside it.
protocol ElementFunction {
  static func value(_ x: Float) -> Float
  /// f′(x), given y = f(x) as well because it often makes the derivative cheap.
  static func derivative(_ x: Float, _ y: Float) -> Float

  // Requirements, so that every function gets loops of its own with the function inlined.
  static func map(_ input: [Float], into output: inout [Float])
  static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], into sum: inout [Float])
}

enum Negation: ElementFunction {
  static func value(_ x: Float) -> Float { -x }
  static func derivative(_ x: Float, _ y: Float) -> Float { -1 }
}

/// eˣ; +∞ from 88.73 on, where single precision ends.
enum Exponential: ElementFunction {
  static func value(_ x: Float) -> Float { exp(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { y }
}

/// The natural logarithm; −∞ at 0 and NaN below.
enum Logarithm: ElementFunction {
  static func value(_ x: Float) -> Float { log(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { 1 / x }
}

enum SquareRoot: ElementFunction {
  static func value(_ x: Float) -> Float { x.squareRoot() }
  static func derivative(_ x: Float, _ y: Float) -> Float { 0.5 / y }
}

/// |x|, with derivative 0 at the kink, the mean of its two sides.
enum Magnitude: ElementFunction {
  static func value(_ x: Float) -> Float { abs(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : x < 0 ? -1 : x * 0 }
}

/// max(x, 0), with derivative 0 at the kink as in the usual libraries.
enum Rectifier: ElementFunction {
  static func value(_ x: Float) -> Float { x < 0 ? 0 : x }
  static func derivative(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : 0 }
}

/// x · Φ(x), Φ the normal distribution function (Hendrycks & Gimpel 2016, arXiv 1606.08415).
enum GaussianErrorLinear: ElementFunction {
  static func value(_ x: Float) -> Float { x * cumulative(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { cumulative(x) + x * density(x) }

  // erfc keeps its digits far below zero, where 1 + erf would cancel.
  private static func cumulative(_ x: Float) -> Float { 0.5 * erfc(-x * Float(0.5).squareRoot()) }
  private static func density(_ x: Float) -> Float { exp(-0.5 * x * x) * 0.398_942_28 }
}

/// x above 0 and eˣ − 1 below.
enum ExponentialLinear: ElementFunction {
  static func value(_ x: Float) -> Float { x > 0 ? x : expm1(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : y + 1 }
}

enum HyperbolicTangent: ElementFunction {
  static func value(_ x: Float) -> Float { tanh(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { 1 - y * y }
}

/// 1 / (1 + e⁻ˣ); an overflowing e⁻ˣ gives the right limit, 0.
enum Sigmoid: ElementFunction {
  static func value(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
  static func derivative(_ x: Float, _ y: Float) -> Float { y * (1 - y) }
}

/// 1 for 0 and 0 for everything else.
enum LogicalNot: ElementFunction {
  static func value(_ x: Float) -> Float { x == 0 ? 1 : 0 }
  static func derivative(_ x: Float, _ y: Float) -> Float { 0 }
}
