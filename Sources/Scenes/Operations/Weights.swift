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
    let tensor: Tensor
    do throws(WeightError) { tensor = try weights.weights(request) } catch {
      throw .weights(.refused(request, error))
    }
    let axes = expected ?? []
    guard tensor.shape == declared.sizes(axes) else {
      throw .weights(
        .otherSizes(
          tensor.shape, axes: axes.map(sheet.name), declared: declared.sizes(axes),
          isOneHead: request.head != nil))
    }
    return tensor
  }
}
