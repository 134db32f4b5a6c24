/// The colours that a theme is mixed from.
struct Palette: Equatable, Sendable {
  var canvas: Color
  var overlay: Color
  var text: Color
  var dim: Color
  var faint: Color
  var bright: Color
  var rule: Color
  var query: Color
  var key: Color
  var value: Color
  var output: Color
  var hand: Color
  var gain: Color
  var loss: Color
  var error: Color
  /// The ground under what the hand is on.
  var highlight: Color
  /// Ink for bright grounds, and for dark ones.
  var dark: Color
  var light: Color

  /// The colour that stands for a role, as ink.
  func ink(_ role: Role) -> Color {
    switch role {
    case .text, .overlay: text
    case .dim: dim
    case .faint: faint
    case .bright, .title, .token: bright
    case .heading, .query: query
    case .key: key
    case .value: value
    case .output: output
    case .hand: hand
    case .held, .selected: dark
    case .gain: gain
    case .loss: loss
    case .rule: rule
    case .error: error
    }
  }
}
