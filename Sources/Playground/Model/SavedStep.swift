import Lessons
import Scenes

/// A step in someone's hands as a file keeps it: what differs from the lesson's own step.
///
/// Scenes are numbered: 0 is the step's own, and each other one is kept as its difference from the one
/// before it.
struct SavedStep: Equatable, Codable, Sendable {
  struct Change: Equatable, Codable {
    let before: Int
    let run: PausedRun?
    let drag: Drag?
  }

  struct Answer: Equatable, Codable {
    let guess: Guess
    let isRight: Bool
    let scene: Int
    let rightOptions: [Int]
    let tries: Int
    let mistake: Int?
    let verdict: FormulaVerdict?
  }

  struct Outside: Equatable, Codable {
    let scene: Int
    let run: PausedRun?
    let answers: [String: Answer]
    let usedSolution: Bool
  }

  /// Of the step's own scene.
  let digest: String
  var scenes: [SceneDifference] = []
  /// The scene with which the step began, and which numbers its questions have; nil for the lesson's own.
  var start: Int?
  var seed: Int?
  /// The formulas that run from the scene of this number on, in place of those before it.
  var formulas: [Int: [String: String]]?
  /// A, where it is compared with the scene.
  var kept: Int?
  var past: [Change] = []
  var previous: Int?
  var scene = 0
  var future: [Change] = []
  var run: PausedRun?
  var outside: Outside?
  var answers: [String: Answer] = [:]
  /// By the places of blocks; nil in what was kept by a program that did not know of them.
  var appearances: [Int: Int]?
  var reachedGoals: [String: Int] = [:]
  var rememberedGoals: Set<String> = []
  var controls: RunControls
  var focus: Focus
  var selectedSlider: Int
  var cursors: [Int: PanelCursor]
  var pins: [Int: TablePin]
  var zoomed: Int?
  var sloped: Entry?
  var wordsInView: WordsInView
  var isReading: Bool
  var hintsShown: Int
  /// nil where none was passed over.
  var skippedHints: Set<Int>?
  /// nil where none was named, and in what was kept by a program that named none.
  var experiments: [NamedExperiment]?
  var pausesPassed: Int
  var isSolutionOffered: Bool
  var usedSolution: Bool
  var asksAgain: Bool
}

// MARK: Writing

extension SavedStep {
  init(_ state: StepState) {
    let own = state.step.base ?? state.step
    digest = own.scene.digest
    controls = state.controls
    focus = state.focus
    selectedSlider = state.selectedSlider
    cursors = state.cursors
    pins = state.pins
    zoomed = state.zoomed
    sloped = state.sloped
    wordsInView = state.wordsInView
    isReading = state.isReading
    rememberedGoals = state.rememberedGoals
    hintsShown = state.hintsShown
    skippedHints = state.skippedHints.isEmpty ? nil : state.skippedHints
    experiments = state.experiments.isEmpty ? nil : state.experiments
    pausesPassed = state.pausesPassed
    isSolutionOffered = state.isSolutionOffered
    usedSolution = state.usedSolution
    asksAgain = state.asksAgain
    run = state.pausedRun
    var album = SceneAlbum(own)
    if state.seed > 0 { (start, seed) = (album.add(state.start, of: state.step), state.seed) }
    kept = state.kept.map { album.add($0) }
    past = state.past.map { album.add($0) }
    previous = state.momentBefore.map { album.add($0) }
    scene = album.add(state.scene, of: state.step)
    // The one that comes back first is the most like the scene.
    future = state.future.reversed().map { album.add($0) }.reversed()
    answers = album.add(state.responses)
    appearances = album.add(state.appearances)
    for (goal, moment) in state.reachedGoals.sorted(by: { $0.key < $1.key }) {
      reachedGoals[goal] = album.add(moment)
    }
    outside = state.outside.map { album.add($0) }
    scenes = album.differences
    formulas = album.formulas.isEmpty ? nil : album.formulas
  }
}

/// Scenes of one step, each by how it differs from the one that was added before it.
private struct SceneAlbum {
  private(set) var differences: [SceneDifference] = []
  /// The formulas of the scenes from this number on.
  private(set) var formulas: [Int: [String: String]] = [:]
  private var last: Scene
  private var step: Step

  init(_ own: Step) {
    last = own.scene
    step = own
  }

  /// The number of a scene of this version of the step.
  mutating func add(_ scene: Scene, of step: Step) -> Int {
    if step != self.step {
      self.step = step
      last = step.scene
      differences.append(scene.difference(from: last))
      last = scene
      formulas[differences.count] = step.formulas
      return differences.count
    }
    let difference = scene.difference(from: last)
    if !difference.isEmpty {
      differences.append(difference)
      last = scene
    }
    return differences.count
  }

  mutating func add(_ moment: Moment) -> Int { add(moment.scene, of: moment.step) }

  mutating func add(_ change: SceneChange) -> SavedStep.Change {
    SavedStep.Change(
      before: add(change.before, of: change.step), run: change.run, drag: change.drag)
  }

  mutating func add(_ responses: [String: Response]) -> [String: SavedStep.Answer] {
    var answers: [String: SavedStep.Answer] = [:]
    for (question, response) in responses.sorted(by: { $0.key < $1.key }) {
      answers[question] = SavedStep.Answer(
        guess: response.guess, isRight: response.isRight, scene: add(response.moment),
        rightOptions: response.rightOptions, tries: response.tries, mistake: response.mistake,
        verdict: response.verdict)
    }
    return answers
  }

  mutating func add(_ appearances: [Int: Moment]) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    for (place, moment) in appearances.sorted(by: { $0.key < $1.key }) {
      numbers[place] = add(moment)
    }
    return numbers
  }

  mutating func add(_ outside: Outside) -> SavedStep.Outside {
    SavedStep.Outside(
      scene: add(outside.moment), run: outside.run,
      answers: add(outside.responses),
      usedSolution: outside.usedSolution)
  }
}

// MARK: Reading

extension StepState {
  /// A step as it was saved; nil where what was saved does not fit the step, since a file may hold anything.
  init?(_ step: Step, _ saved: SavedStep) {
    guard saved.digest == step.scene.digest else { return nil }
    self.init(step)
    var scenes = [Moment(scene: step.scene, step: step)]
    for difference in saved.scenes {
      guard
        let next = scenes[scenes.count - 1].followed(
          by: difference, saved.formulas?[scenes.count])
      else { return nil }
      scenes.append(next)
    }
    guard saved.fits(step, sceneCount: scenes.count) else { return nil }
    take(version: scenes[saved.scene].step)
    start = saved.start.map { scenes[$0].scene } ?? start
    seed = saved.seed ?? 0
    kept = saved.kept.map { scenes[$0] }
    past = saved.past.map { SceneChange($0, scenes) }
    momentBefore = saved.previous.map { scenes[$0] }
    scene = scenes[saved.scene].scene
    future = saved.future.map { SceneChange($0, scenes) }
    responses = saved.answers.mapValues { Response($0, scenes) }
    appearances = saved.appearances?.mapValues { scenes[$0] } ?? appearances
    reachedGoals = saved.reachedGoals.mapValues { scenes[$0] }
    outside = saved.outside.map { outside in
      Outside(
        moment: scenes[outside.scene], run: outside.run,
        responses: outside.answers.mapValues { Response($0, scenes) },
        usedSolution: outside.usedSolution)
    }
    rememberedGoals = saved.rememberedGoals
    controls = saved.controls
    focus = saved.focus
    selectedSlider = saved.selectedSlider
    cursors = saved.cursors
    pins = saved.pins
    zoomed = saved.zoomed
    sloped = saved.sloped.flatMap { scene.contains($0) ? $0 : nil }
    wordsInView = saved.wordsInView
    isReading = saved.isReading
    hintsShown = saved.hintsShown
    skippedHints = saved.skippedHints ?? []
    experiments = saved.experiments ?? []
    pausesPassed = saved.pausesPassed
    isSolutionOffered = saved.isSolutionOffered
    usedSolution = saved.usedSolution
    asksAgain = saved.asksAgain
    run = saved.run.flatMap(resumed)
    // What was in view then is not new.
    blocksSeen = visibleBlocks.count
    noteView()
  }
}

extension Moment {
  /// The next one of a file; nil where it does not fit.
  fileprivate func followed(
    by difference: SceneDifference, _ formulas: [String: String]?
  ) -> Moment? {
    guard let formulas else {
      return scene.applying(difference).map { Moment(scene: $0, step: step) }
    }
    guard step.switches.allSatisfy({ $0.holds(formulas[$0.name]) }),
      let version = try? step.version(formulas)
    else { return nil }
    return version.scene.applying(difference).map { Moment(scene: $0, step: version) }
  }
}

extension SceneChange {
  fileprivate init(_ saved: SavedStep.Change, _ scenes: [Moment]) {
    let kept = scenes[saved.before]
    self.init(before: kept.scene, step: kept.step, run: saved.run, drag: saved.drag)
  }
}

extension Response {
  fileprivate init(_ saved: SavedStep.Answer, _ scenes: [Moment]) {
    self.init(
      guess: saved.guess, isRight: saved.isRight, moment: scenes[saved.scene],
      rightOptions: saved.rightOptions, tries: saved.tries, mistake: saved.mistake,
      verdict: saved.verdict)
  }
}

extension SavedStep {
  /// Whether every number in it is one that this step can have.
  fileprivate func fits(_ step: Step, sceneCount: Int) -> Bool {
    let panels = step.panelRows.flatMap { $0 }.indices
    let scenes =
      (past + future).map(\.before) + [scene]
      + [previous, start, kept, outside?.scene].compactMap(\.self)
      + reachedGoals.values + (appearances.map { Array($0.values) } ?? [])
      + allAnswers.map(\.value.scene)
    let places = Array(cursors.keys) + Array(pins.keys) + [zoomed, focus.panel].compactMap(\.self)
    let numbers =
      cursors.values.flatMap { [$0.row, $0.column, $0.stack] }
      + pins.values.flatMap { [$0.row, $0.column].compactMap(\.self) }
    return scenes.allSatisfy((0..<sceneCount).contains) && places.allSatisfy(panels.contains)
      && numbers.allSatisfy((0...Int(Int32.max)).contains)
      && (0...max(step.sliders.count - 1, 0)).contains(selectedSlider)
      && (focus != .training || step.training != nil)
      && (focus != .sliders || !step.sliders.isEmpty)
      && sloped.map(step.scene.contains) ?? true
      && (0...step.hints.count).contains(hintsShown) && pausesPassed >= 0
      && (skippedHints ?? []).allSatisfy { (0..<hintsShown).contains($0) }
      && (experiments ?? []).allSatisfy { (0...hintsShown).contains($0.after) }
      && [controls.speed, controls.usualSpeed].compactMap(\.self)
        .allSatisfy(RunControls.speeds.contains)
      && controls.rate.map(RunControls.rates.contains) ?? true
      && (0..<(1 << 30)).contains(controls.draws)
      && (appearances ?? [:]).keys.allSatisfy(step.blocks.indices.contains)
      && (0..<(1 << 30)).contains(seed ?? 0)
      && past.count <= StepState.mostChanges
      && allAnswers.allSatisfy { step.takes($0.value, to: $0.key) }
  }

  private var allAnswers: [(key: String, value: Answer)] {
    Array(answers) + (outside.map { Array($0.answers) } ?? [])
  }
}

extension Focus {
  fileprivate var panel: Int? {
    if case .panel(let index) = self { index } else { nil }
  }
}

extension Step {
  fileprivate func takes(_ answer: SavedStep.Answer, to id: String) -> Bool {
    guard let question = questions.first(where: { $0.id == id }) else { return false }
    return answer.rightOptions.allSatisfy(question.options.indices.contains) && answer.tries >= 0
      && answer.mistake.map(question.mistakes.indices.contains) ?? true
      && question.allows(answer.guess)
  }
}
