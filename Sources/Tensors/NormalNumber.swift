/// The functions behind normal random numbers, spelled out so that every machine computes them alike.
///
/// Each agrees with the true value to about 1e-15, far below the rounding to single precision.
enum NormalNumber {
  /// √(−2 ln u) · cos(2π v), for u in (0, 1] and v in [0, 1).
  static func boxMuller(_ u: Double, _ v: Double) -> Double {
    (-2 * logarithm(u)).squareRoot() * cosineOfTurns(v)
  }

  /// ln x = e ln 2 + 2 artanh((m − 1) / (m + 1)), where x = m · 2ᵉ and √½ ≤ m < √2.
  static func logarithm(_ x: Double) -> Double {
    var (m, e) = (x.significand, Double(x.exponent))
    if m > 1.414_213_562_373_095_1 {
      m /= 2
      e += 1
    }
    let t = (m - 1) / (m + 1)
    let square = t * t
    // Terms beyond t²³ are below 1e-19: |t| is at most 0.1716.
    var series = 0.0
    for odd in stride(from: 23.0, through: 1.0, by: -2.0) { series = series * square + 1 / odd }
    return e * 0.693_147_180_559_945_3 + 2 * t * series
  }

  /// cos(2π v) for v in [0, 1), from an angle of at most an eighth of a turn.
  static func cosineOfTurns(_ v: Double) -> Double {
    let quarters = (4 * v).rounded(.toNearestOrAwayFromZero)
    let angle = (v - quarters / 4) * 6.283_185_307_179_586
    return switch Int(quarters) % 4 {
    case 0: cosine(angle)
    case 1: -sine(angle)
    case 2: -cosine(angle)
    default: sine(angle)
    }
  }

  /// 1 − x²/2! + x⁴/4! − … to x¹⁸, for |x| ≤ π/4.
  private static func cosine(_ x: Double) -> Double { alternating(x * x, from: 17) }

  /// x − x³/3! + x⁵/5! − … to x¹⁹, for |x| ≤ π/4.
  private static func sine(_ x: Double) -> Double { x * alternating(x * x, from: 18) }

  /// 1 − s/(n−1)n·(…) nested from the inside, the smallest term first.
  private static func alternating(_ square: Double, from last: Double) -> Double {
    var series = 1.0
    for n in stride(from: last, through: 1, by: -2) { series = 1 - square / (n * (n + 1)) * series }
    return series
  }
}
