/// A model's passes over its test sentences, from which everything is measured.
package struct TestRun {
  let model: TinyModel
  let passes: [(test: TestSentence, pass: ForwardPass)]

  /// Reads all test sentences, or those of one kind, some of the model's heads silenced.
  package init(
    of model: TinyModel, _ change: HeadChange = HeadChange(), about kind: TestKind? = nil
  ) {
    self.model = model
    passes = model.testSentences.filter { kind == nil || $0.kind == kind }.map { test in
      (test, model.pass(over: test.words.compactMap(model.words.number), change))
    }
  }
}
