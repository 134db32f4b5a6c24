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
    var m = Double(bitPattern: x.bitPattern & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    var e = Double(Int(x.bitPattern >> 52) - 1023)
    if m > 1.414_213_562_373_095_1 {
      m /= 2
      e += 1
    }
    let t = (m - 1) / (m + 1)
    let square = t * t
    var series = 0.0
    for reciprocal in oddReciprocals { series = series * square + reciprocal }
    return e * 0.693_147_180_559_945_3 + 2 * t * series
  }

  /// cos(2π v) for v in [0, 1), from an angle of at most an eighth of a turn.
  static func cosineOfTurns(_ v: Double) -> Double {
    let quarters = Int(4 * v + 0.5)
    let angle = (v - Double(quarters) / 4) * 6.283_185_307_179_586
    return switch quarters % 4 {
    case 0: cosine(angle)
    case 1: -sine(angle)
    case 2: -cosine(angle)
    default: sine(angle)
    }
  }

  /// 1 − x²/2! + x⁴/4! − … to x¹⁸, for |x| ≤ π/4.
  private static func cosine(_ x: Double) -> Double { alternating(x * x, cosineDivisors) }

  /// x − x³/3! + x⁵/5! − … to x¹⁹, for |x| ≤ π/4.
  private static func sine(_ x: Double) -> Double { x * alternating(x * x, sineDivisors) }

  /// 1 − s/d·(1 − s/d′·(…)) nested from the inside, the smallest term first.
  private static func alternating(_ square: Double, _ divisors: [Double]) -> Double {
    var series = 1.0
    for divisor in divisors { series = 1 - square / divisor * series }
    return series
  }

  // Terms beyond t²³ are below 1e-19: |t| is at most 0.1716.
  private static let oddReciprocals: [Double] = [
    1 / 23, 1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1,
  ]
  private static let cosineDivisors: [Double] = [
    17 * 18, 15 * 16, 13 * 14, 11 * 12, 9 * 10, 7 * 8, 5 * 6, 3 * 4, 1 * 2,
  ]
  private static let sineDivisors: [Double] = [
    18 * 19, 16 * 17, 14 * 15, 12 * 13, 10 * 11, 8 * 9, 6 * 7, 4 * 5, 2 * 3,
  ]
}
