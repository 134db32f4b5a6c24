import Models

/// What the heads of a model did at each stored step of its training, and how often it was right.
package struct Birth: Equatable, Sendable {
  package let history: TrainingHistory
  /// For each moment.
  package let scores: [RoleScores]
  package let accuracies: [Accuracy]
  /// The moment that is shown.
  package internal(set) var moment: Int

  /// Measures every moment on the test sentences.
  init(_ history: TrainingHistory, showing moment: Int) {
    let runs = history.moments.map { TestRun(of: $0.model) }
    self.history = history
    scores = runs.map(RoleScores.init(of:))
    accuracies = runs.map(Accuracy.init(of:))
    self.moment = moment
  }

  var accuracy: Accuracy { accuracies[moment] }

  package var title: String { history.moments[moment].title }

  /// Something that is measured at every moment, from 0 to 1.
  package struct Series: Equatable, Sendable {
    package let name: String
    package let shares: [Float]
  }

  /// The two things that the head does most in the trained model, over time.
  package func roles(of head: HeadPlace) -> [Series] {
    (scores.last?.roles(of: head) ?? []).prefix(2).map { scored in
      Series(
        name: "\(head.name) \(scored.role.rawValue)",
        shares: scores.map { $0.score(of: scored.role, at: head) ?? 0 })
    }
  }

  /// The part of the test sentences of each kind that is right, over time.
  package var skills: [Series] {
    (accuracies.last?.kinds ?? []).map { kind in
      Series(name: kind.plural, shares: accuracies.map { $0[kind]?.share ?? 0 })
    }
  }
}
