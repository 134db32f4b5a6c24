/// The pieces of a parenthesis that is higher than one row.
package struct TallFence: Equatable, Sendable {
  package var top: String
  package var middle: String
  package var bottom: String

  init(_ top: String, _ middle: String, _ bottom: String) {
    self.top = top
    self.middle = middle
    self.bottom = bottom
  }

  static let unicode = [
    "(": TallFence("⎛", "⎜", "⎝"), ")": TallFence("⎞", "⎟", "⎠"),
    "[": TallFence("⎡", "⎢", "⎣"), "]": TallFence("⎤", "⎥", "⎦"),
    "{": TallFence("⎧", "⎨", "⎩"), "}": TallFence("⎫", "⎬", "⎭"),
    "|": TallFence("│", "│", "│"), "‖": TallFence("║", "║", "║"),
  ]

  static let ascii = [
    "(": TallFence("/", "|", "\\"), ")": TallFence("\\", "|", "/"),
    "[": TallFence("[", "[", "["), "]": TallFence("]", "]", "]"),
    "|": TallFence("|", "|", "|"),
  ]
}
