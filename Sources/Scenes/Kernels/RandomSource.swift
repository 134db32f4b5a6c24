import Tensors

extension Call {
  /// The random stream of the seed, a source's first number.
  func stream() throws(SceneFault) -> RandomStream {
    RandomStream(seed: UInt64(try whole(0, "seed", 0...Int(Int32.max))))
  }
}
