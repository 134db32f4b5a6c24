import Lessons
import Terminal

/// What was asked for, or what happened; `update` alone decides what it means for the model.
package enum Message: Equatable, Sendable {
  case quit
  case back
  case close
  case redraw
  case suspend

  case help
  case search
  case palette
  case plainText
  case copy
  case nextTheme
  case toggleMouse
  case toggleNarration
  case toggleMotion

  case pageForward
  case pageBackward
  case nextStep
  case previousStep
  case firstStep
  case lastStep
  case goToStep(Int)
  case openLesson(String)
  case openPlayground
  case openMap
  case review

  case focusNext
  case focusPrevious
  case zoom
  case move(Direction)
  case nudge(steps: Int, Pace)
  case restoreValue
  case typeValue
  case nextStack

  case why
  case follow
  case returnFromWhy
  case gradient

  case undo
  case redo
  case reset
  case toggleSandbox

  case digit(Int)
  case hint
  case solution
  case check

  case type(Character)
  case erase
  case submit

  case saveScene

  case resized(Size)
  case clicked(Point)
  case scrolled(Point, lines: Int)
  case paused
  case resumed
  case hungUp
  case saved(StoredProgress)
  case notify(String)
}

/// Where an arrow points.
package enum Direction: Hashable, Sendable, CaseIterable {
  case up
  case down
  case left
  case right
}

/// How far one nudge goes, as a multiple of the slider's own step.
package enum Pace: Hashable, Sendable {
  case fine
  case normal
  case coarse

  package var factor: Float {
    switch self {
    case .fine: 0.1
    case .normal: 1
    case .coarse: 10
    }
  }
}
