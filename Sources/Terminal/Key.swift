/// A key, or keys pressed together, as a terminal can tell them apart.
package enum Key: Hashable, Sendable {
  /// A letter, digit or sign as typed; the space bar is `.character(" ")`.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case shiftLeft
  case shiftRight
  case home
  case end
  case pageUp
  case pageDown
  case function(Int)

  package static let space = Key.character(" ")
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}
