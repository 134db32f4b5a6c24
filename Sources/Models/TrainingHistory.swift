/// A model at steps of its training, the trained model last.
package struct TrainingHistory: Equatable, Sendable {
  package let moments: [Moment]

  package struct Moment: Equatable, Sendable {
    /// After how many steps; nil for the trained model.
    package let step: Int?
    package let model: TinyModel

    /// In words.
    package var title: String { step.map { "after \($0) steps" } ?? "trained" }
  }

  package init(_ moments: [Moment]) {
    self.moments = moments
  }
}

extension ModelLibrary {
  /// The training of a model, or the one that a step of it comes from; nil where no steps are stored.
  ///
  /// `echo-400` is echo after 400 steps. Files that cannot be read, or hold another kind of model, are left out.
  package func history(of model: TinyModel) -> TrainingHistory? {
    let name = model.name.stepParts.model
    let moments = names.compactMap { other -> TrainingHistory.Moment? in
      let parts = other.stepParts
      guard parts.model == name, let found = try? self.model(other), found.words == model.words,
        found.places == model.places
      else { return nil }
      return TrainingHistory.Moment(step: parts.step, model: found)
    }.sorted { ($0.step ?? .max) < ($1.step ?? .max) }
    return moments.count > 1 ? TrainingHistory(moments) : nil
  }
}
