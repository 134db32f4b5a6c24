import Lessons
import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Model {
  /// Whether steps are to be taken by themselves, so that the loop has to wake up for them.
  package var isPlaying: Bool {
    guard isPageInFront, let stepState = session?.stepState else { return false }
    return stepState.run?.isPlaying == true || stepState.measuring != nil
  }

  /// Starts and pauses the run, takes its steps, or draws its parameters again.
  mutating func train(_ wish: Message.Train) -> [Effect] {
    if let panel = session?.stepState.measurePanel, session?.stepState.step.training == nil {
      return measure(wish, panel)
    }
    guard let stepState = session?.stepState, stepState.step.training != nil else {
      notice = Notice(text: "this step has nothing to train")
      return []
    }
    if hasToWait() { return [] }
    switch wish {
    case .toggle: return togglePlaying(stepState)
    case .redraw: return drawAgain(stepState)
    case .measure: return []
    case .to(let target):
      return steer { $0.training.move(to: min(max(target, 0), $0.training.plan.steps)) }
    }
  }

  private mutating func measure(_ wish: Message.Train, _ panel: Int) -> [Effect] {
    switch wish {
    case .toggle: return hasToWait() ? [] : toggleMeasuring(panel)
    case .measure: return measureOn()
    case .redraw, .to: return []
    }
  }

  /// The steps that are due for the next picture of a run that plays.
  package var nextPicture: Message? {
    guard isPlaying, let stepState = session?.stepState else { return nil }
    if stepState.measuring != nil { return .train(.measure) }
    guard let run = stepState.run else { return nil }
    return .train(.to(step: run.training.step + RunPace(speed: stepState.speed).steps))
  }

  /// How long each picture of a run that plays is shown; nothing where none does.
  package var pictureInterval: Duration? {
    guard isPlaying, let stepState = session?.stepState else { return nil }
    return RunPace(speed: stepState.speed).interval
  }

  /// Pauses what plays, since another page comes to the front.
  mutating func pauseRun() {
    session?.stepState.measuring = nil
    session?.stepState.run?.isPlaying = false
  }

  private mutating func togglePlaying(_ stepState: StepState) -> [Effect] {
    guard let run = stepState.runInHand else { return [] }
    if run.isPlaying {
      pauseRun()
      return []
    }
    if let obstacle = stepState.obstacle(to: run.training) {
      notice = obstacle
      return []
    }
    let isMoving = settings.motion
    // Another run from the start is another change: the one before can be brought back.
    if run.training.beginsAnew, run.training.reached > 0 { session?.stepState.rememberScene() }
    var start = run.training
    if start.beginsAnew { start.go(to: 0) }
    // After a pause the tempo stays.
    if isMoving, start.step == 0 || stepState.controls.usualSpeed == nil {
      session?.stepState.controls.chooseSpeed(for: start, workOfStep: stepState.scene.cost.work)
    }
    return steer { run in
      run.training = start
      run.isPlaying = isMoving
      // Without motion the end is shown at once.
      if !isMoving { run.training.advance(run.training.plan.steps) }
    }
  }

  private mutating func drawAgain(_ stepState: StepState) -> [Effect] {
    guard let task = stepState.step.training, stepState.hasNoise else {
      notice = Notice(text: "no parameter of this run is random")
      return []
    }
    let draws = stepState.controls.draws + 1
    session?.stepState.controls.draws = draws
    return change(saying: Notice(text: "another start; \(key: .undo) goes back")) { scene in
      scene.redraw(task.plan.parameters, task.draw(draws))
    }
  }

  /// Whether something else comes first; says so.
  private mutating func hasToWait() -> Bool {
    guard let obstacle = session?.stepState.obstacleToRunning else { return false }
    notice = Notice(text: obstacle)
    session?.stepState.wordsInView = .question
    return true
  }
}

// MARK: - The knobs

extension Model {
  mutating func selectKnob(_ direction: Direction) {
    guard let knob = session?.stepState.controls.knob else { return }
    let offset = direction == .up || direction == .left ? -1 : 1
    let count = RunKnob.allCases.count
    session?.stepState.controls.knob = RunKnob.allCases[(knob.rawValue + offset + count) % count]
  }

  /// Turns the knob in hand.
  mutating func turnKnob(_ change: Message.Value) -> [Effect] {
    guard let stepState = session?.stepState, let task = stepState.step.training else { return [] }
    if hasToWait() { return [] }
    let knob = stepState.controls.knob
    switch change {
    case .nudge(let steps, let pace): return nudge(knob, by: steps, pace, stepState)
    case .restore where knob == .speed:
      session?.stepState.controls.speed = nil
      return []
    case .restore: return set(knob, to: stepState.startValue(of: knob, task))
    case .type:
      prompt = Prompt(purpose: .knob(knob), label: "\(knob.name) =")
      return []
    }
  }

  private mutating func nudge(
    _ knob: RunKnob, by steps: Int, _ pace: Pace, _ stepState: StepState
  ) -> [Effect] {
    guard let training = stepState.runInHand?.training else { return [] }
    switch knob {
    case .step:
      let length = steps * max(Int(pace.factor), 1)
      return set(knob, to: Float(training.step + length))
    case .rate:
      // Ten presses are ten times the rate.
      let power = Double(steps) * Double(pace.factor) / 10
      return set(knob, to: (training.rate * Float(pow(10, power))).withThreeDigits)
    case .speed:
      let speed =
        Float(stepState.speed) * Float(pow(2, Double(steps) * Double(pace.factor)))
      return set(knob, to: max(speed, 1))
    }
  }

  /// Puts a knob to a value, or to the nearest that it can have.
  mutating func set(_ knob: RunKnob, to value: Float) -> [Effect] {
    switch knob {
    case .step:
      return steer { run in
        run.isPlaying = false
        run.training.move(to: Int(min(max(value, 0), Float(run.training.plan.steps))))
      }
    case .rate:
      return set(rate: min(max(value, RunControls.rates.lowerBound), RunControls.rates.upperBound))
    case .speed:
      let speeds = RunControls.speeds
      let speed = min(max(value, Float(speeds.lowerBound)), Float(speeds.upperBound))
      session?.stepState.controls.speed = Int(speed)
      return []
    }
  }
}

// MARK: - What comes of it

extension Model {
  /// The next step taken has this rate, wherever the run stands.
  private mutating func set(rate: Float) -> [Effect] {
    session?.stepState.controls.rate = rate
    let effects = steer { $0.training.change(rate: rate) }
    guard let training = session?.stepState.run?.training, training.reached > 0, training.beginsAnew
    else { return effects }
    notice = Notice(text: "\(key: .run) runs it again from the start, at this rate")
    return effects
  }

  /// Begins again at the rate that the author says solves it.
  mutating func solve(_ task: TrainingTask) -> [Effect] {
    session?.stepState.restart()
    session?.stepState.controls.rate = task.solution
    return session.map { togglePlaying($0.stepState) } ?? []
  }

  /// Changes the run, lets the scene follow, and notices how it has ended.
  private mutating func steer(_ body: (inout TrainingRun) -> Void) -> [Effect] {
    let before = session?.stepState.run?.training.reached
    session?.stepState.steer(body)
    guard let run = session?.stepState.run else { return [] }
    if !run.training.canAdvance { pauseRun() }
    let effects = noticeReachedGoals()
    guard run.training.reached != before || run.training.divergence != nil else { return effects }
    return noticeEnd(of: run.training) + effects
  }

  private mutating func noticeEnd(of training: Training) -> [Effect] {
    guard let stepState = session?.stepState, let task = stepState.step.training,
      !training.canAdvance,
      training.reached > 0 || training.divergence != nil
    else { return [] }
    if let divergence = training.divergence {
      notice = Notice(forms: divergence.forms, tone: .wrong)
      return []
    }
    guard task.isDone(training) else {
      notice = .notThere(after: training.step, task)
      return []
    }
    let isFirst = !stepState.hasReachedHere(task.id)
    notice = Notice(text: "trained in \(counted(training.step, "step"))", tone: .good)
    guard isFirst, !stepState.isSandbox else { return [] }
    session?.stepState.reach(task.id)
    record(.goal, task.id, isRight: !stepState.usedSolution)
    show(.reply(to: task.id))
    return saving
  }
}

extension Notice {
  /// All steps are taken, and what was asked for has not come about.
  static func notThere(after steps: Int, _ task: TrainingTask) -> Notice {
    let short = "\(counted(steps, "step")) taken, and not there yet"
    let long = task.ask.isEmpty ? [] : ["\(short): \(task.title)"]
    return Notice(forms: long + [short], tone: .wrong)
  }

  /// A run ended because something else was changed.
  static let runIsOver = Notice(forms: [
    "that run is over: \(key: .run) trains on from these numbers, \(key: .undo) brings it back",
    "that run is over: \(key: .run) trains on, \(key: .undo) brings it back",
  ])

  /// There is nothing to train, since the condition holds before the first step.
  fileprivate static let holdsAlready = Notice(forms: [
    "nothing to train: the condition holds already; \(key: .reset) goes back to the start",
    "the condition holds already; \(key: .reset) goes back",
  ])
}

extension StepState {
  /// Why a run cannot be played at all.
  fileprivate func obstacle(to training: Training) -> Notice? {
    if training.canAdvance { return nil }
    if let divergence = training.divergence { return Notice(forms: divergence.forms, tone: .wrong) }
    return training.reached == 0 ? .holdsAlready : nil
  }
}

extension RunKnob {
  package var name: String {
    switch self {
    case .step: "step"
    case .rate: "rate"
    case .speed: "speed"
    }
  }
}

extension StepState {
  fileprivate func startValue(of knob: RunKnob, _ task: TrainingTask) -> Float {
    switch knob {
    case .step: 0
    case .rate: task.plan.rate
    case .speed: Float(speed)
    }
  }
}

extension Training {
  /// Whether the run is over, or stands where it broke off: nobody goes on from ruined numbers.
  fileprivate var beginsAnew: Bool { !canAdvance || (divergence != nil && step == reached) }

  /// Shows a step, taking those that have not been taken yet.
  ///
  /// On the way forth a rate that was chosen since is taken at once.
  fileprivate mutating func move(to target: Int) {
    if target < step { go(to: target) } else { advance(target - step) }
  }
}

extension Float {
  /// Rounded so that the same presses back and forth give the same rate.
  fileprivate var withThreeDigits: Float {
    guard isFinite, self > 0 else { return self }
    let scale = pow(10, (2 - floor(log10(Double(self)))))
    return Float((Double(self) * scale).rounded() / scale)
  }
}
