import Scenes
import Tensors

extension ModelLibrary: WeightSource {
  /// Where to find `weights("refer", "query", layer: 2, head: 1)`.
  package func weights(_ request: WeightRequest) throws(WeightError) -> LearnedTensor {
    let model: TinyModel
    do throws(ModelError) { model = try self.model(request.model) } catch {
      throw WeightError(error)
    }
    return try model.tensor(request)
  }
}

extension TinyModel: WeightSource {
  /// The model's own tensors, under its name alone.
  package func weights(_ request: WeightRequest) throws(WeightError) -> LearnedTensor {
    guard request.model == name else { throw .unknownModel(known: [name]) }
    return try tensor(request)
  }
}

extension WeightError {
  fileprivate init(_ error: ModelError) {
    switch error {
    case .unknownModel(_, let known): self = .unknownModel(known: known)
    case .file, .safetensors, .otherFamily, .metadata, .repeatedWord, .shape:
      self = .unreadable(error.reason)
    }
  }
}

extension TinyModel {
  private static let names = [
    "embedding", "position", "unembedding", "query", "key", "value", "output",
  ]

  fileprivate func tensor(_ request: WeightRequest) throws(WeightError) -> LearnedTensor {
    switch request.tensor {
    case "embedding": try whole(request, embedding, [.words(words.words), .plain])
    case "position": try whole(request, position, [.positions, .plain])
    case "unembedding": try whole(request, unembedding, [.plain, .words(words.words)])
    case "query": try heads(request, \.query)
    case "key": try heads(request, \.key)
    case "value": try heads(request, \.value)
    case "output": try heads(request, \.output)
    case _: throw .unknownTensor(known: Self.names)
    }
  }

  /// A tensor that belongs to no layer.
  private func whole(
    _ request: WeightRequest, _ tensor: Tensor, _ axes: [LearnedAxis]
  ) throws(WeightError) -> LearnedTensor {
    guard request.layer == nil else { throw .layer(count: 0) }
    guard request.head == nil else { throw .head(count: 0) }
    return LearnedTensor(tensor, axes: axes)
  }

  /// The table of one head, or those of all heads one behind the other.
  private func heads(
    _ request: WeightRequest, _ table: KeyPath<Head, Tensor>
  ) throws(WeightError) -> LearnedTensor {
    guard let layer = request.layer, (1...layerCount).contains(layer) else {
      throw .layer(count: layerCount)
    }
    let tables = layers[layer - 1].map { $0[keyPath: table] }
    guard let head = request.head else {
      return LearnedTensor(
        Tensor(shape: [tables.count] + tables[0].shape, elements: tables.flatMap(\.elements)))
    }
    guard tables.indices.contains(head - 1) else { throw .head(count: tables.count) }
    return LearnedTensor(tables[head - 1])
  }
}
