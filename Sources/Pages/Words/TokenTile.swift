import Terminal

/// A word that the scene is about, on a ground of its own, so that it is never taken for one of ours.
///
/// Where colours are few there are quotation marks. Both take the same cells, and no line ends within.
struct TokenTile {
  let span: Span

  init(_ label: String, bold: Bool = false, _ appearance: Appearance) {
    let name = label.replacingEach(" ", with: "\u{a0}")
    span =
      appearance.hasFewColors
      ? Span("\"\(name)\"", .bright, bold: bold) : Span("\u{a0}\(name)\u{a0}", .token, bold: bold)
  }
}

extension Span {
  /// With spaces at which a line could end, for what stands on one line anyway.
  var withPlainSpaces: Span {
    var span = self
    span.text = text.replacingEach("\u{a0}", with: " ")
    return span
  }
}
