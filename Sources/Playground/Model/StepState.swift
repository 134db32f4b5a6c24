import Lessons
import Scenes
import Text

/// The live state of one step: its scene in the student's hands.
package struct StepState: Equatable, Sendable {
  package let step: Step
  /// The panels of the step in reading order.
  package let panels: [Panel]
  package let sharedScales: [Int: [Int]]
  package private(set) var scene: Scene
  /// The scene before the last change: what "+.07" is measured from.
  package private(set) var previous: Scene?
  private var past: [Change] = []
  private var future: [Change] = []
  /// What to return to when the sandbox is left.
  private var outside: Outside?

  /// The run of gradient descent, once it has begun and until something else changes the scene.
  package var run: TrainingRun?
  package var controls: RunControls
  package var focus: Focus = .words
  package var selectedSlider = 0
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
  /// The goals that were reached, each with the scene that reached it.
  package var reachedGoals: [String: Scene] = [:]
  /// Those of them that were reached in an earlier session, of which only the fact is kept: their
  /// scene is the lesson's solution.
  package var rememberedGoals: Set<String> = []
  package var hintsShown = 0
  package var pausesPassed = 0
  package var isSolutionOffered = false
  /// Whether the goals were reached by the lesson's own solution.
  package var usedSolution = false

  package init(_ step: Step) {
    self.step = step
    panels = step.panelRows.flatMap { $0 }
    sharedScales = step.sharedScales
    scene = step.scene
    controls = RunControls(step.training)
    focus = firstFocus
  }

  package var isSandbox: Bool { outside != nil }
}

/// Where the cursor stands in a panel: a cell of a table, or (by row) a vector of the plane.
package struct PanelCursor: Hashable, Sendable {
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
  /// The scene once the answer was in: what is said about it keeps its numbers.
  package var scene: Scene
  /// The options that were right, as the scene then computed; empty for numbers.
  package var rightOptions: [Int] = []
  package var tries = 1
}

/// One undoable change of the scene.
private struct Change: Equatable, Sendable {
  let before: Scene
  /// The run that stood beside it, if there was one.
  var run: TrainingRun? = nil
  /// What was dragged, so that one long drag is one change.
  var drag: SliderTarget? = nil
}

/// What the sandbox leaves alone.
private struct Outside: Equatable, Sendable {
  let scene: Scene
  let run: TrainingRun?
  let responses: [String: Response]
  let usedSolution: Bool
}

// MARK: - Changing the scene

extension StepState {
  /// Changes the scene by `body`; consecutive drags of one target are one undoable change.
  ///
  /// That ends the run: what it has trained stays, and undoing the change brings the run back.
  package mutating func change(
    dragging target: SliderTarget? = nil, _ body: (inout Scene) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    var changed = scene
    try body(&changed)
    guard changed != scene else { return }
    let continuesDrag = target != nil && past.last?.drag == target && future.isEmpty
    if !continuesDrag { past.append(Change(before: scene, run: standing, drag: target)) }
    future.removeAll()
    previous = scene
    scene = changed
    run = nil
  }

  /// Lets the scene follow a run, which is one undoable change from its beginning to its end.
  package mutating func follow(_ run: TrainingRun) {
    let before = standing
    self.run = run
    var changed = scene
    changed.take(run.training)
    guard changed != scene else { return }
    if !run.isFollowed { past.append(Change(before: scene, run: before)) }
    self.run?.isFollowed = true
    future.removeAll()
    previous = scene
    scene = changed
  }

  package var canUndo: Bool { !past.isEmpty }
  package var canRedo: Bool { !future.isEmpty }

  package mutating func undo() -> Bool {
    guard let change = past.popLast() else { return false }
    future.append(Change(before: scene, run: standing))
    put(change)
    return true
  }

  package mutating func redo() -> Bool {
    guard let change = future.popLast() else { return false }
    past.append(Change(before: scene, run: standing))
    put(change)
    return true
  }

  private mutating func put(_ change: Change) {
    previous = scene
    scene = change.before
    run = change.run
  }

  /// The run as it is kept: nothing moves by itself when it comes back.
  private var standing: TrainingRun? {
    var standing = run
    standing?.isPlaying = false
    return standing
  }

  /// Puts a remembered scene in place, as if it had always been so.
  package mutating func restore(_ scene: Scene) {
    self.scene = scene
    run = nil
  }

  package mutating func forgetHistory() {
    past.removeAll()
    future.removeAll()
    previous = nil
  }

  /// Back to the step's own scene, undoably; false where it stands there already.
  @discardableResult
  package mutating func restart() -> Bool {
    controls.rate = nil
    let hasRun = (run?.training.reached ?? 0) > 0
    defer { run = nil }
    guard scene != step.scene || hasRun else { return false }
    past.append(Change(before: scene, run: standing))
    future.removeAll()
    previous = scene
    scene = step.scene
    return true
  }

  package mutating func toggleSandbox() {
    run = standing
    if let outside {
      scene = outside.scene
      run = outside.run
      responses = outside.responses
      usedSolution = outside.usedSolution
      self.outside = nil
    } else {
      outside = Outside(
        scene: scene, run: run, responses: responses, usedSolution: usedSolution)
    }
    forgetHistory()
    run?.isFollowed = false
  }
}
