import Terminal

extension Key {
  /// The key of a scalar that came from the keyboard; nil for what nobody types.
  init?(typed value: UInt32) {
    switch value {
    case 10, 13: self = .enter
    case 9: self = .tab
    case 27: self = .escape
    case 8, 127: self = .backspace
    case 1...26:
      guard let letter = Unicode.Scalar(value + 0x60) else { return nil }
      self = .control(Character(letter))
    case 0..<32, 128..<160: return nil
    case _:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      self = .character(Character(scalar))
    }
  }
}
