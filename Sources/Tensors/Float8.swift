// Eight numbers at a time. Only operations that every processor's vectors have are used here: those
// that Swift offers for rounding, clamping and the larger of two are worked out one by one.

typealias Float8 = SIMD8<Float>

/// Four numbers, for what does not fill eight lanes.
typealias HalfLanes = SIMD4<Float>

extension Float8 {
  /// The eight numbers that lie here, at any address.
  @inline(__always)
  init(at source: Source) {
    self = UnsafeRawPointer(source).loadUnaligned(as: Float8.self)
  }

  /// Up to eight numbers that lie `step` apart, and 0 in place of the others.
  @inline(__always)
  init(at source: Source, step: Int, count: Int) {
    if count == 8 {
      self.init(
        source[0], source[step], source[2 * step], source[3 * step],
        source[4 * step], source[5 * step], source[6 * step], source[7 * step])
    } else {
      self = .zero
      for place in 0..<count { self[place] = source[place * step] }
    }
  }

  @inline(__always)
  func store(at target: Target) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Float8.self)
  }

  @inline(__always)
  func store(at target: Target, count: Int) {
    for place in 0..<count { target[place] = self[place] }
  }

  /// The larger of each two, and this one where they cannot be compared.
  @inline(__always)
  func larger(_ other: Float8) -> Float8 { replacing(with: other, where: other .> self) }

  @inline(__always)
  func smaller(_ other: Float8) -> Float8 { replacing(with: other, where: other .< self) }
}
