import Tensors

extension Operation {
  /// The numbers that a trained model learned, cut or filled up with 0 where an axis was resized.
  static let weights = Operation(
    "weights", "Fills a matrix with what a trained model learned; layers and heads count from 1.",
    [.text("model"), .text("tensor"), .optionalNumber("layer"), .optionalNumber("head")],
    example: #"weights("example", "table")"#, purpose: .source(.model),
    words: OperationProse("Learned by a model.", use: "unchanged") { [.number($0.value)] }
  ) { call throws(SceneError) in
    guard let axes = call.expected else { throw .sourceWithoutAxes("weights") }
    let tensor = try call.learned(WeightRequest(call)).reshaped(call.declared.factorSizes(axes))
      .resized(call.sheet.factorSizes(axes))
    let table = Tensor(shape: call.sheet.sizes(axes), elements: tensor.elements)
    return InferredShape(axes: axes, kernel: TableKernel { table })
  }
}

extension WeightRequest {
  fileprivate init(_ call: Call) throws(SceneError) {
    self.init(
      model: call.strings[0], tensor: call.strings[1],
      layer: try call.optionalWhole(0, "layer", 1...Graph.mostElements),
      head: try call.optionalWhole(1, "head", 1...Graph.mostElements))
  }
}

extension Call {
  /// What the source has for a request, if it fits the axes as the texts size them.
  fileprivate func learned(_ request: WeightRequest) throws(SceneError) -> Tensor {
    guard let weights else { throw .weights(.noModels) }
    let learned: LearnedTensor
    do throws(WeightError) { learned = try weights.weights(request) } catch {
      throw .weights(.refused(request, error))
    }
    let axes = expected ?? []
    let tensor = try picked(learned, for: axes, of: request.model)
    guard tensor.shape == declared.sizes(axes) else {
      throw .weights(
        .otherSizes(
          tensor.shape, axes: axes.map(sheet.name), declared: declared.sizes(axes),
          isOneHead: request.head != nil))
    }
    return tensor
  }

  /// The rows and columns that the axes mean: those of their words, and the first positions.
  ///
  /// Where the number of axes differs, everything stays as it is, for the sizes to be complained about.
  private func picked(
    _ learned: LearnedTensor, for axes: [AxisKey], of model: String
  ) throws(SceneError) -> Tensor {
    guard axes.count == learned.axes.count else { return learned.numbers }
    var tensor = learned.numbers
    for (place, axis) in axes.enumerated() {
      switch learned.axes[place] {
      case .plain: break
      case .words(let known):
        guard let words = declared.axis(axis).words else { continue }
        tensor = tensor.taking(try Self.places(of: words, in: known, model), along: place)
      case .positions:
        let first = declared.firstPosition(axis)
        let end = first + declared.size(axis)
        guard end <= tensor.shape[place] else { continue }
        tensor = tensor.taking(Array(first..<end), along: place)
      }
    }
    return tensor
  }

  private static func places(
    of words: [String], in known: [String], _ model: String
  ) throws(SceneError) -> [Int] {
    let numbers = Dictionary(zip(known, known.indices), uniquingKeysWith: { first, _ in first })
    var places: [Int] = []
    for word in words {
      guard let place = numbers[word] else {
        throw .weights(.unknownWord(word, model: model, known: known))
      }
      places.append(place)
    }
    return places
  }
}
