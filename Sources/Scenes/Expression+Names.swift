extension Expression {
  /// The names that a formula refers to, in the order of the text.
  var names: [String] {
    switch kind {
    case .name(let name): [name]
    case .index(let base, _): base.names
    case .number, .string, .all, .list, .call, .chain, .unknownCall, .foreign:
      kind.parts.flatMap(\.names)
    }
  }
}
