import Lessons
import Playground
import Scenes
import Text

/// What has changed between two states of one step, in sentences: the point first, then the largest changes.
struct ChangeWords {
  let before: StepState
  let after: StepState
  /// The scene before, with the formulas that run now; nil where it cannot be compared.
  private let then: Scene?

  init(from before: StepState, to after: StepState) {
    self.before = before
    self.after = after
    then = before.step == after.step ? before.scene : after.previous
  }

  private var scene: Scene { after.scene }
  private var words: TableWords { TableWords(after) }

  /// So many changes are said until somebody asks for more.
  ///
  /// A line that says how many there are is one of them.
  static let mostChanges = 4

  // MARK: What was set

  /// Each slider that moved, or else each number of an input: what it is now, and what it was.
  var inputs: [String] {
    guard !hasTrained else { return [] }
    let moved = sliders
    return moved.isEmpty ? cells : moved
  }

  private var sliders: [String] {
    let words = SceneWords(after)
    let old = before.step.sliders
    return after.step.sliders.enumerated().compactMap { place, slider in
      guard old.indices.contains(place), let target = after.target(of: slider),
        let earlier = before.target(of: old[place])
      else { return nil }
      let (now, was) = (
        after.value(of: slider, moving: target), before.value(of: old[place], moving: earlier)
      )
      guard now != was else { return nil }
      let isNumber = slider.domain.label(of: now, in: scene) == nil
      let change = isNumber && (now - was).isFinite ? ", so \(Self.signed(now - was))" : ""
      return "\(slider.typedName): \(words.said(now, slider.domain)). "
        + "It was \(SceneWords(before).said(was, old[place].domain))\(change)."
    }
  }

  /// The numbers of inputs that no slider moves.
  private var cells: [String] {
    guard let then else { return [] }
    return scene.definitions.filter(\.isInput).flatMap { input -> [String] in
      let (now, was) = (scene.values(of: input.node), then.values(of: input.node))
      guard now.shape == was.shape else { return [] }
      return now.elements.indices.filter { now.elements[$0] != was.elements[$0] }.map { cell in
        let name = TableWords.typed(scene.label(of: Entry(node: input.node, index: cell)))
        let (value, old) = (now.elements[cell], was.elements[cell])
        return "\(name): \(SpokenNumber.cell(value)). It was \(SpokenNumber.cell(old)), "
          + "so \(Self.signed(value - old))."
      }
    }
  }

  static func signed(_ change: Float) -> String {
    change < 0 ? SpokenNumber.cell(change) : "plus \(SpokenNumber.cell(change))"
  }

  // MARK: What follows

  /// The tables that an answer has opened.
  var opened: [String] {
    SceneWords(after).tables.flatMap { table -> [String] in
      guard before.panels.contains(where: { $0.subjects.contains(table.node) }),
        before.veiledCells(of: table.node) != [], after.veiledCells(of: table.node) == []
      else { return [] }
      let rank = scene.axes(of: table.node).count
      guard rank > 0 else {
        return ["\(table.name) is open now: \(words.number(Entry(node: table.node, index: 0)))."]
      }
      return ["\(table.name) is open now. \(words.row(rank > 1 ? table.row ?? 0 : 0, of: table))"]
    }
  }

  /// A table whose printed numbers have changed.
  private struct Changed {
    let table: NamedTable
    let axes: [Axis]
    /// The cells, the largest change first.
    let cells: [(cell: Int, value: Float, change: Float)]
  }

  private var changed: [Changed] {
    guard let then else { return [] }
    var told: Set<Entry> = []
    return SceneWords(after).tables.compactMap { table in
      let (now, was) = (scene.values(of: table.node), then.values(of: table.node))
      let source = scene.source(of: Entry(node: table.node, index: 0))
      guard !scene.isInput(source.node), now.shape == was.shape,
        let hidden = after.veiledCells(of: table.node), told.insert(source).inserted,
        before.veiledCells(of: table.node) == hidden || hidden.isEmpty && !wasHidden(table)
      else { return nil }
      let cells = now.elements.indices.filter { cell in
        !hidden.contains(cell) && isSeen(now.elements[cell], was.elements[cell], of: table)
      }
      .map { (cell: $0, value: now.elements[$0], change: now.elements[$0] - was.elements[$0]) }
      .sorted { (Self.size(of: $1.change), $0.cell) < (Self.size(of: $0.change), $1.cell) }
      return cells.isEmpty
        ? nil : Changed(table: table, axes: scene.axes(of: table.node), cells: cells)
    }
  }

  /// Whether what is said of a number changes; of a single number each digit counts.
  private func isSeen(_ now: Float, _ was: Float, of table: NamedTable) -> Bool {
    scene.axes(of: table.node).isEmpty
      ? NumberFormat.fine(now) != NumberFormat.fine(was)
      : NumberFormat.cell(now) != NumberFormat.cell(was)
  }

  /// Where there was no number, or is none now, nothing can be compared.
  private static func size(of change: Float) -> Float { change.isNaN ? -1 : change.magnitude }

  private func wasHidden(_ table: NamedTable) -> Bool { before.veiledCells(of: table.node) != [] }

  /// One table number by number, several with their largest change each.
  var tables: [String] {
    let changed = changed
    guard changed.count != 1 else { return whole(changed[0]) + winners(changed) }
    return changed.map(line) + winners(changed)
  }

  private func whole(_ changed: Changed) -> [String] {
    guard changed.cells.count > 1 else { return [line(changed)] }
    let count = counted(changed.cells.count, "number")
    return ["\(count) of \(changed.table.name) changed. Largest first:"]
      + changed.cells.map { "  \(place($0.cell, changed))\(value($0, changed))." }
  }

  private func line(_ changed: Changed) -> String {
    let most = changed.cells[0]
    guard changed.cells.count > 1 else {
      let place = place(most.cell, changed)
      return "\(changed.table.name)\(place.isEmpty ? ": " : " \(place)")\(value(most, changed))."
    }
    let count = counted(changed.cells.count, "number")
    return
      "\(changed.table.name): \(count) changed, most \(place(most.cell, changed))\(value(most, changed))."
  }

  private func place(_ cell: Int, _ changed: Changed) -> String {
    changed.axes.isEmpty ? "" : changed.axes.quotedLabels(of: cell) + ": "
  }

  private func value(
    _ change: (cell: Int, value: Float, change: Float), _ changed: Changed
  ) -> String {
    let said = changed.axes.isEmpty ? SpokenNumber.fine : SpokenNumber.cell
    let sign = change.change < 0 ? "" : "plus "
    let moved = change.change.isFinite ? ", \(sign)\(said(change.change))" : ""
    return said(change.value) + moved
  }

  /// Where another place of a row is the largest now.
  private func winners(_ changed: [Changed]) -> [String] {
    changed.compactMap { changed in
      guard changed.axes.count == 1, let then else { return nil }
      let (now, was) = (
        scene.values(of: changed.table.node).elements, then.values(of: changed.table.node).elements
      )
      guard let best = now.indices.max(by: { (now[$0], $1) < (now[$1], $0) }),
        let old = was.indices.max(by: { (was[$0], $1) < (was[$1], $0) }), best != old
      else { return nil }
      let axis = changed.axes[0]
      return "The largest of \(changed.table.name) is \(axis.quotedLabel(best)) now, "
        + "\(SpokenNumber.cell(now[best])). It was \(axis.quotedLabel(old))."
    }
  }

  // MARK: Goals and runs

  /// The parts of goals that hold now and did not, or the other way round.
  var claims: [String] {
    let goals = after.visibleBlocks.compactMap(\.goal).filter(\.showsParts)
    let old = before.step.goals
    return goals.flatMap { goal -> [String] in
      guard let earlier = old.first(where: { $0.id == goal.id }) else { return [] }
      return zip(goal.parts, earlier.parts).compactMap { now, was in
        after.knowsToHold(now) == before.knowsToHold(was)
          ? nil : SpokenWords(after, manner: .typed).of(now)
      }
    }
  }

  /// The goals that were reached, by name; what is said of them follows.
  var reached: [String] {
    after.step.goals.filter { after.hasReachedHere($0.id) && !before.hasReachedHere($0.id) }
      .map { goal in
        let title = goal.ask.isEmpty ? "" : ": " + SpokenWords(after, manner: .typed).text(goal.ask)
        return SpokenWords(after).sentence("Goal reached\(title)")
      }
  }

  private var hasTrained: Bool {
    guard let run = after.run else { return false }
    return run.training.step != (before.run?.training.step ?? 0)
  }

  /// How far a run has come, and what became of the loss.
  var run: [String] {
    guard let training = after.run?.training else { return [] }
    let first = before.run?.training.step ?? 0
    guard hasTrained else { return rate(training) }
    let losses = training.losses
    let from = losses.indices.contains(first) ? losses[first] : training.loss
    let direction = training.loss < from ? "fell" : training.loss > from ? "rose" : "stayed"
    let way =
      training.step > first
      ? "Trained from step \(first) to \(training.step)" : "Back at step \(training.step)"
    return [
      "\(way) of \(training.plan.steps). "
        + "The loss \(direction) from \(SpokenNumber.fine(from)) to \(SpokenNumber.fine(training.loss))."
    ]
  }

  private func rate(_ training: Training) -> [String] {
    training.rate == before.runInHand?.training.rate
      ? []
      : ["The rate is \(SpokenSign.said(NumberFormat.plain(training.rate), asCode: false)) now."]
  }
}
