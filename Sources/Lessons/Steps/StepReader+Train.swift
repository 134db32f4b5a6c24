import Scenes
import Text

extension StepReader {
  /// Reads a `train` block.
  mutating func train(_ raw: RawBlock, _ name: String) -> TrainingTask? {
    noteRun(raw)
    guard let fields = fields(raw, TrainKey.table) else { return nil }
    let loss = fields.text(TrainKey.loss.rawValue, &report)
    let names = fields.texts(TrainKey.parameters.rawValue, &report)
    let until = fields.optionalText(TrainKey.until.rawValue, &report)
    let plan = plan(fields, loss: loss, names: names, until: until)
    let solution = solution(fields, isNeeded: until != nil)
    let seed = fields.whole(TrainKey.seed.rawValue, &report) ?? 0
    let ask = fields.optionalText(TrainKey.ask.rawValue, &report).map { line($0) } ?? []
    let slider = sliderName(fields)
    let success = reply(TrainKey.success.rawValue, fields)
    guard let plan, let loss else { return nil }
    if let scene, plan.work(in: scene) > Double(Self.mostWork) {
      report.add(.training(.tooMuchWork(limit: Self.mostWork)), at: raw.opening)
    }
    if let scene, plan.numbersKept(in: scene) > Limits.runNumbers {
      report.add(.training(.tooManyNumbers(limit: Limits.runNumbers)), at: raw.opening)
    }
    return TrainingTask(
      id: name, location: report.source.location(at: raw.opening.start), plan: plan,
      lossText: loss.text.onOneLine, parameters: names.map(\.text),
      untilText: until?.text.onOneLine, solution: solution, seed: seed, slider: slider,
      ask: ask, success: success)
  }

  /// A stranger's run must not keep a person waiting: this is a second.
  private static let mostWork = 600_000_000

  private mutating func noteRun(_ raw: RawBlock) {
    if let line = runLine {
      report.add(.training(.secondRun(line: line)), at: raw.opening)
    } else {
      runLine = report.source.lineIndex(at: raw.opening.start) + 1
    }
  }

  /// nil where something is wrong, which is then in the report.
  private mutating func plan(
    _ fields: CheckedMapping, loss: Fragment?, names: [Fragment], until: Fragment?
  ) -> TrainingPlan? {
    let lossNode = loss.flatMap { self.loss($0) }
    let parameters = parameters(names, fields, loss: lossNode)
    let optimiser = optimiser(fields)
    let rate = rate(fields)
    let steps = fields.count(TrainKey.steps.rawValue, &report)
    let untilNode = until.flatMap { scalar($0) }
    guard let lossNode, let parameters, let optimiser, let rate, let steps,
      (until == nil) == (untilNode == nil)
    else { return nil }
    return TrainingPlan(
      loss: lossNode, parameters: parameters, optimiser: optimiser, rate: rate, steps: steps,
      until: untilNode)
  }

  private mutating func loss(_ text: Fragment) -> NodeID? {
    guard let node = scalar(text) else { return nil }
    guard scene?.isCondition(node) != true else {
      report.add(.training(.lossIsClaim(text.text.onOneLine)), at: text)
      return nil
    }
    return node
  }

  private mutating func parameters(
    _ names: [Fragment], _ fields: CheckedMapping, loss: NodeID?
  ) -> [NodeID]? {
    let key = TrainKey.parameters.rawValue
    if names.isEmpty, let value = fields.value(key) {
      report.add(.training(.noParameters), at: value.start)
    }
    var found: [NodeID] = []
    for name in names {
      guard let node = parameter(name, loss: loss) else { continue }
      if found.contains(node) {
        report.add(.training(.repeatedParameter(name.text)), at: name)
      } else {
        found.append(node)
      }
    }
    return !names.isEmpty && found.count == names.count ? found : nil
  }

  private mutating func parameter(_ name: Fragment, loss: NodeID?) -> NodeID? {
    guard let node = watch(name), let scene else { return nil }
    guard scene.isInput(node), scene.name(of: node) == name.text else {
      report.add(.training(.notInput(name.text)), at: name)
      return nil
    }
    if let loss, !scene.depends(loss, on: node) {
      let mistake = TrainingError.withoutEffect(parameter: name.text, loss: scene.text(of: loss))
      report.add(.training(mistake), at: name)
      return nil
    }
    return node
  }

  /// Adam where the author does not say.
  private mutating func optimiser(_ fields: CheckedMapping) -> TrainingPlan.Optimiser? {
    let key = TrainKey.optimiser.rawValue
    guard fields.has(key) else { return .adam }
    guard let text = fields.text(key, &report) else { return nil }
    if let optimiser = TrainingPlan.Optimiser(rawValue: text.text) { return optimiser }
    let known = TrainingPlan.Optimiser.allCases.map(\.rawValue)
    let mistake = TrainingError.unknownOptimiser(
      text.text, closest: text.text.nearest(among: known))
    report.add(.training(mistake), at: text)
    return nil
  }

  /// Nothing is to be solved where no condition says when it is.
  private mutating func solution(_ fields: CheckedMapping, isNeeded: Bool) -> Float? {
    let key = TrainKey.solution
    guard fields.has(key.rawValue) else { return nil }
    if !isNeeded, let text = fields.text(key.rawValue, &report) {
      report.add(.training(.solutionWithoutCondition), at: text)
    }
    return rate(fields, key)
  }

  private mutating func rate(_ fields: CheckedMapping, _ key: TrainKey = .rate) -> Float? {
    let key = key.rawValue
    guard let rate = fields.number(key, &report) else { return nil }
    if rate <= 0, let text = fields.text(key, &report) {
      report.add(.training(.rateNotPositive), at: text)
      return nil
    }
    return rate
  }
}
