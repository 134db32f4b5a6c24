import Playground

extension KeyTable {
  /// A sentence with the keys of the commands that it names.
  package func spelled(_ sentence: String) -> String {
    let parts = sentence.split(
      separator: NamedCommand.opening, omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let end = part.firstIndex(of: NamedCommand.closing) else { return text + part }
      return text + key(of: String(part[..<end])) + part[part.index(after: end)...]
    }
  }

  /// The first key of a command; its name where it has none.
  private func key(of command: String) -> String {
    bindings.first { $0.name == command && !$0.keys.isEmpty }?.keys.first?.name ?? command
  }
}
