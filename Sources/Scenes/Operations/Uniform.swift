import Tensors

extension Operation {
  /// Numbers spread evenly, fixed forever by the seed.
  static let uniform = Operation.source(
    "uniform", "Fills a matrix with random numbers spread evenly between two bounds.",
    [.number("seed", default: 0), .number("from", default: 0), .number("to", default: 1)],
    isRandom: true,
    example: "uniform(seed: 1)", sentence: "Drawn at random, the same for the same seed.",
    table: { shape, call throws(SceneError) in
      let stream = try call.stream()
      let (low, high) = (Float(call.numbers[1]), Float(call.numbers[2]))
      return {
        var table = stream.uniform(shape: shape)
        for place in table.elements.indices {
          table.elements[place] = low + (high - low) * table.elements[place]
        }
        return table
      }
    })
}
