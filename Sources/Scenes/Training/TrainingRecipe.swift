/// What brings a run back: where it began, what it was told and how far it came.
///
/// The steps are taken again, to the same bit on the same machine.
package struct TrainingRecipe: Equatable, Codable, Sendable {
  /// The numbers of each parameter before the first step, in the plan's order.
  let start: [PackedNumbers]
  let rates: [RateChange]
  /// A rate that waits for the next step.
  let chosen: Float?
  /// The last step taken, and the one that is shown.
  let reached: Int
  let step: Int
  /// Whether the step after the last one was taken back.
  let hasDiverged: Bool
}

extension TrainingRecipe {
  /// Whether a run by this plan can have been so.
  func fits(_ scene: Scene, _ plan: TrainingPlan) -> Bool {
    start.map(\.elements.count) == plan.parameters.map { scene.values(of: $0).count }
      && rates.first?.step == 0 && zip(rates, rates.dropFirst()).allSatisfy { $0.step < $1.step }
      && (rates.map(\.rate) + [chosen].compactMap(\.self)).allSatisfy { $0.isFinite && $0 > 0 }
      && (0...plan.steps).contains(reached) && (0...reached).contains(step)
  }
}

extension Training {
  package var recipe: TrainingRecipe {
    TrainingRecipe(
      start: record.start.map(PackedNumbers.init), rates: record.rates, chosen: chosen,
      reached: reached, step: step, hasDiverged: divergence != nil)
  }

  /// The run of a recipe, on a scene that holds everything but its parameters; nil where it does not fit.
  package init?(_ scene: Scene, _ plan: TrainingPlan, _ recipe: TrainingRecipe) {
    guard recipe.fits(scene, plan) else { return nil }
    var scene = scene
    let start = zip(plan.parameters, recipe.start).map { ($0, $1.elements) }
    scene.set(start, origin: .changed)
    self.init(scene, plan)
    record = TrainingRecord(rates: recipe.rates)
    keep()
    advance(recipe.reached)
    if recipe.hasDiverged && divergence == nil { advance() }
    go(to: recipe.step)
    chosen = recipe.chosen
  }
}
