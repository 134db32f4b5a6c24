/// A formula as read, before its names mean anything.
struct Expression {
  indirect enum Kind {
    case number(Float)
    case name(String)
    case string(String)
    case all
    case list([Expression])
    case call(Operation, [Argument])
    /// Operators from left to right, as in `a + b * c - d`, where `b * c` is one operand.
    ///
    /// A list and not a tree: a sum may have thousands of terms, and nobody walks so deep.
    case chain(Expression, [Link])
    /// A name followed by parentheses that is no operation.
    case unknownCall(String, [Argument])
    case index(Expression, [Expression])
    /// What another language writes.
    case foreign(Foreign)
  }

  let kind: Kind
  /// The tokens of the page that it was read from, parentheses around it left out.
  let tokens: Range<Int>
  /// How many expressions stand one inside another, this one included.
  let depth: Int

  init(_ kind: Kind, tokens: Range<Int>) {
    self.kind = kind
    self.tokens = tokens
    depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
  }
}

/// An operator of a chain and the operand on its right.
struct Link {
  let operation: Operation
  let operand: Expression
  /// The token behind the operand.
  let end: Int
}

/// One argument of a call, perhaps with a label: `seed: 1`.
struct Argument {
  let label: String?
  /// Whether its label is followed by an equals sign, as elsewhere.
  var hasEquals = false
  let expression: Expression
}

extension Expression.Kind {
  /// The expressions directly inside.
  var parts: [Expression] {
    switch self {
    case .number, .name, .string, .all: []
    case .list(let elements): elements
    case .call(_, let arguments), .unknownCall(_, let arguments): arguments.map(\.expression)
    case .chain(let first, let links): [first] + links.map(\.operand)
    case .index(let base, let indices): [base] + indices
    case .foreign(let foreign): foreign.parts
    }
  }
}
