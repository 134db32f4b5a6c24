extension Buffer {
  /// The same buffer with every glyph replaced by one that ASCII has; a wide one keeps its room.
  package var inASCII: Buffer {
    var buffer = self
    buffer.replaceGlyphs { text in
      text.isEmpty ? " " : ASCII.nearest(to: text)
    }
    return buffer
  }
}
