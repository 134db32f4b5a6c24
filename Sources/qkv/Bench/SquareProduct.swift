import Tensors

/// A product of two square matrices: what the machine can do at best.
struct SquareProduct {
  let size: Int
  let time: Measurement

  init(size: Int, runs: Int?) {
    let matrix = Tensor(
      shape: [size, size],
      elements: (0..<(size * size)).map { Float($0 % 7) - 3 })
    self.size = size
    time = Measurement(runs: runs) { _ = matrix.multiplied(by: matrix) }
  }

  var gigaflops: Double { time.gigaflops(2 * Double(size) * Double(size) * Double(size)) }
}
