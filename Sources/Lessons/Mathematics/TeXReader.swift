import Scenes
import Text

/// Reads the TeX subset of the lessons: `\frac{q \cdot k}{\sqrt{d_k}}`.
///
///     row     = { factor }
///     factor  = atom [ "_" argument ] [ "^" argument ]
///     atom    = letter | number | sign | "{" row "}" | command
struct TeXReader {
  private let fragment: Fragment
  private let tokens: [TeXToken]
  private var index = 0
  private var depth = 0
  private(set) var mistakes: [(mistake: MathematicsError, at: Fragment)] = []

  private static let deepest = 40

  init(_ fragment: Fragment) {
    self.fragment = fragment
    tokens = TeXToken.tokens(of: fragment)
  }

  /// The formula; what cannot be read is left out and noted among the mistakes.
  mutating func mathematics() -> Mathematics {
    var parts: [Mathematics] = []
    while index < tokens.count {
      parts += row()
      if let token = peek() { skipStray(token) }
    }
    return Mathematics(joining: parts)
  }

  private mutating func skipStray(_ token: TeXToken) {
    note(token.kind == .close ? .strayBrace : .strayRight, token)
    index += 1
  }

  /// Everything up to a closing brace, `\right`, or the end.
  private mutating func row() -> [Mathematics] {
    var parts: [Mathematics] = []
    while let token = peek(), token.kind != .close, token.kind != .command("right") {
      if let part = factor(after: parts.last) { parts.append(part) }
    }
    return parts
  }

  private mutating func factor(after previous: Mathematics?) -> Mathematics? {
    guard let token = peek() else { return nil }
    if token.kind == .superscript || token.kind == .subscript { return scripts(on: .text("")) }
    index += 1
    guard let atom = atom(token, after: previous) else { return nil }
    return scripts(on: atom)
  }

  private mutating func scripts(on base: Mathematics) -> Mathematics {
    var lower: Mathematics?
    var upper: Mathematics?
    while let token = peekPastSpace() {
      if token.kind == .subscript, lower == nil {
        index += 1
        lower = argument(of: token)
      } else if token.kind == .superscript, upper == nil {
        index += 1
        upper = argument(of: token)
      } else {
        break
      }
    }
    if lower == nil, upper == nil { return base }
    return .scripts(base, subscript: lower, superscript: upper)
  }

  private mutating func atom(_ token: TeXToken, after previous: Mathematics?) -> Mathematics? {
    switch token.kind {
    case .space: nil
    case .number(let digits): .text(digits)
    case .character(let character): sign(character, after: previous)
    case .escape(let character): escape(character, token)
    case .open: Mathematics(joining: group(openedBy: token))
    case .command(let name): command(name, token)
    case .close, .superscript, .subscript: nil
    }
  }

  private func sign(_ character: Character, after previous: Mathematics?) -> Mathematics {
    switch character {
    case "-": previous.isOperand ? .symbol("−") : .text("−")
    case "+": previous.isOperand ? .symbol("+") : .text("+")
    case "=", "<", ">": .symbol(String(character))
    case "*": .symbol("∗")
    case "/": .symbol("/")
    case ",": .text(", ")
    case "'": .text("′")
    case "~": .text(" ")
    default: .text(String(character))
    }
  }

  private mutating func escape(_ character: Character, _ token: TeXToken) -> Mathematics? {
    guard let text = TeXSymbols.escapes[character] else {
      note(.unknownCommand("\\\(character)", closest: nil), token)
      return nil
    }
    return text.isEmpty ? nil : .text(text)
  }

  private mutating func command(_ name: String, _ token: TeXToken) -> Mathematics? {
    if let text = TeXSymbols.names[name] { return .text(text) }
    if let text = TeXSymbols.operators[name] { return .symbol(text) }
    if TeXSymbols.wordCommands.contains(name) { return .text(words(after: token)) }
    switch name {
    case "frac": return fraction(token)
    case "sqrt": return .root(argument(of: token))
    case "left": return fenced(token)
    default:
      note(.unknownCommand("\\\(name)", closest: name.nearest(among: TeXSymbols.all)), token)
      return nil
    }
  }

  private mutating func fraction(_ token: TeXToken) -> Mathematics {
    let over = argument(of: token)
    return .fraction(over, argument(of: token))
  }

  private mutating func fenced(_ token: TeXToken) -> Mathematics {
    let open = delimiter(after: token)
    let body = nested(token) { reader in reader.row() }
    guard let end = peek(), end.kind == .command("right") else {
      note(.missingRight, token)
      return .fenced(open, Mathematics(joining: body), "")
    }
    index += 1
    return .fenced(open, Mathematics(joining: body), delimiter(after: end))
  }

  /// The sign after `\left` or `\right`; a full stop stands for none.
  private mutating func delimiter(after token: TeXToken) -> String {
    guard let sign = peekPastSpace() else {
      note(.missingDelimiter, token)
      return ""
    }
    index += 1
    switch sign.kind {
    case .character(let character): return character == "." ? "" : String(character)
    case .escape(let character): return TeXSymbols.escapes[character] ?? ""
    case .command(let name): return TeXSymbols.names[name] ?? ""
    case .number, .open, .close, .superscript, .subscript, .space:
      note(.missingDelimiter, token)
      return ""
    }
  }

  /// The group or the single atom that a command or a script takes.
  private mutating func argument(of token: TeXToken) -> Mathematics {
    guard let next = peekPastSpace(), next.kind != .close, !next.isScript else {
      note(.missingArgument(fragment[token.range].text), token)
      return .text("")
    }
    index += 1
    return Mathematics(
      joining: nested(next) { reader in [reader.atom(next, after: nil)].compactMap(\.self) })
  }

  private mutating func group(openedBy token: TeXToken) -> [Mathematics] {
    let parts = nested(token) { reader in reader.row() }
    if let end = peek(), end.kind == .close {
      index += 1
    } else {
      note(.missingBrace, token)
    }
    return parts
  }

  /// The argument of `\text`, spaces and all.
  private mutating func words(after token: TeXToken) -> String {
    guard let open = peekPastSpace(), open.kind == .open else {
      note(.missingArgument(fragment[token.range].text), token)
      return ""
    }
    let first = open.range.upperBound
    index += 1
    while let next = peek(), next.kind != .close { index += 1 }
    guard let end = peek() else {
      note(.missingBrace, open)
      return ""
    }
    index += 1
    return fragment[first..<end.range.lowerBound].text.filter { $0 != "\\" }
  }

  /// Runs `body` one level deeper, or gives up the rest of the formula where it is too deep.
  private mutating func nested(
    _ token: TeXToken, _ body: (inout Self) -> [Mathematics]
  ) -> [Mathematics] {
    guard depth < Self.deepest else {
      note(.tooDeep, token)
      index = tokens.count
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  private func peek() -> TeXToken? {
    index < tokens.count ? tokens[index] : nil
  }

  private mutating func peekPastSpace() -> TeXToken? {
    while let token = peek(), token.kind == .space { index += 1 }
    return peek()
  }

  private mutating func note(_ mistake: MathematicsError, _ token: TeXToken) {
    mistakes.append((mistake, fragment[token.range]))
  }
}

extension TeXToken {
  fileprivate var isScript: Bool { kind == .superscript || kind == .subscript }
}

extension Mathematics? {
  /// Whether a sign after it joins two operands.
  fileprivate var isOperand: Bool {
    switch self {
    case .none, .symbol: false
    case .text(let text): text != "(" && text != "[" && text != ", "
    case .row, .fraction, .root, .scripts, .fenced: true
    }
  }
}

extension Mathematics {
  /// A row, or its only part; neighbouring texts become one, a function parted from what follows.
  init(joining parts: [Mathematics]) {
    var joined: [Mathematics] = []
    var last = ""
    for part in parts {
      if case .text(let more) = part, case .text(let text) = joined.last {
        let isArgument = more.first.map { $0.isLetter || $0.isNumber } ?? false
        let gap = isArgument && TeXSymbols.functions.contains(last) ? " " : ""
        joined[joined.count - 1] = .text(text + gap + more)
      } else {
        joined.append(part)
      }
      if case .text(let text) = part { last = text } else { last = "" }
    }
    self = joined.count == 1 ? joined[0] : .row(joined)
  }
}
