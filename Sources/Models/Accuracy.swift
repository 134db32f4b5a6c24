/// How many test sentences of each kind a model answers rightly.
package struct Accuracy: Equatable, Sendable {
  private let counts: [TestKind: Count]

  package struct Count: Equatable, Sendable {
    package var right = 0
    package var asked = 0

    package var share: Float { Float(right) / Float(asked) }
  }

  /// Asks a model its test sentences, or those of one kind, some of its heads silenced.
  package init(
    of model: TinyModel, _ change: HeadChange = HeadChange(), about kind: TestKind? = nil
  ) {
    self.init(of: TestRun(of: model, change, about: kind))
  }

  package init(of run: TestRun) {
    var counts: [TestKind: Count] = [:]
    for (test, pass) in run.passes {
      let wanted = run.model.words.number(of: test.answer)
      let isRight = pass.best(1, at: test.asking).first?.word == wanted
      counts[test.kind, default: Count()].asked += 1
      if isRight { counts[test.kind, default: Count()].right += 1 }
    }
    self.counts = counts
  }

  /// The kinds that the model was asked.
  package var kinds: [TestKind] { TestKind.allCases.filter { counts[$0] != nil } }

  package subscript(kind: TestKind) -> Count? { counts[kind] }
}
