import Scenes
import Text

/// What a step is read from, so that it can be read again with other formulas.
struct StepSource: Sendable {
  let file: SourceFile
  let frame: StepFrame
  /// The texts of its scene, later ones over earlier ones.
  let texts: [SourceText]
  /// Where its scene finds trained models.
  let weights: (any WeightSource)?
}

extension StepSource {
  /// Reads the step with these texts over those of its scene.
  ///
  /// The numbers of its matrices belong to this reading alone.
  func step(
    _ formulas: [String: SourceText], base: Step?, reusing earlier: Scene?,
    within budget: inout SceneCost, _ report: inout Report
  ) -> Step? {
    do throws(Diagnostics) {
      let over = formulas.sorted { $0.key < $1.key }.map { $1.defining($0) }
      let scene = try Scene(
        texts + over, reusing: earlier, within: &budget, weights: weights)
      var reader = StepReader(scene: scene, report: report, budget: budget)
      let blocks = reader.blocks(frame.pieces)
      (report, budget) = (reader.report, reader.budget)
      return reader.scene.map {
        Step(
          id: frame.id?.text ?? "", title: frame.title.text,
          location: file.location(at: frame.heading.start), blocks: blocks, scene: $0,
          source: self, formulas: formulas.mapValues(\.text), base: base)
      }
    } catch {
      report.add(error)
      return nil
    }
  }
}

extension SourceText {
  /// The definition of a name by this formula; what is wrong with the formula is found in its own place.
  func defining(_ name: String) -> SourceText {
    let head = "\(name) = "
    return SourceText(
      file: file, text: head + text.onOneLine, line: line, column: column - head.count)
  }
}

extension Step {
  /// The step with a formula for each of these names in place of the one it has in the lesson.
  ///
  /// - Throws: what is wrong with a formula, or what it breaks.
  func version(with formulas: [String: SourceText]) throws(Diagnostics) -> Step {
    let own = base ?? self
    if formulas.isEmpty { return own }
    if formulas.mapValues(\.text) == self.formulas { return self }
    guard let source else { return own }
    var report = Report(source.file)
    var budget = Limits.cost
    let step = source.step(formulas, base: own, reusing: nil, within: &budget, &report)
    let problems = report.sorted.filter { $0.severity == .error }
    guard let step, problems.isEmpty else { throw Diagnostics(problems) }
    return step
  }

  /// The step with these formulas, as they were typed.
  package func version(_ formulas: [String: String]) throws(Diagnostics) -> Step {
    try version(with: formulas.mapValues { SourceText(file: FormulaTask.file, text: $0) })
  }
}
