import Tensors

extension Call {
  /// The random stream of the seed, a source's first number, in this draw.
  func stream() throws(SceneError) -> RandomStream {
    let seed = try whole(0, "seed", 0...Int(Int32.max))
    return RandomStream(seed: UInt64(seed) &+ UInt64(draw) &* Self.seedsBetweenDraws)
  }

  /// The same call in another draw.
  func drawn(_ draw: Int) -> Call {
    var call = self
    call.draw = draw
    return call
  }

  // More than a seed may be, so that no draw repeats another's stream.
  private static let seedsBetweenDraws: UInt64 = 1 << 31
}
