import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// Nothing but 0.
  static let zeros = Operation.source(
    "zeros", "Fills a matrix with 0.",
    example: "zeros()", sentence: "A matrix that begins as zeros.",
    table: { shape, call in { .zeros(shape) } })

  /// Nothing but 1.
  static let ones = Operation.source(
    "ones", "Fills a matrix with 1.",
    example: "ones()", sentence: "A matrix that begins as ones.",
    table: { shape, call in { .ones(shape) } })

  /// 1 where row and column number agree, 0 elsewhere.
  static let eye = Operation.source(
    "eye", "Fills a matrix with 1 on the diagonal and 0 elsewhere.", leastAxes: 2,
    example: "eye()", sentence: "1 where row and column number agree, 0 elsewhere.",
    table: { shape, call in
      {
        let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
        let one = Tensor.identity(rows: rows, columns: columns).elements
        let copies = shape.dropLast(2).reduce(1, *)
        return Tensor(shape: shape, elements: Array(repeating: one, count: copies).flatMap(\.self))
      }
    })

  /// Numbers from the normal distribution, fixed forever by the seed.
  static let randn = Operation.source(
    "randn", "Fills a matrix with normal random numbers of mean 0 and variance 1.",
    [.number("seed", default: 0)], isRandom: true,
    example: "randn(seed: 1)", sentence: "Drawn at random, the same for the same seed.",
    table: { shape, call throws(SceneError) in
      let stream = try call.stream()
      return { stream.normal(shape: shape) }
    })

  /// Numbers spread evenly, fixed forever by the seed.
  static let uniform = Operation.source(
    "uniform", "Fills a matrix with random numbers spread evenly between two bounds.",
    [.number("seed", default: 0), .number("from", default: 0), .number("to", default: 1)],
    isRandom: true,
    example: "uniform(seed: 1)", sentence: "Drawn at random, the same for the same seed.",
    table: { shape, call throws(SceneError) in
      let stream = try call.stream()
      let (low, high) = (Float(call.number(1)), Float(call.number(2)))
      return {
        var table = stream.uniform(shape: shape)
        for place in table.elements.indices {
          table.elements[place] = low + (high - low) * table.elements[place]
        }
        return table
      }
    })

  /// Positions as waves: columns 2i and 2i + 1 are sine and cosine of row / 10000^(2i / columns).
  ///
  /// Vaswani and others 2017, §3.5.
  static let sinusoids = Operation.source(
    "sinusoids", "Fills a matrix with the sine and cosine waves that mark positions.",
    leastAxes: 2, example: "sinusoids()",
    sentence: "Waves of many lengths: no two positions share one pattern.",
    table: { shape, call in
      let axes = call.expected ?? []
      let positions = call.sheet.positions(axes[axes.count - 2])
      return {
        let columns = shape[shape.count - 1]
        let elements = (0..<shape.reduce(1, *)).map { index in
          wave(
            row: positions[index / columns % positions.count], column: index % columns,
            columns: columns)
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
