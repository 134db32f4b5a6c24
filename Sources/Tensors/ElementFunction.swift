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

/// x · (1 + tanh u) / 2 with u = √(2/π) (x + 0.044715 x³), close to x · Φ(x) (Hendrycks & Gimpel 2016,
/// §2).
enum GaussianErrorByTanh: ElementFunction {
  static func value(_ x: Float) -> Float { x * share(x) }

  static func derivative(_ x: Float, _ y: Float) -> Float {
    let share = share(x)
    let bend = y * (1 - share)
    // Where the share is 0 or 1 in single precision it no longer bends, however fast u grows.
    return bend == 0 ? share : share + 2 * bend * scale * (1 + 3 * cubic * x * x)
  }

  private static let scale: Float = 0.797_884_56
  private static let cubic: Float = 0.044_715

  // (1 + tanh u) / 2 is the sigmoid of 2u, which keeps its digits far below zero.
  private static func share(_ x: Float) -> Float {
    Sigmoid.value(2 * scale * (x + cubic * x * x * x))
  }
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

/// The sine of an angle in radians.
enum Sine: ElementFunction {
  static func value(_ x: Float) -> Float { sin(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { cos(x) }
}

/// The cosine of an angle in radians.
enum Cosine: ElementFunction {
  static func value(_ x: Float) -> Float { cos(x) }
  static func derivative(_ x: Float, _ y: Float) -> Float { -sin(x) }
}

/// 1 for 0 and 0 for everything else.
enum LogicalNot: ElementFunction {
  static func value(_ x: Float) -> Float { x == 0 ? 1 : 0 }
  static func derivative(_ x: Float, _ y: Float) -> Float { 0 }
}
