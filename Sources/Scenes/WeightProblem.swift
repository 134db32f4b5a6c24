import Text

/// What can be wrong with `weights(…)`.
enum WeightProblem: Equatable {
  /// The scene is read where there are no models.
  case noModels
  /// The source has nothing for this request.
  case refused(WeightRequest, WeightError)
  /// A declared axis has a label that is none of the model's words.
  case unknownWord(String, model: String, known: [String])
  /// The tensor has these sizes, and the declared axes others.
  case otherSizes([Int], axes: [String], declared: [Int], isOneHead: Bool)
}

extension WeightProblem {
  var sentence: String {
    switch self {
    case .noModels: "no trained model is at hand here, so `weights` has no numbers"
    case .refused(let request, .unknownModel): "no model is called \(request.model.quoted)"
    case .refused(let request, .unknownTensor):
      "the model \(request.model.quoted) has no tensor \(request.tensor.quoted)"
    case .refused(let request, .layer(let count)): Self.layer(request, count)
    case .refused(let request, .head(let count)):
      count == 0
        ? "\(request.tensor.quoted) of \(request.model.quoted) has no heads"
        : "the heads of \(request.model.quoted) are 1 to \(count), not \(request.head ?? 0)"
    case .refused(let request, .unreadable(let reason)):
      "the model \(request.model.quoted) cannot be read: \(reason)"
    case .unknownWord(let word, let model, _):
      "the model \(model.quoted) does not know the word \(word.quoted)"
    case .otherSizes(let sizes, let axes, let declared, _):
      "the tensor has \(Self.product(sizes)) numbers, but "
        + "[\(axes.joined(separator: ", "))] has \(Self.product(declared))"
    }
  }

  /// What to do about it.
  var suggestion: String? {
    switch self {
    case .noModels, .refused(_, .unreadable): nil
    case .refused(let request, .unknownModel(let known)):
      Self.among(known, request.model, "There are")
    case .refused(let request, .unknownTensor(let known)):
      Self.among(known, request.tensor, "It has")
    case .refused(_, .layer(let count)):
      count == 0 ? "Leave `layer:` out." : "Write layer: 1; layers count from 1."
    case .refused(_, .head(let count)):
      count == 0 ? "Leave `head:` out." : "Write head: 1; heads count from 1."
    case .unknownWord(let word, _, let known): Self.among(known, word, "It knows")
    case .otherSizes(let sizes, let axes, _, let isOneHead):
      sizes.count == axes.count + 1 && !isOneHead
        ? "Name one with head: 1, or declare an axis of \(sizes[0]) heads in front."
        : "Declare axes of these sizes."
    }
  }

  private static func layer(_ request: WeightRequest, _ count: Int) -> String {
    if count == 0 {
      return "\(request.tensor.quoted) of \(request.model.quoted) belongs to no layer"
    }
    let layers = "the layers of \(request.model.quoted) are 1 to \(count)"
    return request.layer.map { "\(layers), not \($0)" } ?? layers + ", and none is named"
  }

  private static func product(_ sizes: [Int]) -> String {
    sizes.isEmpty ? "1" : sizes.map(String.init).joined(separator: " × ")
  }

  /// The nearest name, or all there are.
  private static func among(_ known: [String], _ name: String, _ start: String) -> String? {
    if let near = name.nearest(among: known) { return "Did you mean \(near.quoted)?" }
    let most = 12
    let shown = known.prefix(most).map(\.quoted) + (known.count > most ? ["…"] : [])
    return known.isEmpty ? nil : "\(start) \(shown.joined(separator: ", "))."
  }
}
