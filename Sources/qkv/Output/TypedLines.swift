import Terminal
import Text

/// Lines from standard input, and what is said to them.
struct TypedLines {
  /// Whether to write ASCII alone.
  let ascii: Bool

  /// The next line; what a script sends is repeated, so that the output reads as a conversation.
  func next() -> String? {
    guard !Output.isTyped else {
      Output.prompt("> ")
      return readLine()
    }
    guard let line = readLine() else { return nil }
    Output.prompt("> \(line.prefix(Self.longestEcho))".printableOnOneLine + "\n")
    return line
  }

  private static let longestEcho = 200

  /// Writes lines and leaves one free behind them.
  func say(_ lines: [String]) throws {
    let text = lines.joined(separator: "\n")
    try Output.say((ascii ? Self.inASCII(text) : text) + "\n\n")
  }

  private static func inASCII(_ text: String) -> String {
    Symbols.ascii.spelled(text).replacing("…", with: "...")
      .reduce(into: "") { $0.unicodeScalars.append(ASCII.nearest(to: String($1))) }
  }
}
