import Lessons
import Playground
import Terminal
import Text

/// Other keys for a command, as a line of the settings asks for.
private struct Remapping {
  let command: Fragment
  let keys: [(key: Key, text: Fragment)]

  var name: String { command.text }
}

extension KeyTable {
  /// The names of all commands, in the order of the table.
  package var commandNames: [String] {
    var seen: Set<String> = []
    return bindings.map(\.name).filter { seen.insert($0).inserted }
  }

  /// The ways out, which nobody may lose.
  private static let fixedCommands: Set = ["close", "quit"]

  /// The table with the keys that a mapping `command: key` or `command: [key, key]` asks for.
  ///
  /// A line with a mistake is left out and noted; the others hold. A command's new keys take the
  /// place of all that it had.
  func remapped(by value: YAMLValue, _ report: inout Report) -> KeyTable {
    guard case .mapping(let pairs, _) = value else {
      report.add(
        "\"keys\" consists of lines \"command: key\".", suggestion: "Write keys: {why: e}",
        at: value.place)
      return self
    }
    var remappings = pairs.compactMap { remapping($0, &report) }
    while true {
      let table = KeyTable(rows(with: remappings))
      guard let conflict = table.conflict(among: remappings) else { return table }
      let (index, text, owner) = conflict
      report.add(
        "\"\(text.text)\" is a key of \"\(owner)\" already, in the same place.",
        suggestion: "Choose another key, or give \"\(owner)\" another one too.", at: text)
      remappings.remove(at: index)
    }
  }

  private func rows(with remappings: [Remapping]) -> [Binding] {
    let keys = Dictionary(remappings.map { ($0.name, $0.keys.map(\.key)) }) { first, _ in first }
    return bindings.map { row in
      var row = row
      row.keys = keys[row.name] ?? row.keys
      return row
    }
  }

  /// The last line that gives a key away which another command has where its own holds.
  private func conflict(
    among remappings: [Remapping]
  ) -> (index: Int, text: Fragment, owner: String)? {
    for (index, remapping) in remappings.enumerated().reversed() {
      let contexts = bindings.filter { $0.name == remapping.name }
        .reduce(Set<Context>()) { $0.union($1.contexts) }
      for (key, text) in remapping.keys {
        let other = bindings.first {
          $0.name != remapping.name && $0.keys.contains(key)
            && !$0.contexts.isDisjoint(with: contexts)
        }
        if let other { return (index, text, other.name) }
      }
    }
    return nil
  }

  private func remapping(_ pair: YAMLPair, _ report: inout Report) -> Remapping? {
    let name = pair.key.text
    let rows = bindings.filter { $0.name == name }
    guard !rows.isEmpty else {
      let closest = name.nearest(among: commandNames)
      report.add(
        "There is no command \"\(name)\".",
        suggestion: didYouMean(closest) ?? "qkv keys lists the commands.", at: pair.key)
      return nil
    }
    guard !Self.fixedCommands.contains(name) else {
      report.add(
        "\"\(name)\" keeps its key, so that there is always a way out.",
        suggestion: "Remove this line.", at: pair.key)
      return nil
    }
    let texts = pair.value.keyNames(of: name, &report)
    let keys = texts.compactMap { text in
      key(text, for: rows, &report).map { (key: $0, text: text) }
    }
    guard !texts.isEmpty, keys.count == texts.count else { return nil }
    var seen: Set<Key> = []
    return Remapping(command: pair.key, keys: keys.filter { seen.insert($0.key).inserted })
  }

  private func key(_ text: Fragment, for rows: [Binding], _ report: inout Report) -> Key? {
    guard let key = Key(parsing: text.text) else {
      let closest = text.text.nearest(among: Key.names)
      report.add(
        "There is no key \"\(text.text)\".",
        suggestion: didYouMean(closest)
          ?? "A key is one character, or a name such as enter, tab, space, ctrl-k or f2.", at: text)
      return nil
    }
    if let twin = key.sameAs {
      report.add(
        "A terminal cannot tell \(key.spelling) from \(twin.spelling).",
        suggestion: "Choose another key.", at: text)
      return nil
    }
    guard case .character(let character) = key else { return key }
    if rows.contains(where: { $0.contexts.contains(where: \.takesText) }) {
      report.add(
        "\"\(text.text)\" is text where \"\(rows[0].name)\" is used.",
        suggestion: "Choose a key that types nothing, such as tab, ctrl-k or f2.", at: text)
      return nil
    }
    if "123456789".contains(character),
      rows.contains(where: { !$0.contexts.isDisjoint(with: .lesson) })
    {
      report.add(
        "1 to 9 answer questions and choose panels.", suggestion: "Choose another key.", at: text)
      return nil
    }
    return key
  }
}

extension YAMLValue {
  fileprivate var place: Fragment {
    if case .scalar(let text) = self { text } else { Fragment(bytes: [], start: start) }
  }

  /// The key or keys that a line gives to a command.
  fileprivate func keyNames(of command: String, _ report: inout Report) -> [Fragment] {
    switch self {
    case .scalar(let text) where !text.trimmed.isEmpty: return [text.trimmed]
    case .sequence(let values, _) where !values.isEmpty:
      return values.flatMap { $0.keyNames(of: command, &report) }
    case .scalar, .sequence, .mapping:
      report.add(
        "\"\(command)\" needs a key, or a list of keys.",
        suggestion: "Write \(command): [e, enter]",
        at: place)
      return []
    }
  }
}

extension Key {
  /// The key that a terminal sends for this one.
  fileprivate var sameAs: Key? {
    guard case .control(let letter) = self else { return nil }
    switch letter {
    case "h": return .backspace
    case "i": return .tab
    case "j", "m": return .enter
    case _: return nil
    }
  }
}
