import Tensors

extension Operation {
  /// Numbers from the normal distribution, fixed forever by the seed.
  static let randn = Operation.source(
    "randn", "Fills a matrix with normal random numbers of mean 0 and variance 1.",
    [.number("seed", default: 0)], isRandom: true,
    example: "randn(seed: 1)", sentence: "Drawn at random, the same for the same seed.",
    table: { shape, call throws(SceneError) in
      let stream = try call.stream()
      return { stream.normal(shape: shape) }
    })
}
