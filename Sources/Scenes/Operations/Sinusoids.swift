import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// Positions as waves: columns 2i and 2i + 1 are sine and cosine of row / 10000^(2i / columns).
  ///
  /// Vaswani and others 2017, §3.5.
  static let sinusoids = Operation.source(
    "sinusoids", "Fills a matrix with the sine and cosine waves that mark positions.",
    leastAxes: 2, example: "sinusoids()",
    sentence: "Waves of many lengths: no two positions share one pattern.",
    table: { shape, _ in
      {
        let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
        let elements = (0..<shape.reduce(1, *)).map { index in
          wave(row: index / columns % rows, column: index % columns, columns: columns)
        }
        return Tensor(shape: shape, elements: elements)
      }
    })
}

private func wave(row: Int, column: Int, columns: Int) -> Float {
  let power = Double(column - column % 2) / Double(columns)
  let angle = Double(row) / pow(10_000, power)
  return Float(column % 2 == 0 ? sin(angle) : cos(angle))
}
