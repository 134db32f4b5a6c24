import Lessons
import Playground
import Scenes
import Terminal
import Text

/// The run of a step as a widget, and the title above it.
struct TrainingStrip {
  let strip: TrainingControls
  let title: Line
  let note: Line

  init?(_ stepState: StepState, appearance: Appearance) {
    guard let task = stepState.step.training, let run = stepState.runInHand else { return nil }
    let isFocused = stepState.focus == .training
    let training = run.training
    strip = TrainingControls(
      knobs: RunKnob.allCases.map { Self.knob($0, stepState, training) },
      focused: isFocused ? stepState.controls.knob.rawValue : nil,
      curve: Self.curve(training))
    title = Line(
      "train " + task.parameters.joined(separator: ", "), isFocused ? .bright : .dim,
      bold: isFocused)
    note = [
      Span(Self.state(run, stepState, task), .dim),
      Span("  loss \(appearance.number(training.loss))", .bright),
    ]
  }

  /// The rows that it takes in a composition.
  static func rows(_ composition: PageLayout.Composition) -> Int {
    switch composition {
    case .wide: 5
    case .stacked: 3
    case .single, .tooSmall: 1
    }
  }

  private static func knob(_ knob: RunKnob, _ stepState: StepState, _ training: Training)
    -> TrainingControls.Knob
  {
    switch knob {
    case .step:
      let share = Double(training.step) / Double(max(training.plan.steps, 1))
      return TrainingControls.Knob(
        knob.name, "\(training.step) of \(training.plan.steps)", at: share)
    case .rate:
      let optimiser = training.plan.optimiser == .adam ? "Adam" : "plain descent"
      return TrainingControls.Knob(knob.name, "\(NumberFormat.typed(training.rate))  \(optimiser)")
    case .speed:
      let chosen = stepState.controls.speed.map { "\(counted($0, "step")) a second" }
      let usual = "about \(RunControls.usualSeconds) s in all"
      return TrainingControls.Knob(knob.name, chosen ?? usual)
    }
  }

  private static func state(_ run: TrainingRun, _ stepState: StepState, _ task: TrainingTask)
    -> String
  {
    let training = run.training
    if run.isPlaying { return "running" }
    if training.divergence != nil, !training.canAdvance { return "broken off" }
    if training.reached == 0 { return beginning(training, stepState, task) }
    if !training.canAdvance { return training.finished == nil ? "at its end" : "arrived" }
    return training.step == 0 ? "at its start" : "paused"
  }

  /// Where a run would begin.
  private static func beginning(
    _ training: Training, _ stepState: StepState, _ task: TrainingTask
  ) -> String {
    if !training.canAdvance { return "holds already" }
    let isTrained = task.plan.parameters.contains { stepState.scene.origin(of: $0) == .trained }
    return isTrained ? "goes on from trained numbers" : "not yet run"
  }

  private static func curve(_ training: Training) -> CurvePlot {
    let losses = training.losses
    // Nobody sees more points than there are dots.
    let skip = max(losses.count / mostPoints, 1)
    let kept = Set(stride(from: 0, to: losses.count, by: skip)).union([losses.count - 1])
    let points = kept.sorted().map { SIMD2(Float($0), losses[$0]) }
    return CurvePlot(
      curves: [CurvePlot.Curve("loss", role: .output, points: points)], mark: Float(training.step),
      end: Float(training.plan.steps))
  }

  private static let mostPoints = 400
}
