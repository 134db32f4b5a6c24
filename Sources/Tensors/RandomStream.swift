/// Random numbers that a seed fixes forever: number `i` depends on the seed and on `i` only.
///
/// The bits of place `n` are SplitMix64's (Steele, Lea & Flood 2014), reached without walking there:
///
///     key     = mix(seed)
///     bits(n) = mix(key + (n + 1) · 0x9E3779B97F4A7C15)          all modulo 2⁶⁴
///     mix(z):   z ^= z >> 30;  z *= 0xBF58476D1CE4E5B9
///               z ^= z >> 27;  z *= 0x94D049BB133111EB;  z ^= z >> 31
///
/// - `uniform(i)` is the upper 24 bits of bits(i) times 2⁻²⁴: in [0, 1), exact in single precision.
/// - `normal(i)` is √(−2 ln u) · cos(2π v) (Box & Muller 1958), with u in (0, 1] and v in [0, 1) of
///   53 bits from bits(2i) and bits(2i + 1), in double precision, rounded once. `NormalNumber` uses
///   only + − × ÷ √, which IEEE 754 rounds alike everywhere, so no C library can change a digit.
package struct RandomStream: Equatable, Sendable {
  private let key: UInt64

  package init(seed: UInt64) {
    key = RandomStream.mix(seed)
  }

  /// Evenly distributed in [0, 1).
  package func uniform(_ index: Int) -> Float {
    Float(bits(UInt64(index)) >> 40) * 0x1p-24
  }

  /// Normally distributed with mean 0 and variance 1; never beyond ±8.6.
  package func normal(_ index: Int) -> Float {
    let u = Double((bits(2 * UInt64(index)) >> 11) + 1) * 0x1p-53
    let v = Double(bits(2 * UInt64(index) + 1) >> 11) * 0x1p-53
    return Float(NormalNumber.boxMuller(u, v))
  }

  func bits(_ place: UInt64) -> UInt64 {
    RandomStream.mix(key &+ (place &+ 1) &* 0x9E37_79B9_7F4A_7C15)
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension RandomStream {
  /// A tensor of evenly distributed numbers in [0, 1), number `i` at flat place `i`.
  package func uniform(shape: [Int]) -> Tensor {
    Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map(uniform))
  }

  /// A tensor of normally distributed numbers, number `i` at flat place `i`.
  package func normal(shape: [Int]) -> Tensor {
    Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map(normal))
  }
}
