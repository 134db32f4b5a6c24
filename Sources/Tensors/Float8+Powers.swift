// Powers of eight numbers at a time, of which a softmax needs one for every score.
//
// The power is split into 2ⁿ · 2ʳ, n whole and |r| ≤ ½. Adding 1.5 · 2²³ leaves no binary digits for
// a fraction, which rounds, and puts n into the last bits, from where a shift moves it into the
// exponent. 2ʳ is a polynomial fitted for the smallest relative error. Its coefficients are
// doubled and 2ⁿ⁻¹ is used, so that n = 128, where numbers end, needs no case of its own.
//
// Below 2^−125.5 the power is 0: numbers too small to have all digits are not made.

extension Float8 {
  /// eˣ to about one unit in the last place; 0 below −86.99, +∞ from 88.73 on, NaN of NaN.
  @inline(__always)
  var exponential: Float8 {
    let x = larger(Float8(repeating: -87.3)).smaller(Float8(repeating: 89))
    let shifted = x * 1.442_695_04 + Self.shift
    let whole = shifted - Self.shift
    // ln 2 in two parts, the first short enough for exact products with whole numbers.
    let r = (x - whole * 0.693_359_375) + whole * 2.121_944_4e-4
    var power = Float8(repeating: 0.002_768_728_9)
    power = power * r + 0.016_748_328
    power = power * r + 0.083_336_003
    power = power * r + 0.333_328_63
    power = power * r + 0.999_999_9
    power = power * r + 2
    power = power * r + 2
    return power * Self.halfPowerOfTwo(shifted)
  }

  /// 1.5 · 2²³, and 126 more, so that n = −126 gives the exponent 0, which is the number 0.
  @inline(__always)
  private static var shift: Float8 { Float8(repeating: 12_582_912 + 126) }

  /// 2ⁿ⁻¹, where n + 126 stands in the last bits.
  @inline(__always)
  private static func halfPowerOfTwo(_ shifted: Float8) -> Float8 {
    let bits = unsafeBitCast(shifted, to: SIMD8<UInt32>.self)
    return unsafeBitCast(bits &<< 23, to: Float8.self)
  }
}
