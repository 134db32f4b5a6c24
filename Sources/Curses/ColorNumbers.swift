import Terminal

/// The numbers that a terminal has for colours; −1 is its own.
struct ColorNumbers {
  let depth: ColorDepth
  /// A terminal of 8 colours makes the bright ones by boldness.
  private let hasBrightNames: Bool
  /// The last colour of each slot and its number; a dictionary's first use takes longer than a page.
  private var known = [(color: Color, number: Int32)](repeating: (.standard, -1), count: 256)

  init(count: Int32) {
    hasBrightNames = count >= 16
    depth =
      switch count {
      case ..<8: .mono
      case ..<256: .sixteen
      case 256: .indexed
      default: .full
      }
  }

  /// How a style is written here.
  mutating func numbers(of style: Style) -> Numbers {
    var numbers = Numbers(
      foreground: number(of: style.foreground), background: number(of: style.background),
      attributes: style.attributes)
    if depth == .sixteen {
      numbers.makeGreyDim()
      if !hasBrightNames { numbers.makeNamesDark() }
    }
    return numbers
  }

  struct Numbers {
    var foreground: Int32
    var background: Int32
    var attributes: Style.Attributes

    /// Bright black is the ground itself in some palettes: it becomes the terminal's own ink, dim.
    fileprivate mutating func makeGreyDim() {
      guard foreground == 8 else { return }
      foreground = -1
      attributes.insert(.dim)
    }

    /// Bright names become bold dark ones.
    fileprivate mutating func makeNamesDark() {
      if foreground > 8 {
        foreground -= 8
        attributes.insert(.bold)
      }
      if background >= 8 { background -= 8 }
    }
  }

  private mutating func number(of color: Color) -> Int32 {
    if color == .standard { return -1 }
    let slot = slot(of: color)
    if known[slot].color == color { return known[slot].number }
    let number = newNumber(of: color)
    known[slot] = (color, number)
    return number
  }

  private func slot(of color: Color) -> Int {
    guard let (r, g, b) = color.components else { return 0 }
    return Int(r &* 3 &+ g &* 5 &+ b &* 7)
  }

  private func newNumber(of color: Color) -> Int32 {
    switch depth {
    case .mono: return -1
    case .sixteen: return Int32(color.named ?? -1)
    case .indexed: return Int32(color.index ?? -1)
    case .full:
      guard let (r, g, b) = color.components else { return -1 }
      // Entries for direct colours take 0…7 for the named ones: a nearly black in their place.
      return max(8, Int32(r) << 16 | Int32(g) << 8 | Int32(b))
    }
  }
}
