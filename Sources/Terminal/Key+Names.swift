import Text

extension Key {
  /// The key of a name as it is written in a list of keys: `tab`, `ctrl-c`, `shift-left`, `f1`,
  /// `space`, `a`, `?`; a display name such as `⏎` or `^C` is understood too.
  package init?(parsing text: String) {
    let lowered = text.lowercased()
    if let key = Key.named[lowered] ?? Key.synonyms[lowered] {
      self = key
    } else if let key = Key.displayed[text] {
      self = key
    } else if text.count == 1, let character = text.first, Key.isTypable(character) {
      self = .character(character)
    } else if let key = Key(controlName: lowered) ?? Key(functionName: lowered) {
      self = key
    } else {
      return nil
    }
  }

  /// The keys of names separated by spaces, or the first name that is none.
  package static func keys(parsing text: String) -> Result<[Key], UnknownKey> {
    var keys: [Key] = []
    for name in text.split(separator: " ") {
      guard let key = Key(parsing: String(name)) else {
        return .failure(UnknownKey(name: String(name)))
      }
      keys.append(key)
    }
    return .success(keys)
  }

  /// A name that no key has.
  package struct UnknownKey: Error, Equatable {
    package let name: String
  }

  /// The name to type in a list of keys, in ASCII but for characters that are not.
  package var spelling: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "ctrl-\(character)"
    case .function(let number): "f\(number)"
    case .enter: "enter"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "delete"
    case .insert: "insert"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .shiftLeft: "shift-left"
    case .shiftRight: "shift-right"
    case .home: "home"
    case .end: "end"
    case .pageUp: "pageup"
    case .pageDown: "pagedown"
    }
  }

  /// The name to show: `⏎`, `tab`, `^C`, `→`.
  package var name: String { name(.unicode) }

  /// The name to show, made of these symbols.
  package func name(_ symbols: Symbols) -> String {
    switch self {
    case .control(let character): "^\(character.uppercased())"
    case .function(let number): "F\(number)"
    case .enter: symbols.enter
    case .backspace: symbols.backspace
    case .up: symbols.up
    case .down: symbols.down
    case .left: symbols.left
    case .right: symbols.right
    case .shiftLeft: symbols.shift + symbols.left
    case .shiftRight: symbols.shift + symbols.right
    case .backTab: symbols.shift + "tab"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .delete: "Del"
    case .insert: "Ins"
    case .character, .escape, .tab: spelling
    }
  }

  private init?(controlName text: String) {
    for prefix in ["ctrl-", "ctrl+", "c-", "^"] where text.hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count)
      guard rest.count == 1, let letter = rest.first, letter.isASCII, letter.isLetter else {
        return nil
      }
      self = .control(letter)
      return
    }
    return nil
  }

  private init?(functionName text: String) {
    guard text.first == "f", let number = Int(text.dropFirst()), (1...24).contains(number)
    else { return nil }
    self = .function(number)
  }

  private static func isTypable(_ character: Character) -> Bool {
    TextWidth.width(of: String(character)) > 0 && character != " "
  }

  private static let special: [Key] = [
    .space, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
    .right, .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown,
  ]

  private static let named = Dictionary(uniqueKeysWithValues: special.map { ($0.spelling, $0) })

  /// The names of the keys that type no character, as they are written in a list of keys.
  package static let names = special.map(\.spelling) + (1...12).map { "f\($0)" }

  private static let displayed = Dictionary(uniqueKeysWithValues: special.map { ($0.name, $0) })

  private static let synonyms: [String: Key] = [
    "return": .enter, "escape": .escape, "backtab": .backTab, "del": .delete, "ins": .insert,
    "pgup": .pageUp, "pgdn": .pageDown, "page-up": .pageUp, "page-down": .pageDown,
    "bksp": .backspace,
  ]
}
