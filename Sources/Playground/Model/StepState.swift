import Lessons
import Scenes
import Text

/// The live state of one step: its scene in the student's hands.
package struct StepState: Equatable, Sendable {
  /// The step with the formulas that run in it now.
  package private(set) var step: Step
  /// The panels of the step in reading order.
  package private(set) var panels: [Panel]
  package private(set) var sharedScales: [Int: [Int]]
  package internal(set) var scene: Scene
  /// The scene with which the step begins: its own, or one with other numbers for its questions.
  package internal(set) var start: Scene
  /// Which numbers the questions have, where they vary; 0 stands for the lesson's own.
  var seed = 0
  /// The moment before the last change: what "+.07" is measured from.
  var momentBefore: Moment?
  /// A, where it is compared with the state in hand.
  package internal(set) var kept: Moment?
  /// The one of A and B that shares its scales with this one.
  var counterpart: Moment?
  /// The changes that can be undone, the last one last, and those that can be done again.
  var past: [SceneChange] = []
  var future: [SceneChange] = []
  /// What to return to when the sandbox is left.
  var outside: Outside?

  /// The run of gradient descent, once it has begun and until something else changes the scene.
  package var run: TrainingRun?
  package var controls: RunControls
  /// What is being measured; what has been is in the scene.
  var measuring: Measuring?
  package var focus: Focus = .words
  package var selectedSlider = 0
  /// How many blocks of the step have come into view.
  var blocksSeen = 0
  /// The cell (row, column) of each table and the vector of each plane that was last selected.
  package var cursors: [Int: PanelCursor] = [:]
  /// What each table keeps in view, where that is not what its author asked for.
  package var pins: [Int: TablePin] = [:]
  package var zoomed: Int?
  /// The number whose derivative stands beside every slider.
  package var sloped: Entry?
  /// What of the words is in view.
  package var wordsInView = WordsInView.start
  /// Whether the words were asked for last: where one part stands alone, it is they.
  package var isReading = true
  package var responses: [String: Response] = [:]
  /// For each block in view that has standing numbers, by its place, the scene in which it appeared.
  var appearances: [Int: Moment] = [:]
  /// The goals that were reached, each with the moment that reached it.
  package var reachedGoals: [String: Moment] = [:]
  /// Those of them that were reached in an earlier session, of which only the fact is kept: their
  /// scene is the lesson's solution.
  package var rememberedGoals: Set<String> = []
  package var hintsShown = 0
  /// Those among them that were passed over, since what they belong to was done.
  package var skippedHints: Set<Int> = []
  /// The experiments that were named beside them.
  package var experiments: [NamedExperiment] = []
  package var pausesPassed = 0
  package var isSolutionOffered = false
  /// Whether the goals were reached by the lesson's own solution.
  package var usedSolution = false
  /// Whether the step's questions were opened again, whatever was answered before.
  package var asksAgain = false
  /// Whether any answer settles a question, as in a review.
  package internal(set) var asksOnce = false

  package init(_ step: Step) {
    self.step = step
    panels = step.panelRows.flatMap { $0 }
    sharedScales = step.sharedScales
    scene = step.scene
    start = step.scene
    controls = RunControls()
    focus = firstFocus
    noteView()
  }

  package var isSandbox: Bool { outside != nil }

  /// The scene that changes are told against: A, or the one before the last change.
  package var previous: Scene? {
    guard let moment = kept ?? momentBefore else { return nil }
    return scene(at: moment)
  }
}

/// Where the cursor stands in a panel: a cell of a table, or (by row) a vector of the plane.
package struct PanelCursor: Hashable, Codable, Sendable {
  package var row = 0
  package var column = 0
  /// The page of a stack, by flat index over the leading axes.
  package var stack = 0

  package init(row: Int = 0, column: Int = 0, stack: Int = 0) {
    self.row = row
    self.column = column
    self.stack = stack
  }
}

/// A student's answer to a question of the step.
package struct Response: Equatable, Sendable {
  package var guess: Guess
  package var isRight: Bool
  /// The moment that the answer is about, with what it reveals: the reply keeps its numbers.
  package var moment: Moment
  /// The options that were right, as the scene then computed; empty for numbers.
  package var rightOptions: [Int] = []
  package var tries = 1
  /// The place of the known mistake behind it, among those of the question.
  package var mistake: Int?
  /// What came of a formula; nil where none was asked for.
  package var verdict: FormulaVerdict? = nil
}

/// One undoable change of the scene.
struct SceneChange: Equatable, Sendable {
  let before: Scene
  /// The step with the formulas that ran then.
  let step: Step
  /// The run that stood beside it, if there was one.
  var run: PausedRun? = nil
  /// What was dragged, so that one long drag is one change.
  var drag: Drag? = nil
}

/// A run that has been left; its steps are taken again when it comes back.
struct PausedRun: Equatable, Codable, Sendable {
  let recipe: TrainingRecipe
  let isFollowed: Bool
}

/// Nudges that are one change: of one value, one way, and each as far as the other.
struct Drag: Equatable, Codable, Sendable {
  let target: SliderTarget
  let isUpward: Bool
  let pace: Pace
}

/// What the sandbox leaves alone.
struct Outside: Equatable, Sendable {
  let moment: Moment
  let run: PausedRun?
  let responses: [String: Response]
  let usedSolution: Bool
}

// MARK: - Changing the scene

extension StepState {
  /// How many changes can be undone.
  static let mostChanges = 200

  /// Changes the scene by `body`; consecutive nudges of one drag are one undoable change.
  ///
  /// That ends the run: what it has trained stays, and undoing the change brings the run back.
  mutating func change(
    by drag: Drag? = nil, _ body: (inout Scene) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    var changed = scene
    try body(&changed)
    guard changed != scene else { return }
    let continuesDrag = drag != nil && past.last?.drag == drag && future.isEmpty
    if !continuesDrag { rememberScene(dragged: drag) }
    put(changed)
    run = nil
  }

  /// Lets the scene follow a run, which is one undoable change from its beginning to its end.
  package mutating func follow(_ run: TrainingRun) {
    var changed = scene
    changed.take(run.training)
    if changed != scene {
      if !run.isFollowed { rememberScene() }
      put(changed)
      self.run = run
      self.run?.isFollowed = true
    } else {
      self.run = run
    }
  }

  package var canUndo: Bool { !past.isEmpty }
  package var canRedo: Bool { !future.isEmpty }

  package mutating func undo() -> Bool {
    guard let change = past.popLast() else { return false }
    future.append(SceneChange(before: scene, step: step, run: pausedRun))
    take(back: change)
    return true
  }

  package mutating func redo() -> Bool {
    guard let change = future.popLast() else { return false }
    past.append(SceneChange(before: scene, step: step, run: pausedRun))
    take(back: change)
    return true
  }

  /// Makes the scene and its run, as they stand, what the next undo brings back.
  mutating func rememberScene(dragged drag: Drag? = nil) {
    past.append(SceneChange(before: scene, step: step, run: pausedRun, drag: drag))
    if past.count > Self.mostChanges { past.removeFirst() }
    future.removeAll()
  }

  private mutating func put(_ changed: Scene) {
    future.removeAll()
    momentBefore = now
    scene = changed
  }

  private mutating func take(back change: SceneChange) {
    let before = now
    take(version: change.step)
    momentBefore = before
    scene = change.before
    run = change.run.flatMap(resumed)
  }

  /// The run as it is kept: nothing moves by itself when it comes back.
  var pausedRun: PausedRun? {
    run.map { PausedRun(recipe: $0.training.recipe, isFollowed: $0.isFollowed) }
  }

  /// A run that was left, on the scene that it was left with.
  func resumed(_ paused: PausedRun) -> TrainingRun? {
    guard let plan = step.training?.plan, let training = Training(scene, plan, paused.recipe) else {
      return nil
    }
    var run = TrainingRun(training)
    run.isFollowed = paused.isFollowed
    return run
  }

  /// Puts a remembered scene in place, as if it had always been so.
  package mutating func restore(_ scene: Scene) {
    self.scene = scene
    run = nil
  }

  /// Puts a scene in place as the one with which the step begins.
  mutating func begin(with scene: Scene) {
    restore(scene)
    restartAppearances()
  }

  /// Lets other formulas run from here on, with the numbers that were dragged; undoably.
  mutating func run(_ version: Step) {
    rememberScene()
    let before = now
    take(version: version)
    momentBefore = before
    run = nil
  }

  /// Puts another version of the step in place: what was said and reached keeps its numbers.
  mutating func take(version: Step) {
    guard version != step else { return }
    step = version
    panels = version.panelRows.flatMap { $0 }
    sharedScales = version.sharedScales
    scene = scene.carried(into: version.scene)
    momentBefore = nil
    sloped = nil
    start = start.carried(into: version.scene)
  }

  package mutating func forgetHistory() {
    past.removeAll()
    future.removeAll()
    momentBefore = nil
  }

  /// Back to the scene with which the step began, undoably; false where it stands there already.
  @discardableResult
  package mutating func restart() -> Bool {
    controls.rate = nil
    let hasRun = (run?.training.reached ?? 0) > 0
    defer { run = nil }
    let own = step.withFirstVersions
    guard scene != start || own != step || hasRun else { return false }
    rememberScene()
    take(version: own)
    put(start)
    return true
  }

  package mutating func toggleSandbox() {
    run?.isPlaying = false
    if let outside {
      take(version: outside.moment.step)
      scene = outside.moment.scene
      run = outside.run.flatMap(resumed)
      responses = outside.responses
      usedSolution = outside.usedSolution
      self.outside = nil
    } else {
      outside = Outside(
        moment: now, run: pausedRun, responses: responses, usedSolution: usedSolution)
    }
    forgetHistory()
    run?.isFollowed = false
  }
}
