/// What something on the screen means; a theme knows how that looks.
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// Words and numbers.
  case text
  /// Labels and what explains.
  case dim
  /// Zeros, sums, what is not there yet.
  case faint
  /// The row that is current.
  case bright
  /// The name of the page.
  case title
  /// A heading over parts of a list.
  case heading
  /// Queries, in every form.
  case query
  case key
  case value
  /// Attention weights and what comes out of them.
  case output
  /// What the hand is on: a knob, a pointer.
  case hand
  /// The cell or button under the hand, as ink on a bright ground.
  case held
  /// A word that the scene is about, on a ground of its own.
  case token
  /// What grew.
  case gain
  /// What shrank.
  case loss
  /// Thin lines between panels.
  case rule
  /// Text on what floats above.
  case overlay
  /// What went wrong.
  case error
  /// The chosen line of a list.
  case selected
}
