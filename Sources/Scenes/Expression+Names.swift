extension Expression {
  /// The names that a formula refers to, in the order of the text.
  var names: [String] {
    switch kind {
    case .name(let name): [name]
    case .index(let base, _): base.names
    // What fills an input refers to nothing; a name in it is a slip.
    case .call(let operation, _) where operation.isSource: []
    case .number, .string, .all, .list, .call, .chain, .unknownCall, .foreign:
      kind.parts.flatMap(\.names)
    }
  }
}
