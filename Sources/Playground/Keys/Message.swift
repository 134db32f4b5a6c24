import Lessons
import Progress
import Terminal
import Text

/// What was asked for, or what happened; `update` alone decides what it means for the model.
package enum Message: Equatable, Sendable {
  case leave(Leave)
  case turn(Turn)
  case go(Destination)
  case focus(Focus)
  case move(Direction)
  case value(Value)
  case train(Train)
  case history(History)
  case why(Why)
  case digit(Int)
  case aid(Aid)
  case edit(Edit)
  case open(Page)
  case set(Setting)
  case pointer(Pointer)
  /// How much each slider moves a number, beside the sliders; on or off.
  case slopes
  case pin(Pin)
  case copy
  case saveScene
  case redraw
  case suspend
  case reported(Report)
}

extension Message {
  /// Ways out, from the widest to the narrowest.
  package enum Leave: Equatable, Sendable {
    case quit
    /// One level up; from the map, out.
    case back
    /// What floats or is being typed; never the program.
    case close
  }

  /// Turning pages, within a step and from step to step.
  package enum Turn: Equatable, Sendable {
    case pageForward
    case pageBackward
    case nextStep
    case previousStep
    case firstStep
    case lastStep
    /// By its number, 1-based.
    case toStep(Int)
  }

  /// The places that the program can be in.
  package enum Destination: Equatable, Sendable {
    case map
    case lesson(String)
    case playground
  }

  /// Which part of the page the keys act on.
  package enum Focus: Equatable, Sendable {
    case next
    case previous
    case zoom
    /// The next table of a stack, or the next vector of a plane.
    case nextStack
  }

  /// What of a large table stays in view while it is scrolled.
  package enum Pin: Equatable, Sendable {
    case row
    case column
  }

  /// Changes of the input in hand.
  package enum Value: Equatable, Sendable {
    case nudge(steps: Int, Pace)
    case restore
    case type
  }

  /// What a run of gradient descent is asked.
  package enum Train: Equatable, Sendable {
    /// Run, or pause.
    case toggle
    /// Begin from other random numbers.
    case redraw
  }

  /// Changes of the step as a whole.
  package enum History: Equatable, Sendable {
    case undo
    case redo
    case reset
    case toggleSandbox
  }

  /// Following a number to where it comes from.
  package enum Why: Equatable, Sendable {
    case ask
    case follow
    case goBack
    case toggleGradients
  }

  /// Help with the task of a step.
  package enum Aid: Equatable, Sendable {
    case hint
    case solution
    case check
  }

  /// Typing.
  package enum Edit: Equatable, Sendable {
    case type(Character)
    case line(LineEdit)
    case paste(String)
    case submit
  }

  /// What floats above the page on request.
  package enum Page: Equatable, Sendable {
    case help
    case search
    case palette
    case plainText
    case review
  }

  /// What a person prefers; kept from one session to the next.
  package enum Setting: Equatable, Sendable {
    case nextTheme
    case toggleMouse
    case toggleNarration
    case toggleMotion
  }

  package enum Pointer: Equatable, Sendable {
    case clicked(Point)
    case scrolled(Point, lines: Int)
  }

  /// What the terminal and the files report; nobody asked for it with a key.
  package enum Report: Equatable, Sendable {
    case resized(Size)
    case paused
    case resumed
    case hungUp
    case saved(StoredProgress)
    case said(String)
    /// What the terminal's own ground is like.
    case ground(isLight: Bool)
    /// The time for the next picture of a run has come.
    case ticked
  }
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
