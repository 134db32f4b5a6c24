extension String {
  /// The text as it may stand in HTML, XML and SVG, between tags or within an attribute.
  package var escapedForMarkup: String {
    let isPlain = !utf8.contains { Self.special.contains($0) }
    return isPlain ? self : reduce(into: "") { $0 += $1.markup }
  }

  private static let special: [UInt8] = ["&", "<", ">", "\"", "'"].map { UInt8(ascii: $0) }
}

extension Character {
  fileprivate var markup: String {
    switch self {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: String(self)
    }
  }
}
