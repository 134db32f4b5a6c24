import Lessons
import Scenes

extension StepState {
  /// Keeps the scene for words that have just come into view, and forgets those that have left it.
  ///
  /// Their standing numbers are those of that moment, whatever is dragged afterwards.
  mutating func noteAppearances() {
    let visible = Set(placesInView)
    appearances = appearances.filter { visible.contains($0.key) }
    for place in visible where appearances[place] == nil && step.blocks[place].hasStandingNumbers {
      appearances[place] = scene
    }
  }

  /// Takes the numbers that are there now as those with which the step begins.
  mutating func restartAppearances() {
    appearances = [:]
    noteAppearances()
  }

  /// The scene in which a block of the step came into view: there its standing numbers are read.
  package func sceneOnAppearing(ofBlock place: Int) -> Scene { appearances[place] ?? scene }

  /// The blocks on the page, and the hints that were given.
  private var placesInView: [Int] {
    visibleBlocks.indices.filter { step.blocks[$0].hint == nil }
      + step.hintPlaces.prefix(hintsShown)
  }
}
