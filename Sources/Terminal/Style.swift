/// How a cell is written: its colours, its weight, and the rest.
package struct Style: Hashable, Sendable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package init(
    foreground: Color = .standard, background: Color = .standard, bold: Bool = false,
    dim: Bool = false, italic: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    self.init(foreground: foreground, background: background)
    self.bold = bold
    self.dim = dim
    self.italic = italic
    self.underlined = underlined
    self.reversed = reversed
  }

  /// The terminal's own colours, nothing emphasised.
  package static let plain = Style(attributes: [])
}

extension Style {
  /// Emphasis that needs no colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underlined = Attributes(rawValue: 8)
    package static let reversed = Attributes(rawValue: 16)

    mutating func set(_ one: Attributes, _ isOn: Bool) {
      if isOn { insert(one) } else { remove(one) }
    }
  }

  package var bold: Bool {
    get { attributes.contains(.bold) }
    set { attributes.set(.bold, newValue) }
  }

  package var dim: Bool {
    get { attributes.contains(.dim) }
    set { attributes.set(.dim, newValue) }
  }

  package var italic: Bool {
    get { attributes.contains(.italic) }
    set { attributes.set(.italic, newValue) }
  }

  package var underlined: Bool {
    get { attributes.contains(.underlined) }
    set { attributes.set(.underlined, newValue) }
  }

  package var reversed: Bool {
    get { attributes.contains(.reversed) }
    set { attributes.set(.reversed, newValue) }
  }

  /// The same style but for what is named.
  package func with(
    foreground: Color? = nil, background: Color? = nil, bold: Bool? = nil, dim: Bool? = nil,
    italic: Bool? = nil, underlined: Bool? = nil, reversed: Bool? = nil
  ) -> Style {
    var style = self
    if let foreground { style.foreground = foreground }
    if let background { style.background = background }
    if let bold { style.bold = bold }
    if let dim { style.dim = dim }
    if let italic { style.italic = italic }
    if let underlined { style.underlined = underlined }
    if let reversed { style.reversed = reversed }
    return style
  }
}
