import Terminal

extension KeyTable {
  /// The help of a context: its own keys first, then what holds everywhere, aligned.
  package static func help(in context: Context, symbols: Symbols = .unicode) -> [String] {
    let rows = bindings(in: context)
    let own = rows.filter { $0.contexts.count < Context.commands.count / 2 }
    let common = rows.filter { $0.contexts.count >= Context.commands.count / 2 }
    return [context.title, ""] + own.map { line($0, symbols) } + ["", "Everywhere", ""]
      + common.map { line($0, symbols) }
  }

  private static func line(_ binding: Binding, _ symbols: Symbols) -> String {
    let keys = binding.keys.map { $0.name(symbols) }.joined(separator: " ")
    return "  " + TextWidth.padded(keys, to: 12) + binding.help
  }
}

extension TextWidth {
  /// A text with spaces behind it up to a width in cells.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - self.width(of: text), 0))
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}
