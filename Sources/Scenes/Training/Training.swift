import Tensors

/// A run of gradient descent on a scene, as a value: step by step, back and forth.
///
/// A run works on its own copy of the scene's numbers; `Scene.take` brings its parameters back. The same
/// scene, plan and rates give the same run, bit by bit.
package struct Training: Sendable {
  package let plan: TrainingPlan
  /// Where the run stands now; steps before and after it, up to `reached`, can be shown again.
  package private(set) var step = 0
  /// The step at which the plan's condition first held.
  package private(set) var finished: Int?
  /// Why the step after `reached` could not be kept.
  package private(set) var divergence: Divergence?

  /// A rate that was chosen and waits for the next step that is taken.
  var chosen: Float?
  var record: TrainingRecord
  private var moments: Moments
  private var graph: Graph
  private let tape: Tape
  private var slopes: [[Float]]

  /// A run that begins at the numbers that the scene holds now.
  package init(_ scene: Scene, _ plan: TrainingPlan) {
    self.plan = plan
    graph = scene.graph
    tape = Tape(graph, plan)
    slopes = graph.slopes(along: tape)
    moments = Moments(
      plan.optimiser, shapes: tape.parameters.map { [graph] in graph.values[$0].count })
    record = TrainingRecord(rates: [RateChange(step: 0, rate: plan.rate)])
    keep()
    if let cause = graph.causeAtStart(tape) { divergence = Divergence(step: 0, cause: cause) }
  }
}

extension Training: Equatable {
  /// Whether both runs have been through the same and stand at the same step.
  package static func == (left: Self, right: Self) -> Bool {
    left.plan == right.plan && left.step == right.step && left.record == right.record
      && left.chosen == right.chosen && left.divergence == right.divergence
      && left.values == right.values
  }
}

// MARK: What there is

extension Training {
  /// The loss after 0, 1, 2, … steps, up to the last step taken.
  package var losses: [Float] { record.losses }

  /// The loss at the step where the run stands.
  package var loss: Float { record.losses[step] }

  /// The last step taken.
  package var reached: Int { record.reached }

  /// The rate with which the next step is taken.
  package var rate: Float { chosen ?? record.rate(at: step) }

  /// Whether a step can be taken from here.
  package var canAdvance: Bool {
    if isSteered { return step < plan.steps && step != finished && divergence?.step != 0 }
    return step < reached || (step < plan.steps && finished == nil && divergence == nil)
  }

  /// Whether all steps have been taken that can be, and the run stands at the last.
  package var isOver: Bool { !canAdvance && reached > 0 && divergence == nil }

  /// Whether the next step is taken with another rate than the one that the record has there.
  private var isSteered: Bool { chosen.map { record.departs(from: $0, after: step) } ?? false }

  /// The numbers of each parameter at the step where the run stands, in the plan's order.
  package var values: [[Float]] { tape.parameters.map { graph.values[$0].elements } }
}

// MARK: Going on

extension Training {
  /// Takes one step, or shows again one that was taken before; does nothing at the end.
  package mutating func advance() {
    guard canAdvance else { return }
    adoptRate()
    let isNew = step == record.reached
    move()
    guard isNew else { return }
    if let cause = cause {
      takeBack(cause)
    } else {
      keep()
    }
  }

  /// Takes up to so many steps.
  package mutating func advance(_ count: Int) {
    for _ in 0..<count {
      guard canAdvance else { return }
      advance()
    }
  }

  /// One step of the optimiser, and the loss after it.
  private mutating func move() {
    let rate = record.rate(at: step)
    graph.differentiate(along: tape, into: &slopes)
    moments.beginStep()
    graph.change(tape.parameters, then: tape.forward) { number, values in
      moments.move(number, &values, slopes: slopes[tape.parameters[number]], rate: rate)
    }
    step += 1
  }

  /// Notes the step just taken.
  mutating func keep() {
    record.append(loss: graph.values[tape.loss].elements[0])
    if let until = plan.until, finished == nil, graph.values[until.index].elements[0] != 0 {
      finished = step
    }
    guard record.wantsKeyframe(step) else { return }
    record.append(TrainingRecord.Keyframe(step: step, parameters: values, moments: moments))
  }
}

// MARK: Going back, and another rate

extension Training {
  /// Shows a step that was taken before, or the nearest one.
  package mutating func go(to target: Int) {
    let target = min(max(target, 0), record.reached)
    if target == step { return }
    if let keyframe = record.keyframe(before: target), target < step || keyframe.step > step {
      restore(keyframe)
    }
    while step < target { move() }
  }

  /// From wherever the run stands, the next step taken has this rate, and those after it.
  ///
  /// Only then is what followed before forgotten.
  package mutating func change(rate: Float) {
    chosen = rate == record.rate(at: step) ? nil : rate
  }

  private mutating func adoptRate() {
    defer { chosen = nil }
    guard isSteered else { return }
    record.change(rate: rate, at: step)
    if let finished, finished > step { self.finished = nil }
    divergence = nil
  }

  private mutating func restore(_ keyframe: TrainingRecord.Keyframe) {
    step = keyframe.step
    moments = keyframe.moments
    graph.change(tape.parameters, then: tape.forward) { number, values in
      values = keyframe.parameters[number]
    }
  }
}

// MARK: Leaving the finite numbers

extension Training {
  /// What the step just taken has lost, if anything.
  private var cause: Divergence.Cause? {
    for node in tape.parameters where !graph.values[node].elements.allSatisfy(\.isFinite) {
      let name = graph.title(of: node)
      return slopes[node].allSatisfy(\.isFinite) ? .parameter(name) : .slope(name)
    }
    return graph.values[tape.loss].elements[0].isFinite ? nil : .matrix(graph.title(of: tape.loss))
  }

  /// Returns to the step before, and says what was lost first.
  private mutating func takeBack(_ cause: Divergence.Cause) {
    let lost = step
    let bad = tape.forward.map { graph.values[$0].elements }
    step = record.reached + 1
    go(to: lost - 1)
    let first = zip(tape.forward, bad).first { node, bad in
      zip(graph.values[node].elements, bad).contains { $0.isFinite && !$1.isFinite }
    }
    if case .matrix = cause, let first {
      divergence = Divergence(step: lost, cause: .matrix(graph.title(of: first.0)))
    } else {
      divergence = Divergence(step: lost, cause: cause)
    }
  }
}

extension Graph {
  /// A matrix's name, or the part of a formula that it stands for.
  func title(of node: Int) -> String { nodes[node].name ?? nodes[node].text }

  /// What keeps a run from beginning: a loss that is not finite, and where that comes from.
  func causeAtStart(_ tape: Tape) -> Divergence.Cause? {
    guard !values[tape.loss].elements[0].isFinite else { return nil }
    let first = (tape.parameters + tape.forward).first {
      values[$0].elements.contains { $0.isNaN || $0 == .infinity }
    }
    return .matrix(title(of: first ?? tape.loss))
  }
}
