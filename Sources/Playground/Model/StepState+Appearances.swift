import Lessons
import Scenes

extension StepState {
  /// Notes what has come into view: the numbers that stand still in it, and the slider that it is about.
  mutating func noteView() {
    noteAppearances()
    takeUpSlider()
  }

  /// Takes the slider in hand that what has just come into view is about: the open question, or else a goal
  /// or a run.
  ///
  /// Nothing comes into view by a drag, so that the hand keeps its slider.
  private mutating func takeUpSlider() {
    let count = visibleBlocks.count
    defer { blocksSeen = count }
    guard blocksSeen < count else { return }
    let new = (blocksSeen..<count).filter { isOpen(step.blocks[$0]) }
    let question = new.last { step.blocks[$0].question != nil }
    guard let block = question ?? new.first(where: { step.slider(asBlock: $0) != nil }),
      let slider = step.slider(asBlock: block)
    else { return }
    selectedSlider = slider
  }

  /// Whether a block asks for something that is still to be done.
  private func isOpen(_ block: Block) -> Bool {
    if let question = block.question { return !isSettled(question) }
    if let goal = block.goal { return !hasReached(goal) }
    return block.training != nil && !isTrained
  }

  /// Keeps the scene for words that have just come into view, and forgets those that have left it.
  ///
  /// Their standing numbers are those of that moment, whatever is dragged afterwards.
  private mutating func noteAppearances() {
    guard !step.standingPlaces.isEmpty else { return }
    let visible = Set(placesInView)
    appearances = appearances.filter { visible.contains($0.key) }
    for place in step.standingPlaces where visible.contains(place) && appearances[place] == nil {
      appearances[place] = now
    }
  }

  /// Takes the numbers that are there now as those with which the step begins.
  mutating func restartAppearances() {
    appearances = [:]
    blocksSeen = 0
    noteView()
  }

  /// The scene in which a block of the step came into view: there its standing numbers are read.
  package func sceneOnAppearing(ofBlock place: Int) -> Scene {
    guard let moment = appearances[place] else { return scene }
    return scene(at: moment)
  }

  /// The blocks on the page, and the hints that were given.
  private var placesInView: [Int] {
    visibleBlocks.indices.filter { step.blocks[$0].hint == nil }
      + step.hintPlaces.prefix(hintsShown)
  }
}
